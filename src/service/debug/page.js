const button = document.querySelector('#copy')
const text = document.querySelector('#markdown')
const said = document.querySelector('#copied')

const say = (words) => {
  button.textContent = words
  said.textContent = words
}

// Browsers have no clipboard on plain http, except on the machine itself.
const select = () => {
  text.closest('details').open = true
  text.focus()
  text.select()
  say('Press Ctrl+C')
}

const copy = async () => {
  await navigator.clipboard.writeText(text.value)
  say('Copied')
}

button.addEventListener('click', () => void copy().catch(select))
button.hidden = false

// On a phone, the diagnosis and what to do come first; the steps are a list of one line each.
if (matchMedia('(max-width: 62rem)').matches)
  for (const step of document.querySelectorAll('.steps > li > details')) step.open = false

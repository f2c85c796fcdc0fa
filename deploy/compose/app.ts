// The demo application: it knows nothing of Ory, and says who the gateway says you are. With --health it asks itself.
import { createServer } from 'node:http'

const port = 8080
/** Names of headers, by what they say. */
const headers = { id: 'X-User-Id', email: 'X-User-Email', name: 'X-User-Name' }

if (process.argv.includes('--health')) {
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
  process.exit(answer?.ok === true ? 0 : 1)
}

/** Characters that a header can't carry arrive percent-encoded. What isn't well encoded is not from the gateway. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function pageFor(you: Record<string, string>): string {
  const title = escapeHtml(`Welcome, ${[you['name'], you['email']].find(Boolean) ?? 'stranger'}`)
  const rows = Object.entries(headers).map(([key, name]) => `<dt>${name}<dd id="${key}">${escapeHtml(you[key] ?? '')}`)
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:1.1rem/1.5 system-ui;margin:3rem auto;max-width:40rem;padding:0 1rem}dt{font-weight:bold}</style>
<h1>${title}</h1><p>The gateway sent these headers along with your request:<dl>${rows.join('')}</dl>
<p><a href="${escapeHtml(process.env['ACCOUNT_URL'] ?? '/')}">Account and log out</a>`
}

createServer((request, response) => {
  const said = (name: string): string => decoded(String(request.headers[name.toLowerCase()] ?? ''))
  const you = Object.fromEntries(Object.entries(headers).map(([key, name]) => [key, said(name)]))
  const wantsPage = request.headers.accept?.includes('text/html') === true
  response.setHeader('Content-Type', wantsPage ? 'text/html; charset=utf-8' : 'application/json')
  response.end(wantsPage ? pageFor(you) : `${JSON.stringify(you)}\n`)
}).listen(port)
process.once('SIGTERM', () => process.exit(0))

/** sizeOf writes a number of characters or bytes for people: `412 kB`. */
export function sizeOf(count: number): string {
  return count < 1000 ? `${count} B` : count < 1e6 ? `${Math.round(count / 1000)} kB` : `${(count / 1e6).toFixed(1)} MB`
}

/** counted writes a count with its noun, whose plural ends in -s: `no cookies`, `one cookie`, `1,200 cookies`. */
export function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count === 1 ? 'one' : count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** characters writes a length in characters: `39 characters`. */
export function characters(count: number): string {
  return `${count} ${count === 1 ? 'character' : 'characters'}`
}

/** capital writes the first letter of a text as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

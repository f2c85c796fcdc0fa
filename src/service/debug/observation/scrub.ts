import { setImmediate } from 'node:timers/promises'
import { unquoted } from './secrets.ts'

/** Removes what is secret from a text. */
export type Clean = (text: string) => string

const worthHiding = 8 // characters; anything shorter occurs in any text
const atATime = 2000 // secrets between two turns of the event loop
const mask = '[redacted]'

/** Everything to hide, and its lengths by its first 8 characters. */
interface Hidden {
  forms: Set<string>
  lengths: Map<string, number | Set<number>>
}

/**
 * scrubber makes a function that removes `secrets` from text that comes from elsewhere: their plain, unquoted and
 * percent-decoded forms, their words, the parts of JSON Web Tokens, and whole `lines`. Anything shorter than 8
 * characters stays.
 *
 * The function takes time in proportion to its text, whatever was sent: a text so similar to so many secrets that
 * finding them would take longer is redacted as a whole. Making it yields to the event loop now and then.
 */
export async function scrubber(secrets: readonly string[], lines: readonly string[] = []): Promise<Clean> {
  const hidden: Hidden = { forms: new Set(), lengths: new Map() }
  let work = 0
  for (const form of formsOf(secrets, lines)) {
    hide(hidden, form)
    if (++work % atATime === 0) await setImmediate()
  }
  return (text) => without(hidden, text)
}

function* formsOf(secrets: readonly string[], lines: readonly string[]): Generator<string> {
  yield* lines
  for (const secret of secrets) {
    yield* partsOf(secret)
    if (/\s/.test(secret)) for (const [word] of secret.matchAll(/\S{8,}/g)) yield* partsOf(word)
  }
}

function* partsOf(secret: string): Generator<string> {
  yield secret
  if (secret.length < worthHiding) return
  yield unquoted(secret)
  if (secret.includes('%')) yield decoded(secret)
  if (secret.startsWith('eyJ')) for (const [part] of secret.matchAll(/[^.]{8,}/g)) yield part
}

function hide({ forms, lengths }: Hidden, form: string): void {
  if (form.length < worthHiding || forms.has(form)) return
  forms.add(form)
  const start = form.slice(0, worthHiding)
  const known = lengths.get(start)
  if (known === undefined) lengths.set(start, form.length)
  else if (typeof known !== 'number') known.add(form.length)
  else if (known !== form.length) lengths.set(start, new Set([known, form.length]))
}

function without({ forms, lengths }: Hidden, text: string): string {
  let work = 16 * text.length // characters that may be compared
  let shown = ''
  let until = 0
  for (let at = 0; at + worthHiding <= text.length; at++) {
    const known = lengths.get(text.slice(at, at + worthHiding))
    if (known === undefined) continue
    let end = 0
    for (const length of typeof known === 'number' ? [known] : known) {
      const fits = at + length <= text.length
      work -= fits ? length : 1
      if (work < 0) return mask
      if (fits && at + length > end && forms.has(text.slice(at, at + length))) end = at + length
    }
    // Overlapping secrets are hidden from the start of the first to the end of the last.
    if (end > 0 && at >= until) shown += text.slice(until, at) + mask
    until = Math.max(until, end)
  }
  return shown + text.slice(until)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

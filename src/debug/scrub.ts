import { setImmediate } from 'node:timers/promises'
import { unquoted } from './secrets.ts'

/** Takes what is secret out of a text. */
export type Clean = (text: string) => string

const worthHiding = 8 // characters; anything shorter is found in any text
const atATime = 2000 // secrets between two turns of the event loop
const redacted = '[redacted]'

/** All that is to be hidden, by its first 8 characters. */
type Hidden = Map<string, string | Set<string>>

/**
 * scrubber makes a function that takes `secrets` out of text that comes from elsewhere, in their plain, unquoted and
 * percent-decoded forms, their words, and the parts of those that are JSON Web Tokens; and `lines` as a whole. What has
 * fewer than 8 characters stays.
 *
 * The function takes time in proportion to its text, whatever was sent: a text that is like so many secrets that finding
 * them takes longer is redacted as a whole. While it is made, others have their turn.
 */
export async function scrubber(secrets: readonly string[], lines: readonly string[] = []): Promise<Clean> {
  const hidden: Hidden = new Map()
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

function hide(hidden: Hidden, form: string): void {
  if (form.length < worthHiding) return
  const start = form.slice(0, worthHiding)
  const known = hidden.get(start)
  if (known === undefined) hidden.set(start, form)
  else if (typeof known !== 'string') known.add(form)
  else if (known !== form) hidden.set(start, new Set([known, form]))
}

function without(hidden: Hidden, text: string): string {
  let work = 64 * text.length // characters that may be compared
  let shown = ''
  let until = 0
  for (let at = 0; at + worthHiding <= text.length; at++) {
    const known = hidden.get(text.slice(at, at + worthHiding))
    if (known === undefined) continue
    let end = at
    for (const form of typeof known === 'string' ? [known] : known) {
      const longer = form.length > end - at && form.length <= text.length - at
      work -= longer ? form.length : 1
      if (work < 0) return redacted
      if (longer && text.startsWith(form, at)) end = at + form.length
    }
    // Secrets that overlap are hidden from the beginning of the first to the end of the last.
    if (end > at && at >= until) shown += text.slice(until, at) + redacted
    until = Math.max(until, end > at ? end : 0)
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

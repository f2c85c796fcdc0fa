import { setImmediate } from 'node:timers/promises'
import { unquoted } from './secrets.ts'

/** Removes what is secret from a text. */
export type Clean = (text: string) => string

const worthHiding = 8 // characters; anything shorter occurs in any text
const atATime = 2000 // secrets between two turns of the event loop
const longestWord = 24
const mostPieces = 128 * 1024 // more than a paste has, which has each secret twice at most
const mask = '[redacted]'

/** Everything to hide, and its lengths by its first 8 characters. */
interface Hidden {
  forms: Set<string>
  lengths: Map<string, number | Set<number>>
}

/**
 * scrubber makes a function that removes `secrets` from text that comes from elsewhere, in any letter case: their
 * plain, unquoted and percent-decoded forms, their words, every 8 characters of what looks random in them, and whole
 * `lines`. Anything shorter than 8 characters stays.
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
  const left = { pieces: mostPieces }
  for (const secret of secrets) {
    yield* wholeOf(secret)
    // A run has no blanks in it, so it is looked for in words alone.
    if (!/\s/.test(secret)) yield* runsOf(secret, left)
    else
      for (const [word] of secret.matchAll(/\S{8,}/g)) {
        yield* wholeOf(word)
        yield* runsOf(word, left)
      }
  }
}

function* wholeOf(secret: string): Generator<string> {
  yield secret
  if (secret.length < worthHiding) return
  yield unquoted(secret)
  if (secret.includes('%')) yield decoded(secret)
}

/** What of a secret is left where its echo has other quotes and signs of equality, or is cut off. */
function* runsOf(secret: string, left: { pieces: number }): Generator<string> {
  // The parts of a JSON Web Token are secret whatever they look like.
  const isJwt = secret.includes('eyJ')
  for (const [run] of secret.matchAll(/[\w-]{8,}/g)) {
    if (looksRandom(run)) yield* piecesOf(run, left)
    else if (isJwt) yield run
  }
}

/** Every 8 characters of a run, or all of it where there are too many. */
function* piecesOf(run: string, left: { pieces: number }): Generator<string> {
  left.pieces -= run.length
  if (left.pieces < 0) yield run
  else for (let at = 0; at + worthHiding <= run.length; at++) yield run.slice(at, at + worthHiding)
}

/** Whether letters and digits are no word, which texts of others may have as well. */
function looksRandom(run: string): boolean {
  return run.length > longestWord || /\d[A-Za-z]|[A-Za-z]\d|[a-z]{2}[A-Z]/.test(run)
}

/** A text in lower case, as hosts are written, with as many characters: only that of İ is longer. */
function folded(text: string): string {
  return text.replaceAll('\u0130', 'i').toLowerCase()
}

function hide({ forms, lengths }: Hidden, plain: string): void {
  if (plain.length < worthHiding) return
  const form = folded(plain)
  if (forms.has(form)) return
  forms.add(form)
  const start = form.slice(0, worthHiding)
  const known = lengths.get(start)
  if (known === undefined) lengths.set(start, form.length)
  else if (typeof known !== 'number') known.add(form.length)
  else if (known !== form.length) lengths.set(start, new Set([known, form.length]))
}

function without({ forms, lengths }: Hidden, text: string): string {
  let work = 16 * text.length // characters that may be compared
  const plain = folded(text)
  let shown = ''
  let until = 0
  for (let at = 0; at + worthHiding <= text.length; at++) {
    const known = lengths.get(plain.slice(at, at + worthHiding))
    if (known === undefined) continue
    let end = 0
    for (const length of typeof known === 'number' ? [known] : known) {
      const fits = at + length <= text.length
      work -= fits ? length : 1
      if (work < 0) return mask
      if (fits && at + length > end && forms.has(plain.slice(at, at + length))) end = at + length
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

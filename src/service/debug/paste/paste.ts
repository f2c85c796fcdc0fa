import { readAssignment } from './text/assignment.ts'
import { readAnswer } from './json/answer.ts'
import { readBare } from './text/bare.ts'
import { readCode } from './code/code.ts'
import { readCommand } from './command/command.ts'
import { readCookieJar } from './cookies/cookie-jar.ts'
import { readCookieTable } from './cookies/cookie-table.ts'
import { readLoneCredential } from './reading/lone-credential.ts'
import { readHeaderBlock } from './headers/header-block.ts'
import { readJson } from './json/json.ts'
import { nameUnreadable } from './text/known.ts'
import { joinedLines, linesJoined, oneLine } from './reading/joined-lines.ts'
import { unreadable, type Reader, type Reading } from './reading/reading.ts'
import { hasCredentials } from './reading/request.ts'
import { withoutSurroundings } from './reading/surroundings.ts'

/** Each reads one kind of format; the first that knows its own decides. */
const readers: readonly Reader[] = [
  unwrapped(readCommand),
  unwrapped(readOptions),
  readAssignment,
  unwrapped(readJson),
  readAnswer,
  unwrapped(ofFewLines(readCookieJar)),
  unwrapped(ofFewLines(readCookieTable)),
  unwrapped(readCode),
  ofFewLines(readHeaderBlock),
  ofFewLines(readBare),
  readLoneCredential,
]
const mostLines = 2000 // no request has more, and each costs something

/**
 * readPaste reads a raw token, headers, cookies, or a request in whatever format browsers, programs and Ory write it.
 * Nothing is fetched, no file is read, and nothing is run.
 */
export function readPaste(paste: string): Reading {
  const { text, remarks } = withoutSurroundings(paste)
  const found = text === '' ? unreadable(null) : readWrapped(text)
  return { ...found, remarks: [...remarks, ...found.remarks] }
}

/** Reads a text that a terminal broke at its last column: in one line where it surely is one, or where that helps. */
function readWrapped(text: string): Reading {
  const whole = oneLine(text)
  const found = whole === undefined ? undefined : readPlain(whole)
  if (found === undefined || !hasCredentials(found.headers)) return readPlain(text)
  const isSure = text.indexOf('\n') < text.lastIndexOf('\n')
  const asIs = isSure ? undefined : readPlain(text)
  return asIs !== undefined && hasCredentials(asIs.headers)
    ? asIs
    : { ...found, remarks: [linesJoined, ...found.remarks] }
}

function readPlain(text: string): Reading {
  for (const reader of readers) {
    const found = reader(text)
    if (found !== undefined) return found
  }
  return isOfFewLines(text)
    ? nameUnreadable(text)
    : unreadable('a long text', 'It has more than 2,000 lines; paste only the request.')
}

function ofFewLines(reader: Reader): Reader {
  return (text) => (isOfFewLines(text) ? reader(text) : undefined)
}

const isOfFewLines = (text: string): boolean => text.split('\n', mostLines + 1).length <= mostLines

/** A part of a curl command: its options. */
function readOptions(text: string): Reading | undefined {
  return /^(?:-[Hb](?=[\s'"$])|--(?:header|cookie)[\s=])/.test(text) ? readCommand(`curl ${text}`) : undefined
}

/** Reads a text whose lines a terminal broke inside a value. */
function unwrapped(reader: Reader): Reader {
  return (text) => {
    const lines = text.split('\n', mostLines + 1)
    const whole = lines.length > mostLines ? { lines, joined: false } : joinedLines(lines)
    const found = reader(whole.joined ? whole.lines.join('\n') : text)
    return found && whole.joined ? { ...found, remarks: [...new Set([linesJoined, ...found.remarks])] } : found
  }
}

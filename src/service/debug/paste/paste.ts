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

/** A reader of one kind of format, and what it is given. */
interface Format {
  read: Reader
  /** Whether lines that a terminal broke inside a value are joined for it. */
  joined?: boolean
  /** Whether it is given no text of more than 2,000 lines. */
  short?: boolean
}

/** The first that knows its own decides. */
const formats: readonly Format[] = [
  { read: readCommand, joined: true },
  { read: readOptions, joined: true },
  { read: readAssignment },
  { read: readJson, joined: true },
  { read: readAnswer },
  { read: readCookieJar, joined: true, short: true },
  { read: readCookieTable, joined: true, short: true },
  { read: readCode, joined: true },
  { read: readHeaderBlock, short: true },
  { read: readBare, short: true },
  { read: readLoneCredential },
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
  const lines = text.split('\n', mostLines + 1)
  const isShort = lines.length <= mostLines
  const whole = isShort ? joinedLines(lines) : { lines, joined: false }
  const unbroken = whole.joined ? whole.lines.join('\n') : text
  for (const { read, joined = false, short = false } of formats) {
    const found = short && !isShort ? undefined : read(joined ? unbroken : text)
    if (found === undefined) continue
    const isJoined = joined && whole.joined
    return isJoined ? { ...found, remarks: [...new Set([linesJoined, ...found.remarks])] } : found
  }
  return isShort
    ? nameUnreadable(text)
    : unreadable('a long text', 'It has more than 2,000 lines; paste only the request.')
}

/** A part of a curl command: its options. */
function readOptions(text: string): Reading | undefined {
  return /^(?:-[Hb](?=[\s'"$])|--(?:header|cookie)[\s=])/.test(text) ? readCommand(`curl ${text}`) : undefined
}

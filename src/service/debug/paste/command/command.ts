import type { Header } from '../../observation/evidence.ts'
import type { PasteFlaw } from '../../observation/observation.ts'
import { readLoneCredential } from '../reading/lone-credential.ts'
import { credentialHeaders } from '../reading/header-line.ts'
import { unreadable, type Reader, type Reading } from '../reading/reading.ts'
import { carriesCredentials, isCredential, notFetched, type SentRequest } from './sent-request.ts'
import { isPowershell, ownCommand, readPowershell } from './powershell/powershell.ts'
import { programs } from './programs.ts'
import { callsIn, type Call, type Shell } from './script.ts'
import { variablesOf, type Variables } from './variables.ts'
import { sentHeaders } from './verbose.ts'
import type { Note } from './words.ts'

/**
 * readCommand reads the command of a program that sends a request, wherever it stands in a paste: behind a prompt,
 * between comments and output, in Markdown. Of several, the last one with credentials counts.
 */
export const readCommand: Reader = (text) => {
  const plain = text.replace(continuedPrompt, '$1')
  if (!mayHoldCommand.test(plain)) return undefined
  const reading = isPowershell(plain) ? ofPowershell(plain) : ofCalls(plain, shellOf(plain), variablesOf(plain.length))
  return reading === undefined || isBeside(reading, plain) ? undefined : reading
}

// The prompt of a line that goes on with a command, behind what says so at the end of the line before.
const continuedPrompt = /([\\^`][^\S\n]*\n)[^\S\n]*(?:(?:(?:d?quote|cmdand|pipe)?>{1,2}|More\?)(?:[^\S\n]|$))/gm

// What no command holds, if the one that was read carries no credentials: they stand beside it, such as in its output.
const credential = new RegExp(
  String.raw`^(?:[<>] )?(?:set-)?(?:${credentialHeaders})[^\S\n]{0,9}:[^\S\n]{0,9}\S|` +
    String.raw`^[\s{]{0,9}"session_token"|^"?ory_st_\w{16,99}"?$|\bory_(?:kratos_)?session\w{0,80}["']?[\t=:]`,
  'im',
)
// The line of the cookie file that a command names.
const inFile = /^\S{1,300}[\t ]{1,20}(?:TRUE|FALSE)[\t ].{1,500}[\t ]ory_(?:kratos_)?session\w{0,80}[\t ]{1,20}\S/m

const severalStart = 'There are '

function isBeside({ subject, headers, flaws, remarks }: Reading, text: string): boolean {
  if (flaws.length > 0 && !carriesCredentials(headers))
    return flaws.every((flaw) => flaw === 'file') && inFile.test(text)
  const says = remarks.some((remark) => remark !== notFetched && !remark.startsWith(severalStart))
  return (
    subject !== 'unreadable' && !carriesCredentials(headers) && flaws.length === 0 && !says && credential.test(text)
  )
}

const mayHoldCommand = new RegExp(
  String.raw`\b(?:${[...programs.keys()].join('|')})(?:\.exe)?["']?\s|${ownCommand.source}`,
  'i',
)
const cmdLine = /\^(?:"|[^\S\n]*$)|^[^\S\n]{0,20}[A-Za-z]:\\[^\n>]{0,200}>/m
const cmdSetting = /^[^\S\n]{0,20}(?:[A-Za-z]:\\[^\n>]{0,200}>[^\S\n]?)?set[^\S\n]+"?\w{1,60}=/im

// Not a character that is percent-encoded.
const cmdVariable = /%(?![\dA-Fa-f]{2})[A-Za-z_]\w{1,59}%/

function shellOf(text: string): Shell {
  if (cmdLine.test(text)) return 'cmd'
  return cmdVariable.test(text) && (cmdSetting.test(text) || !/['\\$]/.test(text)) ? 'cmd' : 'bash'
}

const names: Record<Shell, string> = { bash: 'bash', cmd: 'cmd', powershell: 'PowerShell' }
const mostRead = 20

function ofPowershell(text: string): Reading | undefined {
  const { requests, count, variables } = readPowershell(text)
  const best = bestOf(requests)
  const own = best && ({ readAs: 'PowerShell (Invoke-WebRequest)', subject: 'headers', ...best } as const)
  if (own !== undefined && carries(own)) return { ...own, remarks: [...own.remarks, ...several(count)] }
  const calls = ofCalls(text, 'powershell', variables)
  if (calls !== undefined && (own === undefined || carriesCredentials(calls.headers))) return calls
  if (own !== undefined) return own
  return ownCommand.test(text) && !credential.test(text)
    ? (readLoneCredential(text) ?? unreadable('PowerShell'))
    : undefined
}

const carries = ({ headers, flaws }: SentRequest): boolean => carriesCredentials(headers) || flaws.length > 0

/** The last one with credentials, or with something in place of them, or the last one. */
function bestOf<One extends SentRequest>(requests: readonly One[]): One | undefined {
  return (
    requests.findLast(({ headers }) => carriesCredentials(headers)) ?? requests.findLast(carries) ?? requests.at(-1)
  )
}

function several(count: number): string[] {
  return count > 1
    ? [`${severalStart}${count} commands in it; the last one that carries credentials is explained.`]
    : []
}

const hidesCredential = (flaw: PasteFlaw): boolean => flaw === 'file' || flaw === 'variable'

/** A request with the credentials that curl -v says were sent, where they are not in the command itself. */
function asSent<One extends SentRequest>(request: One, sent: readonly Header[]): One {
  if (sent.length === 0) return request
  return {
    ...request,
    headers: [...request.headers.filter((header) => !isCredential(header)), ...sent],
    flaws: request.flaws.filter((flaw) => !hidesCredential(flaw)),
    remarks: [
      ...request.remarks.filter((remark) => remark === notFetched),
      'The credentials are those of the lines in which curl -v says what it sent.',
    ],
  }
}

/** Reads the commands of programs other than the shell's own. */
function ofCalls(text: string, shell: Shell, variables: Variables): Reading | undefined {
  const all = callsIn(text, shell, variables)
  const outside = all.filter(({ inComment }) => !inComment)
  const calls = outside.length > 0 ? outside : all
  const whole = calls.filter(({ open }) => !open)
  const likely = whole.filter(mayCarry).slice(-mostRead)
  const requests = (likely.length > 0 ? likely : whole.slice(-1)).flatMap((call) => requestIn(call, shell))
  const best = bestOf(requests)
  const cut = calls.findLast(({ open }) => open)
  if (cut !== undefined && (best === undefined || !carries(best))) {
    return unreadable(readAsOf(cut, shell), `The ${cut.program} command ends inside quotes; its end is missing.`)
  }
  if (best !== undefined) {
    const { remarks, ...request } = best.flaws.some(hidesCredential) ? asSent(best, sentHeaders(text)) : best
    return { ...request, remarks: [...remarks, ...several(calls.length)] }
  }
  const [last] = calls.slice(-1)
  return last === undefined ? undefined : unreadable(readAsOf(last, shell))
}

const credentialOption =
  /^(?:-[^-]*[HbCaAKn]|--?(?:header|cookie|oauth2|auth|bearer|expand-|config|netrc|load-|session|rpc))|:/

function mayCarry({ words }: Call): boolean {
  return words.some(({ text }) => credentialOption.test(text.slice(0, 100)))
}

function readAsOf({ program, notes }: Call, shell: Shell): string {
  const readAs = programs.get(program)?.readAs ?? program
  if (program !== 'curl') return readAs
  return shell !== 'bash' || notes.has('bash') ? `${readAs} (${names[shell]})` : readAs
}

const noteRemarks: readonly (readonly [Note, string])[] = [
  ['odd-blank', 'A space in it is not a plain one, such as a no-break space; a shell does not split words there.'],
  ['blank-behind-backslash', 'A backslash is followed by a space, so a shell does not continue the line there.'],
  ['cut-off', 'It ends in a backslash, so a line of it may be missing.'],
  ['early-end', 'An & or ; outside of quotes ends the command there; put quotes around what it is part of.'],
  ['no-backslash', 'A line of options follows a line without a backslash at its end; a shell ends the command there.'],
  ['joined', 'A backslash at the end of a line joins the words around it; put a space before it.'],
  ['single-quotes', "cmd does not take ' for a quote: use double quotes."],
]
const noteFlaws: readonly (readonly [Note, PasteFlaw])[] = [
  ['typographic-quotes', 'typographic-quotes'],
  ['typographic-dashes', 'typographic-dashes'],
]

function requestIn(call: Call, shell: Shell): (SentRequest & Pick<Reading, 'readAs' | 'subject'>)[] {
  const { program, words, notes } = call
  const request = programs.get(program)?.read?.(words, program)
  if (request === undefined) return []
  const alias = shell === 'powershell' && program === 'curl' && !call.isExe
  return [
    {
      ...request,
      readAs: readAsOf(call, shell),
      subject: program === 'curl' ? 'curl' : 'headers',
      flaws: [...noteFlaws.filter(([note]) => notes.has(note)).map(([, flaw]) => flaw), ...request.flaws],
      remarks: [
        ...request.remarks,
        ...noteRemarks.filter(([note]) => notes.has(note)).map(([, remark]) => remark),
        ...(alias ? ['Windows PowerShell takes curl for Invoke-WebRequest: write curl.exe.'] : []),
      ],
    },
  ]
}

import { localHost } from '../parity/ory.ts'
import type { Answer } from './answer.ts'
import type { Verdict } from './both.ts'
import { compare, compareAnswers, type Finding, type Outcome, type Seen } from './compare.ts'
import type { NodeVerdict } from './node-parser.ts'

/** A difference from the Go example that is meant to be. */
interface Difference {
  name: string
  why: string
  /** Whether all that differs in a case is this. */
  applies: (seen: Seen, found: readonly Finding[], verdict: Verdict) => boolean
}

const refusals = new Set([400, 408, 413, 431, 501, 505])

/** Whether ours answers what Node's parser accepts as theirs does, and then refuses with it and ends the connection. */
function isRefused({ accepted, refused }: NodeVerdict, theirs: Outcome, ours: Outcome): boolean {
  if (refused === undefined || refused === 'HPE_CLOSED_CONNECTION') return false
  const earlier = ours.conversation.answers.slice(0, accepted.length)
  const [refusal, ...more] = ours.conversation.answers.slice(accepted.length)
  const expected = theirs.conversation.answers.slice(0, accepted.length)
  return (
    earlier.length === expected.length &&
    areAlike(expected, earlier) &&
    (refusal === undefined || (refusals.has(refusal.status) && refusal.headers['connection']?.join() === 'close')) &&
    more.length === 0 &&
    ours.conversation.closed !== 'nobody'
  )
}

/** Whether the first of ours are as all of theirs, but for those that may differ. */
function areAlike(
  theirs: readonly Answer[],
  ours: readonly Answer[],
  mayDiffer: (answer: Answer) => boolean = () => false,
): boolean {
  return theirs.every((answer, index) => {
    const other = ours[index]
    return other !== undefined && (mayDiffer(answer) || compareAnswers(answer, other).length === 0)
  })
}

const withoutItsEnd = /^(?:closed by: after client, ours service|last answer|connection of a \d+: close, ours none)/

/** Whether Go gave up an answer since its client had closed its side. */
function isCalledOff({ status, body }: Answer): boolean {
  return status === 500 && (body === '' || body.includes('context canceled'))
}

/** All that may differ, the narrowest first. The README has them in one table. */
const differences: readonly Difference[] = [
  {
    name: 'what Node refuses in a request',
    why: "Node's parser alone decides what a request is; behind the answers to what it accepted the connection ends",
    applies: ({ theirs, ours }, _, { node }) => isRefused(node, theirs, ours),
  },
  {
    name: 'what Node reads as another form of the same',
    why: "Node's parser does not say in which bytes a request came; written anew from what it says, Go does as we do",
    applies: ({ ours, given }, _, { node, asNodeReads }) =>
      isRefused(node, asNodeReads, ours) || compare({ given, theirs: asNodeReads, ours }).length === 0,
  },
  {
    name: 'chunks in HTTP/1.0',
    why: 'Node and undici read them; Go, which knows none in HTTP/1.0, takes them for the next request or a body',
    applies: ({ theirs, ours, given }, _, { node }) => {
      const chunked = node.accepted.findIndex(
        ({ text }) => /^\S+ \S+ HTTP\/1\.0\r\n/.test(text) && /\r\ntransfer-encoding:/i.test(text),
      )
      if (chunked >= 0) return areAlike(theirs.conversation.answers.slice(0, chunked + 1), ours.conversation.answers)
      return /HTTP\/1\.0 [^]*Transfer-Encoding/.test([given.ory.whoami.raw ?? ''].flat().join(''))
    },
  },
  {
    name: 'a body that does not end',
    why: 'Go waits for the rest of a body that nobody reads, and ends the connection; we answer at once',
    applies: (_, found, { node }) =>
      node.accepted.at(-1)?.isWhole === false && found.every(({ kind }) => withoutItsEnd.test(kind)),
  },
  {
    name: 'answers that a reset took along',
    why: 'Go closes a connection with bytes unread, which resets it before its answer is there; we close in stages',
    applies: ({ theirs, ours }) =>
      theirs.conversation.reset &&
      theirs.conversation.answers.length < ours.conversation.answers.length &&
      areAlike(theirs.conversation.answers, ours.conversation.answers),
  },
  {
    name: 'what undici refuses in an answer',
    why: "undici's parser alone decides what an answer of Ory's is; the caller is told that it is none",
    applies: ({ ours }, _, { undici }) =>
      undici !== undefined &&
      ours.conversation.answers.length > 0 &&
      ours.conversation.answers.every(({ status, body }) => status === 500 && /^(?:GET [^\n]+\n)?$/.test(body)),
  },
  {
    name: 'XML',
    why: "Go decodes XML into the session's fields; Ory sends none",
    applies: ({ given, ours }, found) =>
      /xml/i.test(JSON.stringify(given.ory)) &&
      ours.conversation.answers.every(({ status }) => status === 500) &&
      found.every(({ kind }) => /^(?:status|body|content-length|transfer-encoding|x-content-type-options)/.test(kind)),
  },
  {
    name: 'credentials on redirects to other hosts',
    why: 'Go sends the session token on to any host; we send no credentials to a host that did not ask for them',
    applies: ({ given }, found) =>
      JSON.stringify(given.ory).includes(localHost) && found.every(({ kind }) => kind.startsWith('what Ory was asked')),
  },
  {
    name: 'Connection in odd forms',
    why: 'Node finds no token in some forms of Connection where Go does, and in some where Go does not',
    applies: ({ given }, found) =>
      given.requests.some(({ text }) => /\r\n(?:proxy-)?connection:/i.test(text)) &&
      found.some(({ kind }) => kind.startsWith('connection of a')),
  },
  {
    name: 'what Node skips or takes for HTTP',
    why: 'Node skips empty lines (RFC 9112, section 2.2) and blanks, and knows RTSP and ICE; Go refuses them',
    applies: ({ given, theirs }) =>
      theirs.conversation.answers.at(-1)?.status === 400 &&
      given.requests.some(({ text }) => /^\s|^\S+ {2}|^\S+ \S+ (?!HTTP\/)\S+\r\n/.test(text)),
  },
  {
    name: 'OPTIONS * with a body',
    why: 'Go reads that body, and asks for it with 100 Continue',
    applies: ({ given }) =>
      given.requests.some(({ text }) => text.startsWith('OPTIONS * ') && /\r\nexpect:/i.test(text)),
  },
  {
    name: 'bytes behind gzip',
    why: 'Node leaves what stands behind a whole gzip body aside; Go takes it for another one',
    applies: ({ given, theirs }) =>
      /gzip/i.test(JSON.stringify(given.ory)) && theirs.conversation.answers.some(({ status }) => status === 500),
  },
  {
    name: 'escaped dots in a redirect',
    why: 'the WHATWG URL takes %2e for a dot; Go leaves it',
    applies: ({ given }, found) =>
      /%2e/i.test(JSON.stringify(given.ory)) && found.every(({ kind }) => kind.startsWith('what Ory was asked')),
  },
  {
    name: 'a status text beyond ASCII',
    why: 'undici reads it as UTF-8, Go hands its bytes on',
    applies: ({ given }, found) =>
      /"reason":"[^"]*[^\x00-\x7f]/.test(JSON.stringify(given.ory)) &&
      found.every(({ kind }) => /^(?:body|content-length) of a 500/.test(kind)),
  },
  {
    name: 'an answer for who closes the sending side',
    why: 'Go calls Ory off for a client that closes its side behind its request; we answer it',
    applies: ({ given, theirs, ours }) =>
      given.closesItsSide &&
      theirs.conversation.answers.some(isCalledOff) &&
      areAlike(theirs.conversation.answers, ours.conversation.answers, isCalledOff),
  },
]

/** The names of all differences that are meant to be. */
export const deliberateNames: readonly string[] = differences.map(({ name }) => name)

/** deliberateDifference is the name of the difference that all of `found` is, undefined where it is not meant to be. */
export function deliberateDifference(seen: Seen, found: readonly Finding[], verdict: Verdict): string | undefined {
  return differences.find(({ applies }) => applies(seen, found, verdict))?.name
}

import { isExact } from '../parity/vector.ts'
import type { Answer } from './answer.ts'
import type { Case } from './case.ts'
import type { Conversation } from './client.ts'

/** What came of a case at one of the services: what its client got, and what Ory was asked meanwhile. */
export interface Outcome {
  conversation: Conversation
  /** Ory's requests in their order: path, cookie, session token. */
  asked: string[]
}

/** One case and what both services did with it. */
export interface Seen {
  given: Case
  theirs: Outcome
  ours: Outcome
}

/** One thing in which ours is not as theirs. */
export interface Finding {
  /** What differs, without numbers or texts of the one case: equal kinds are one kind of difference. */
  kind: string
  detail: string
}

/**
 * compare says in what ours differs, by the rules of the recorded vectors: status and headers have to be equal, a body
 * where the text is the SDK's or of Go's server and not of Go's runtime, and so have the number of answers, when a
 * connection ends, and what Ory was asked.
 */
export function compare({ given, theirs, ours }: Seen): Finding[] {
  const [their, our] = [theirs.conversation, ours.conversation]
  const findings = their.answers.flatMap((answer, index) => {
    const other = our.answers[index]
    const found = other === undefined ? [] : compareAnswers(answer, other)
    return found.map(({ kind, detail }) => ({ kind, detail: `answer ${index + 1}, ${detail}` }))
  })
  const [theirCount, ourCount] = [their.answers.length, our.answers.length]
  if (theirCount > ourCount) findings.push(countsDiffer('fewer', their.answers[ourCount], theirCount, ourCount))
  else if (theirCount < ourCount) findings.push(countsDiffer('more', our.answers[theirCount], theirCount, ourCount))
  else findings.push(...unequal('last answer', waits(their), waits(our)))
  findings.push(
    ...unequal('closed by', their.closed, our.closed),
    ...unequal('bytes behind the answers', their.rest === '' ? 'none' : 'some', our.rest === '' ? 'none' : 'some'),
  )
  const written = (calls: readonly string[]): string => JSON.stringify(isUnruly(given) ? withoutRepeats(calls) : calls)
  const [theirAsked, ourAsked] = [written(theirs.asked), written(ours.asked)]
  if (theirAsked === ourAsked) return findings
  const { location } = given.ory.whoami.headers ?? {}
  const kind = `what Ory was asked${location === undefined ? '' : ` (Location: ${String(location)})`}`
  return [...findings, { kind, detail: `Ory was asked ${theirAsked}, by ours ${ourAsked}` }]
}

function unequal(what: string, theirs: string, ours: string): Finding[] {
  const text = `${what}: ${theirs}, ours ${ours}`
  return theirs === ours ? [] : [{ kind: text, detail: text }]
}

function countsDiffer(what: string, first: Answer | undefined, theirs: number, ours: number): Finding {
  return { kind: `${what} answers, the first a ${first?.status ?? 0}`, detail: `${theirs} answers, ours ${ours}` }
}

/** Whether the last answer of its own came only when the client had asked once more, or closed its side. */
function waits({ before, answers, askedAgain }: Conversation): string {
  return before < answers.length - Number(askedAgain) ? 'waits' : 'at once'
}

function withoutRepeats(calls: readonly string[]): string[] {
  return calls.filter((call, index) => call !== calls[index - 1])
}

/** compareAnswers says in what one answer differs. */
export function compareAnswers(theirs: Answer, ours: Answer): Finding[] {
  if (theirs.status !== ours.status) return [statusesDiffer(theirs, ours)]
  const exact = isExact(theirs)
  const [their, our] = [shown(theirs, exact), shown(ours, exact)]
  return Object.keys(their)
    .filter((name) => their[name] !== our[name])
    .map((name) => {
      const values = `${their[name] ?? 'none'}, ours ${our[name] ?? 'none'}`
      const short = /^(?:body|content-length)$/.test(name) ? '' : `: ${values}`
      return { kind: `${name} of a ${theirs.status}${short}`, detail: `${name}: ${values}` }
    })
}

function statusesDiffer(theirs: Answer, ours: Answer): Finding {
  // The text of an error tells causes apart; what is quoted in it does not.
  const said =
    theirs.status === 200
      ? ''
      : ` (${theirs.body
          .trim()
          .replace(/"[^"]*"/g, '"…"')
          .slice(0, 100)})`
  const text = `status: ${theirs.status}${said}, ours ${ours.status}`
  return { kind: text, detail: text }
}

function shown({ interim, headers, body }: Answer, exact: boolean): Record<string, string | undefined> {
  const list = (name: string): string | undefined => headers[name]?.join(' | ')
  return {
    interim: interim.join(' '),
    allow: list('allow'),
    'content-type': list('content-type'),
    'x-content-type-options': list('x-content-type-options'),
    connection: list('connection'),
    ...(exact
      ? {
          body: JSON.stringify(body),
          'content-length': list('content-length'),
          'transfer-encoding': list('transfer-encoding'),
        }
      : { body: body === '' ? 'nothing' : /^[^\n]+\n?$/.test(body) ? 'one line' : 'not one line' }),
  }
}

/** isUnruly says whether Ory's answer is one after which both may ask again on another connection. */
export function isUnruly({ ory }: Case): boolean {
  const { raw, reset, end, then } = ory.whoami
  return raw !== undefined || reset === true || end === true || then !== undefined
}

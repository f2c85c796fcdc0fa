import type { RawRequest } from '../support/exchange.ts'
import type { Received, StubAnswer } from '../support/stub-ory.ts'
import { requestOf } from './case.ts'
import { isExact, type Seen } from './compare.ts'

/** A case in the format of test/parity/vectors.json, with what the Go example did. */
export interface Vector {
  name: string
  request: RawRequest
  upstream: StubAnswer
  /** What Ory answers to every other path, where that is not the same. */
  elsewhere?: StubAnswer
  /** What Ory was asked; null where it was not. */
  forwarded: Pick<Received, 'method' | 'path' | 'headers'> | null
  response: { status: number; headers: Record<string, string>; bodyBase64: string; body: string; exactBody: boolean }
}

/** vectorOf writes a case as a vector; of several answers it has the first. */
export function vectorOf(name: string, { given, theirs }: Seen): Vector {
  const [answer] = theirs.conversation.answers
  const [asked] = theirs.asked.map((call) => JSON.parse(call) as [string, string[], string[]])
  const headers = Object.entries(answer?.headers ?? {}).filter(([header]) => header !== 'date')
  return {
    name,
    request: requestOf(given),
    upstream: given.ory.whoami,
    ...(given.ory.elsewhere && { elsewhere: given.ory.elsewhere }),
    forwarded:
      asked === undefined
        ? null
        : {
            method: 'GET',
            path: asked[0],
            headers: { accept: ['application/json'], cookie: asked[1], 'x-session-token': asked[2] },
          },
    response: {
      status: answer?.status ?? 0,
      headers: Object.fromEntries(headers.map(([header, values]) => [header, values.join(', ')])),
      bodyBase64: Buffer.from(answer?.body ?? '', 'latin1').toString('base64'),
      body: Buffer.from(answer?.body ?? '', 'latin1').toString(),
      exactBody: answer !== undefined && isExact(answer),
    },
  }
}

import { responseOf, type Vector } from '../parity/vector.ts'
import { requestOf } from './case.ts'
import type { Seen } from './compare.ts'

/** vectorOf writes a case as a vector; of several answers it has the first. */
export function vectorOf(name: string, { given, theirs }: Seen): Vector {
  const [answer] = theirs.conversation.answers
  const [asked] = theirs.asked.map((call) => JSON.parse(call) as [string, string[], string[]])
  const request = requestOf(given)
  const headers = Object.entries(answer?.headers ?? {}).map(([header, values]) => [header, values.join(', ')] as const)
  return {
    name,
    request,
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
    response: responseOf(request, {
      status: answer?.status ?? 0,
      headers: Object.fromEntries(headers),
      body: Buffer.from(answer?.body ?? '', 'latin1'),
    }),
  }
}

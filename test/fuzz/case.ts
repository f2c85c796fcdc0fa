import type { Ory } from '../parity/ory.ts'
import type { RawRequest } from '../support/exchange.ts'

/** One request of a case, as it goes over the wire; text is Latin-1. */
export interface FuzzedRequest {
  /** What stands where the method belongs: an answer to `HEAD` has no body. */
  method: string
  text: string
}

/** What is sent to both services over one connection, and what Ory answers to each of its questions meanwhile. */
export interface Case {
  requests: readonly FuzzedRequest[]
  /** Positions in the requests' bytes behind which a packet ends. */
  cuts: readonly number[]
  /** Whether the client closes its side right behind the requests, as `nc -N` does. */
  closesItsSide: boolean
  ory: Ory
}

/** bytesOfCase is all that the client sends of its own accord. */
export function bytesOfCase({ requests }: Case): Buffer {
  return Buffer.from(requests.map(({ text }) => text).join(''), 'latin1')
}

/** packetsOf cuts what the client sends into packets. */
export function packetsOf(given: Case): Buffer[] {
  const bytes = bytesOfCase(given)
  const packets: Buffer[] = []
  let from = 0
  for (const to of given.cuts.toSorted((a, b) => a - b)) {
    if (to <= from || to >= bytes.length) continue
    packets.push(bytes.subarray(from, to))
    from = to
  }
  packets.push(bytes.subarray(from))
  return packets
}

// As requestBytes of test/support/exchange.ts writes it.
const plainRequest =
  /^(\S+) (\S+) HTTP\/1\.1\r\nHost: echo\.test\r\n((?:[^\r\n:]+: [^\r\n]*\r\n)*)Connection: close\r\n\r\n$/

/** requestOf is the request of a case as a vector has it: in parts where it is a usual one, else as its bytes. */
export function requestOf(given: Case): RawRequest {
  const [first = { method: '', text: '' }] = given.requests
  const [, method = '', path = '', lines = ''] = plainRequest.exec(first.text) ?? []
  const closesItsSide = given.closesItsSide ? { closesItsSide: true } : undefined
  if (given.requests.length > 1 || method === '') {
    const [, target = ''] = first.text.split(' ', 2)
    return {
      method: first.method,
      path: target,
      headers: [],
      bytes: bytesOfCase(given).toString('latin1'),
      ...closesItsSide,
    }
  }
  const headers = lines
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 2)] as const
    })
  return { method, path, headers, ...closesItsSide }
}

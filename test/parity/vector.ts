import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pinnedVersion } from '../../openapi/spec.ts'
import { isAtLeast } from '../../openapi/version.ts'
import type { RawRequest } from '../support/exchange.ts'
import type { RawResponse } from '../support/response.ts'
import type { Received, StubAnswer } from '../support/stub-ory.ts'

/** A request, Ory's answer, and what the Go example did with them: an entry of vectors.json. */
export interface Vector {
  name: string
  request: RawRequest
  upstream: StubAnswer
  /** What Ory answers to every other path, where that is not the same. */
  elsewhere?: StubAnswer
  /** What Ory was asked first; null where it was not. */
  forwarded: Pick<Received, 'method' | 'path' | 'headers'> | null
  response: VectorResponse
  /** The response from a version of Ory's Go SDK on, where that is another one. */
  newer?: { since: string; response: VectorResponse }
}

/** The Go example's response. */
export interface VectorResponse {
  status: number
  headers: Record<string, string>
  /** The body's bytes, where they have to be ours too. */
  bodyBase64?: string
  /** The body as UTF-8 text. */
  body: string
  /** Whether the body has to be ours byte for byte; else it is Go's own wording, and ours is one line of our own. */
  exactBody: boolean
}

/** The recorded vectors. */
export const vectorsFile = fileURLToPath(new URL('vectors.json', import.meta.url))

/** readVectors reads a file of vectors. */
export function readVectors(file: string): Vector[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Vector[]
}

/** The version of Ory's Go SDK that the Go example is built with here, and whose model of a session we have. */
export const sdkVersion = pinnedVersion(readFileSync(new URL('../../openapi/source.json', import.meta.url), 'utf8'))

/** withSdk is what vectors are with a version of Ory's Go SDK; one with a newer response says so in its name. */
export function withSdk(vectors: readonly Vector[], version: string): Vector[] {
  return vectors.map(({ newer, ...vector }) => {
    const sent = vector.forwarded && {
      ...vector.forwarded,
      headers: { ...vector.forwarded.headers, 'user-agent': [`ory-client-go/${version}`] },
    }
    return newer !== undefined && isAtLeast(version, newer.since)
      ? { ...vector, name: `${vector.name}, from Go SDK ${newer.since} on`, forwarded: sent, response: newer.response }
      : { ...vector, forwarded: sent }
  })
}

/** writeVectors writes a file of vectors, in the one format in which they are committed. */
export function writeVectors(file: string, vectors: readonly Vector[]): void {
  writeFileSync(file, `${JSON.stringify(vectors, null, 1)}\n`)
}

/** responseOf is the Go example's response as a vector has it, without what differs each time or always is there. */
export function responseOf(request: RawRequest, { status, headers, body }: RawResponse): VectorResponse {
  // A request in parts asks for the close itself.
  const left = request.bytes === undefined ? ['date', 'connection'] : ['date']
  const exactBody = isExact({ status, headers, body: body.toString() })
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !left.includes(name))),
    ...(exactBody && { bodyBase64: body.toString('base64') }),
    body: body.toString(),
    exactBody,
  }
}

const sdkText =
  /^(?:undefined response type|no value given for required property \w+|.* is not a valid \w+|\d{3}(?: .*)?)\n$/s

/** isExact says whether the body of a response of Go's has to be ours as well: no wording of Go's runtime has to. */
export function isExact(response: { status: number; headers: Record<string, unknown>; body: string }): boolean {
  return response.status === 200 || sdkText.test(response.body) || isFromGoServer(response)
}

/** Whether Go's server itself refused: no handler answers without a date. */
function isFromGoServer({ headers, status }: { headers: Record<string, unknown>; status: number }): boolean {
  return headers['date'] === undefined && status >= 400 && status < 500
}

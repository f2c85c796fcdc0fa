import * as v from 'valibot'
import type { Header } from '../../observation/evidence.ts'
import { cookieHeader } from '../reading/cookie-pairs.ts'
import type { Reading } from '../reading/reading.ts'
import { hasCredentials, readRequest } from '../reading/request.ts'

const pairs = v.array(v.object({ name: v.string(), value: v.string() }))
const request = v.object({ method: v.string(), url: v.string(), headers: pairs, cookies: v.optional(pairs) })
const entry = v.object({ request })
const marked = v.union([
  v.object({ httpVersion: v.string() }),
  v.object({ request: v.object({ httpVersion: v.string() }) }),
])
const list = v.custom<readonly unknown[]>((input) => Array.isArray(input))
const file = v.object({ log: v.object({ entries: list }) })

type HarRequest = v.InferOutput<typeof request>

/** readHar reads the requests that a browser recorded, of which it explains the last one with credentials. */
export function readHar(value: unknown): Reading | undefined {
  const entries = v.is(file, value) ? value.log.entries : [value]
  let last: Numbered | undefined
  for (let at = entries.length - 1; at >= 0; at--) {
    const found = requestIn(entries[at])
    if (found === undefined) continue
    const numbered = { number: at + 1, url: found.url, headers: headersOf(found) }
    last ??= numbered
    if (hasCredentials(numbered.headers)) return explained(numbered, entries.length)
  }
  // Other programs keep requests much like a HAR, with credentials in places of their own.
  const isHar = v.is(file, value) || v.is(marked, value)
  return last === undefined || !isHar ? undefined : explained(last, entries.length)
}

interface Numbered {
  number: number
  url: string
  headers: Header[]
}

function requestIn(value: unknown): HarRequest | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('request' in value) return v.is(entry, value) ? value.request : undefined
  return 'headers' in value && v.is(request, value) ? value : undefined
}

/** The headers, and the cookies where they are listed alone. */
function headersOf({ headers, cookies = [] }: HarRequest): Header[] {
  const named = headers.map(({ name, value }): Header => [name.toLowerCase(), value])
  return named.some(([name]) => name === 'cookie') ? named : [...named, ...cookieHeader(cookies).headers]
}

function explained({ number, url, headers }: Numbered, count: number): Reading {
  const which = count === 1 ? [] : [`Entry ${number} of ${count} was read: the last one, of those with credentials.`]
  return readRequest(
    { readAs: 'HAR', headers, url },
    hasCredentials(headers)
      ? { remarks: which }
      : { flaws: ['cookies-left-out'], remarks: [...which, credentialsLeftOut] },
  )
}

const credentialsLeftOut =
  'Browsers leave cookies and Authorization out of a HAR unless asked: ' +
  'export a "HAR (with sensitive data)", or take "Copy as cURL".'

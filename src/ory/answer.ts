import type { components } from '../../generated/ory.ts'

type Schemas = components['schemas']

/** A session as Ory's spec describes it, of an identity with `Traits`. */
export interface Session<Traits = unknown> extends Omit<Schemas['session'], 'identity'> {
  identity?: Identity<Traits>
}

/** An identity as Ory's spec describes it. What its traits are, your identity schema says. */
export interface Identity<Traits = unknown> extends Omit<Schemas['identity'], 'traits'> {
  traits: Traits
}

/** Ory's answer to a whoami call, whatever its status. */
export interface WhoamiAnswer {
  status: number
  statusText: string
  headers: Pick<Headers, 'get' | 'getSetCookie'>
  /** The whole body. */
  body: Buffer
  /** Where a redirect led; empty without one. */
  url: string
  /** Whether the body is taken for a JSON object: by its type, and by how it begins and ends. It is not parsed. */
  isJson: () => boolean
  /** The session, parsed at the first call; undefined unless the status is 200 and the body a JSON object. */
  session: <Traits>() => Session<Traits> | undefined
  /** What Ory says of an error; undefined unless the body is an error in Kratos' shape. */
  error: () => OryError | undefined
}

/** The parts of Ory's error that programs go by; empty where there are none. */
export interface OryError {
  id: string
  message: string
}

/** answerFrom makes a WhoamiAnswer of a response and its body, which is parsed once, and only if somebody asks. */
export function answerFrom(
  { status, statusText, headers, url }: Omit<WhoamiAnswer, 'body' | 'isJson' | 'session' | 'error'>,
  body: Buffer,
): WhoamiAnswer {
  let parsed: { object: object | undefined } | undefined
  const object = (): object | undefined => (parsed ??= { object: parse(headers, body) }).object
  return {
    status,
    statusText,
    headers,
    body,
    url,
    isJson: () => hasJsonType(headers) && isInBraces(body),
    // The one place where Ory's JSON is taken for what the spec says it is.
    session: <Traits>() => (status === 200 ? (object() as Session<Traits> | undefined) : undefined),
    error: () => errorIn(object()),
  }
}

const jsonType = /^application\/(?:[^;]+\+)?json\b/i

function hasJsonType(headers: WhoamiAnswer['headers']): boolean {
  return jsonType.test(headers.get('content-type') ?? '')
}

const spaces: ReadonlySet<number | undefined> = new Set(Buffer.from(' \t\r\n'))

/** Whether a body is `{…}`, white space aside: no page, and nothing that was cut off. */
function isInBraces(body: Buffer): boolean {
  let start = 0
  let end = body.length - 1
  while (spaces.has(body[start])) start++
  while (spaces.has(body[end])) end--
  return body[start] === 0x7b && body[end] === 0x7d
}

function parse(headers: WhoamiAnswer['headers'], body: Buffer): object | undefined {
  if (!hasJsonType(headers)) return undefined
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function errorIn(body: object | undefined): OryError | undefined {
  const error: unknown = body === undefined ? undefined : Reflect.get(body, 'error')
  if (typeof error !== 'object' || error === null) return undefined
  const text = (key: string): string => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? value : ''
  }
  return { id: text('id'), message: text('message') }
}

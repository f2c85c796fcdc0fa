/** A message of Kratos' form. */
export interface FlowMessage {
  /** The name of the field, such as `traits.email`; none for a message about the whole form. */
  field?: string
  /** The number of the message in Kratos, such as 4000006. */
  id: number
  text: string
}

/** An answer of Kratos that is no success. Its `message` is one line, without passwords, tokens and cookies. */
export class FlowError extends Error {
  override name = 'FlowError'
  /** The HTTP status. */
  readonly status: number
  /** The name of the error, such as `security_csrf_violation`, if Kratos gives it one. */
  readonly id: string | undefined
  /** The messages of the form by field, those about the whole form first; empty where no form is refused. */
  readonly messages: readonly FlowMessage[]

  constructor(message: string, status: number, id: string | undefined, messages: readonly FlowMessage[]) {
    super(message)
    this.status = status
    this.id = id
    this.messages = messages
  }
}

/** What openapi-fetch gives for an answer. */
export interface Fetched<T> {
  data?: T
  error?: unknown
  response: Response
}

/**
 * succeeded makes sure that Kratos did what it was asked for.
 *
 * @throws FlowError with the reason that Kratos gives, in its two shapes: a form with messages, and an error.
 */
export function succeeded(doing: string, { error, response }: Fetched<unknown>): void {
  if (!response.ok) throw refusal(doing, response, error)
}

/** got is what a successful answer holds, see {@link succeeded}. */
export function got<T>(doing: string, fetched: Fetched<T>): NonNullable<T> {
  succeeded(doing, fetched)
  const { data } = fetched
  if (data === undefined || data === null) throw new Error(`${doing}: Kratos answered without a body`)
  return data
}

/** refusal is the error for an answer that is no success, see {@link succeeded}. */
export function refusal(doing: string, response: Response, body: unknown): FlowError {
  const secrets = secretsOf.get(response) ?? []
  const clean = (text: string): string =>
    secrets
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, '***'), text)
      .replaceAll(/\s+/g, ' ')
      .trim()
  const { status } = response
  const messages = formMessages(body).map((message) => ({ ...message, text: clean(message.text) }))
  if (messages.length > 0) {
    const said = messages.map(({ field, id, text }) => `${field === undefined ? '' : `${field}: `}${text} (${id})`)
    return new FlowError(`${doing}: Kratos refused: ${said.join('; ')}`, status, undefined, messages)
  }
  const error = part(body, 'error')
  const id = text(part(error, 'id'))
  const said = [...new Set([text(part(error, 'reason')), text(part(error, 'message'))])]
    .filter((words) => words !== undefined)
    .map((words) => clean(byField(words)).replace(/\.$/, ''))
  const why = said.length > 0 ? said.join('; ') : clean(typeof body === 'string' ? body : '').slice(0, 200)
  return new FlowError(
    `${doing}: Kratos answered ${status}${id === undefined ? '' : ` ${id}`}${why === '' ? '' : `: ${why}`}`,
    status,
    id,
    [],
  )
}

const shortestSecret = 6
const secretsOf = new WeakMap<Response, readonly string[]>()

/** rememberSecrets notes what was secret in a request, so that {@link refusal} does not repeat it from the answer. */
export async function rememberSecrets(request: Request, response: Response): Promise<void> {
  const body: unknown = await request.json().catch(() => undefined)
  const credentials = part(part(part(body, 'credentials'), 'password'), 'config')
  const secrets = [
    part(credentials, 'password'),
    ...['password', 'csrf_token', 'session_token', 'totp_code', 'code'].map((name) => part(body, name)),
    request.headers.get('x-session-token'),
    ...(request.headers.get('cookie') ?? '').split('; ').map((pair) => pair.slice(pair.indexOf('=') + 1)),
  ]
  secretsOf.set(
    response,
    // What is shorter stands in any sentence, as a cookie of a language does.
    secrets
      .map(text)
      .filter((secret) => secret !== undefined)
      .filter(({ length }) => length >= shortestSecret),
  )
}

/** The errors of a form; all its messages where none is an error. */
function formMessages(body: unknown): FlowMessage[] {
  const ui = part(body, 'ui')
  const all = [
    ...list(part(ui, 'messages')).map((message) => ({ message, field: undefined })),
    ...list(part(ui, 'nodes')).flatMap((node) => {
      const attributes = part(node, 'attributes')
      const field = text(part(attributes, 'name')) ?? text(part(attributes, 'id')) ?? text(part(node, 'group'))
      return list(part(node, 'messages')).map((message) => ({ message, field }))
    }),
  ]
  const errors = all.filter(({ message }) => part(message, 'type') === 'error')
  return (errors.length > 0 ? errors : all).map(({ message, field }) => ({
    ...(field === undefined ? {} : { field }),
    id: Number(part(message, 'id')),
    text: text(part(message, 'text')) ?? '',
  }))
}

/** Says `traits.email: …` where the admin API says `I[#/traits/email] S[#/properties/…] …`, in lines that repeat. */
function byField(words: string): string {
  const lines = words.split('\n').filter((line) => !/^I\[.*\] validation failed$/.test(line.trim()))
  const plain = lines.map((line) =>
    line.trim().replace(/^I\[#\/?(.*?)\] S\[.*?\]/, (_, path: string) => `${path.replaceAll('/', '.')}:`),
  )
  return [...new Set(plain)].join('; ')
}

function part(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

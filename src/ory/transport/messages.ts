/** As much of a request as openapi-fetch reads. */
export class GetRequest {
  readonly url: string
  readonly method = 'GET'

  constructor(url: string) {
    this.url = url
  }
}

/** Header values as they came, by names in lower case. */
export type HeaderValues = Record<string, string | string[] | undefined>

/** As much of a response's headers as openapi-fetch and its callers read. */
export class ReceivedHeaders {
  readonly #values: HeaderValues

  constructor(values: HeaderValues) {
    this.#values = values
  }

  /** The first value of a header, like Go's `Header.Get`; all values of `Vary`, which is a list. */
  get(name: string): string | null {
    const key = name.toLowerCase()
    const value = this.#values[key]
    if (!Array.isArray(value)) return value ?? null
    return key === 'vary' ? value.join(', ') : (value[0] ?? null)
  }

  getSetCookie(): string[] {
    const value = this.#values['set-cookie'] ?? []
    return Array.isArray(value) ? value : [value]
  }
}

/** As much of a response as openapi-fetch and its callers read. Its body is whole and can be read repeatedly. */
export class WholeResponse {
  readonly status: number
  readonly statusText: string
  readonly headers: ReceivedHeaders
  readonly body: Buffer
  /** Where redirects led; empty without one. */
  readonly url: string

  constructor(status: number, statusText: string, headers: ReceivedHeaders, body: Buffer, url = '') {
    this.status = status
    this.statusText = statusText
    this.headers = headers
    this.body = body
    this.url = url
  }

  /** The same response with another body or URL. */
  with({ body = this.body, url = this.url }: { body?: Buffer; url?: string }): WholeResponse {
    return new WholeResponse(this.status, this.statusText, this.headers, body, url)
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  bytes(): Promise<Buffer> {
    return Promise.resolve(this.body)
  }

  text(): Promise<string> {
    return Promise.resolve(this.body.toString())
  }
}

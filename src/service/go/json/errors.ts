/** Why the Go SDK would not decode a body; `message` is the SDK's own text if it has one. */
export class GoDecodeError extends Error {
  override name = 'GoDecodeError'
}

/** Why Go could not write what it read; the Go example then answers with nothing. */
export class GoEncodeError extends Error {
  override name = 'GoEncodeError'
}

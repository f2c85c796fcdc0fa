/** Why a body would not have been decoded by the Go SDK; `message` is the SDK's own text where it has one. */
export class GoDecodeError extends Error {
  override name = 'GoDecodeError'
}

/** Why Go could not write what it has read; the Go example then answers with nothing. */
export class GoEncodeError extends Error {
  override name = 'GoEncodeError'
}

/**
 * comparable is what a client got without what differs from call to call: the request's id in an error, and in a JSON
 * Web Token, which it replaces by its claims, the times, the id and the signature.
 */
export function comparable(got: unknown): unknown {
  return JSON.parse(JSON.stringify(got), (key, value: unknown) => {
    if (key === 'request') return undefined
    return key === 'tokenized' && typeof value === 'string' ? lasting(value) : value
  })
}

function lasting(token: string): unknown {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return JSON.parse(claims, (key, value: unknown) => (['iat', 'nbf', 'exp', 'jti'].includes(key) ? undefined : value))
}

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { errorCode } from './error-code.ts'
import { CallStopped } from './failure.ts'
import type { WholeResponse } from './messages.ts'

/**
 * unzip undoes `Content-Encoding: gzip`, and returns other responses as they are.
 *
 * Rejects with a {@link CallStopped} when there are more than `maxBytes` bytes, or when it is done after `deadline`, on
 * the clock of `performance.now()`.
 */
export async function unzip(response: WholeResponse, maxBytes: number, deadline: number): Promise<WholeResponse> {
  if (!isZipped(response)) return response
  let body: Buffer
  try {
    body = await promisify(gunzip)(response.body, { maxOutputLength: maxBytes })
  } catch (error) {
    throw errorCode(error) === 'ERR_BUFFER_TOO_LARGE'
      ? new CallStopped('too_large', `more than ${maxBytes} bytes after gzip`)
      : error
  }
  if (performance.now() > deadline) throw new CallStopped('timeout')
  return response.with({ body })
}

function isZipped({ headers, body }: WholeResponse): boolean {
  return body.length > 0 && headers.get('content-encoding')?.trim().toLowerCase() === 'gzip'
}

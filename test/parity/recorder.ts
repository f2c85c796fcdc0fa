import { exchange, requestBytes } from '../support/exchange.ts'
import { startStubUpstream, type Received } from '../support/stub-ory.ts'
import type { RecordedCase } from './case-file.ts'
import { buildOriginal, startOriginal } from './original.ts'
import { answersAt } from './ory.ts'
import { responseOf, type Vector } from './vector.ts'

/** The Go example in front of a stub of Ory, for one case after the other. */
export interface Recorder {
  /**
   * Has the Go example deal with a case.
   *
   * @throws Error when it does not answer, or keeps the connection.
   */
  record: (given: RecordedCase) => Promise<Vector>
  close: () => Promise<void>
}

/** startRecorder builds and starts the Go example. */
export async function startRecorder(): Promise<Recorder> {
  await buildOriginal()
  const stub = await startStubUpstream()
  const original = await startOriginal(stub.url)
  return {
    record: async ({ name, request, upstream }) => {
      stub.answer = answersAt(stub.url, { whoami: upstream })
      stub.received = []
      const answer = await exchange(original.url, requestBytes(request), request.method, request.closesItsSide)
      if (answer.status === 0) throw new Error('the Go example closed the connection without an answer')
      const [asked] = stub.received
      return {
        name,
        request,
        upstream,
        forwarded: asked === undefined ? null : forwarded(asked),
        response: responseOf(request, answer),
      }
    },
    close: async () => {
      await original.close()
      await stub.close()
    },
  }
}

function forwarded({ method, path, headers }: Received): Vector['forwarded'] {
  // The stub's host has another port each time.
  return { method, path, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'host')) }
}

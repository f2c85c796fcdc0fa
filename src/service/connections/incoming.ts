import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request that Node's parser has read, and the response to it. */
export interface Incoming {
  request: IncomingMessage
  response: ServerResponse
}

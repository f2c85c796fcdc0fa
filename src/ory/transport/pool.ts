import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { buildConnector, Client } from 'undici'
import { stopAt, type Bounds } from './deadline.ts'
import { CallStopped } from './failure.ts'
import { ReceivedHeaders, WholeResponse, type HeaderValues } from './messages.ts'

/** Headers as they are sent, in their order. */
export type SentHeaders = Readonly<Record<string, string>>

/** A GET, and how long to wait for its response. */
export interface Sent extends Bounds {
  path: string
  headers: SentHeaders
}

/** A pool of connections to one origin. */
export interface Pool {
  /**
   * Sends a GET and resolves with the whole response. Like Go's client, it repeats a request on a fresh connection if
   * it failed on a kept one without a byte of response: never twice, never after a byte.
   */
  get: (sent: Sent) => Promise<WholeResponse>
  /** The number of connections that are in use and that are not, and of calls. */
  figures: () => { active: number; idle: number; calls: number }
  /** Cuts off every connection. */
  close: () => void
}

/** A connection for one call at a time; it connects when it is first used, and again after it was closed. */
interface Slot {
  client: Client
  socket: Socket | undefined
}

const maxHeaderSize = 1 << 20 // bytes of the head of a response
const idleTime = 60_000 // ms for which an idle connection is kept, unless Ory says less

/**
 * createPool keeps as many connections to `origin` as are in use at the same time; the caller limits their number. A
 * response has at most `maxBytes`, and a connection must be made within `connectTimeout` ms.
 */
export function createPool(origin: string, maxBytes: number, connectTimeout: number): Pool {
  const connect = buildConnector({ timeout: connectTimeout })
  const slots = new Set<Slot>()
  const free: Slot[] = []

  const clientOf = (slot: Pick<Slot, 'socket'>): Client =>
    new Client(origin, {
      connect: (options, callback) => {
        connect(options, (...[error, socket]) => {
          if (error === null) callback(null, (slot.socket = socket))
          else callback(error, null)
        })
      },
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleTime,
      maxHeaderSize,
    })

  const take = (): Slot => {
    const kept = free.pop()
    if (kept !== undefined) return kept
    const connection: Pick<Slot, 'socket'> = { socket: undefined }
    const slot = Object.assign(connection, { client: clientOf(connection) })
    slots.add(slot)
    return slot
  }

  /** Cuts off a connection with the call on it; the next call makes another. */
  const renew = (slot: Slot): void => {
    void slot.client.destroy()
    slot.client = clientOf(slot)
  }

  const get = (sent: Sent): Promise<WholeResponse> =>
    new Promise((resolve, reject) => {
      const slot = take()
      let open = true
      const settle = (): void => {
        open = false
        settled()
        free.push(slot)
      }
      const stop = (kind: 'timeout' | 'left' | 'too_large' | 'protocol'): void => {
        if (!open) return
        settle() // before the client is destroyed, which fails a call that has no connection yet at once
        renew(slot)
        reject(new CallStopped(kind, kind === 'too_large' ? `more than ${maxBytes} bytes` : ''))
      }
      const settled = stopAt(sent, stop)

      const send = (again: boolean): void => {
        const used = slot.socket
        const before = used === undefined || used.destroyed ? 0 : used.bytesRead
        const read = new Reading(maxBytes)
        slot.client.dispatch(
          { path: sent.path, method: 'GET', headers: sent.headers },
          {
            onRequestStart: () => undefined,
            onResponseStart: (_, status, headers, reason) => {
              read.start(status, headers, statusTextOf(status, reason ?? '', slot.socket))
              if (isOdd(headers['transfer-encoding'])) stop('protocol')
              if (read.tooLarge) stop('too_large')
            },
            onResponseData: (_, chunk) => {
              read.add(chunk)
              if (read.tooLarge) stop('too_large')
            },
            onResponseEnd: () => {
              if (!open) return
              settle()
              resolve(read.answer())
            },
            onResponseError: (_, error) => {
              if (!open) return
              if (!again && before > 0 && slot.socket === used && used?.bytesRead === before) {
                renew(slot)
                send(true)
                return
              }
              settle()
              reject(error)
            },
          },
        )
      }
      send(false)
    })

  return {
    get,
    figures: () => {
      const idle = connected(free)
      return { active: connected(slots) - idle, idle, calls: slots.size - free.length }
    },
    close: () => {
      for (const { client } of slots) void client.destroy()
    },
  }
}

function connected(slots: Iterable<Slot>): number {
  let count = 0
  for (const { socket } of slots) if (socket?.destroyed === false) count++
  return count
}

/** Whether Go does not know a response's transfer coding, so that its end might be taken for the next one's start. */
function isOdd(coding: string | string[] | undefined): boolean {
  return coding !== undefined && (Array.isArray(coding) || coding.trim().toLowerCase() !== 'chunked')
}

/** A response while it arrives from undici. */
class Reading {
  readonly #maxBytes: number
  readonly #chunks: Buffer[] = []
  #size = 0
  #status = 0
  #statusText = ''
  #headers: HeaderValues = {}

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  start(status: number, headers: HeaderValues, statusText: string): void {
    this.#status = status
    this.#headers = headers
    this.#statusText = statusText
    this.#size = 0
    this.#chunks.length = 0
  }

  add(chunk: Buffer): void {
    this.#size += chunk.length
    if (!this.tooLarge) this.#chunks.push(chunk)
  }

  get tooLarge(): boolean {
    return this.#size > this.#maxBytes || Number(this.#headers['content-length']) > this.#maxBytes
  }

  answer(): WholeResponse {
    const [only = Buffer.alloc(0)] = this.#chunks
    const body = this.#chunks.length > 1 ? Buffer.concat(this.#chunks) : only
    return new WholeResponse(this.#status, this.#statusText, new ReceivedHeaders(this.#headers), body)
  }
}

/**
 * The text of a status line. HTTP/2 has none, and undici keeps only the end of one that comes in two packets: the
 * standard text stands in for both.
 */
function statusTextOf(status: number, text: string, socket: Socket | undefined): string {
  const standard = STATUS_CODES[status] ?? ''
  const isHttp2 = socket !== undefined && 'alpnProtocol' in socket && socket.alpnProtocol === 'h2'
  return isHttp2 || (text !== '' && standard.endsWith(text)) ? standard : text
}

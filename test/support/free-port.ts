import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** listenOnFreePort has a server listen on a free port, of loopback unless `host` is another, and resolves to that. */
export async function listenOnFreePort(server: Server, host = '127.0.0.1'): Promise<number> {
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

let next = 20_000 + Math.floor(Math.random() * 10_000)

/**
 * freePort is a port of loopback that nobody uses, another one each time. It is none of those that systems hand out
 * (32768 and up on Linux), so no connection takes it before whoever asked for it listens.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = next
    next = next === 29_999 ? 20_000 : next + 1
    const server = createServer().listen(port, '127.0.0.1')
    try {
      await once(server, 'listening')
    } catch {
      continue // another program uses it
    }
    server.close()
    await once(server, 'close')
    return port
  }
}

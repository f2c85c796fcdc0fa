import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** listenOnFreePort has a server listen on a free port, of loopback unless `host` is another, and resolves to that. */
export async function listenOnFreePort(server: Server, host = '127.0.0.1'): Promise<number> {
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** freePort is a port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listenOnFreePort(server)
  server.close()
  await once(server, 'close')
  return port
}

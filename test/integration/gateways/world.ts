import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, createServer as createTcpServer, type Socket } from 'node:net'
import { listenOnFreePort } from '../../support/free-port.ts'

/** What an application behind a gateway received. */
export interface Arrived {
  method: string
  url: string
  /** All header lines, names as they came. */
  lines: readonly string[]
  headers: IncomingMessage['headers']
  length: number
}

/** An application behind gateways: it answers everything, and speaks a WebSocket that says what it is told. */
export interface Application {
  address: string
  arrived: Arrived[]
  close: () => void
}

/** startApplication listens on a free port of loopback. */
export async function startApplication(): Promise<Application> {
  const sockets = new Set<Socket>()
  const application: Application = { address: '', arrived: [], close: () => undefined }
  const noted = ({ method = '', url = '', headers, rawHeaders }: IncomingMessage, length: number): void => {
    const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ''}`] : []))
    application.arrived.push({ method, url, headers, lines, length })
  }
  const server: Server = createServer((request, response) => {
    let length = 0
    request.on('data', (chunk: Buffer) => (length += chunk.length))
    request.on('end', () => {
      noted(request, length)
      response.end('from the application')
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    noted(request, 0)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    socket.pipe(socket)
  })
  application.address = `127.0.0.1:${await listenOnFreePort(server)}`
  application.close = () => {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
  }
  return application
}

/** What stands between gateways and the service: all passes, or a fault that is a STUB of a service in trouble. */
export type Fault = 'none' | 'down' | 'hanging' | '502' | '503' | 'half an answer'

/** A line to the service that can be broken. */
export interface Line {
  address: string
  break: (fault: Fault) => void
  close: () => void
}

/** startLine listens on a free port of loopback, and passes bytes to and from `url`. */
export async function startLine(url: string): Promise<Line> {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  let fault: Fault = 'none'
  const server = createTcpServer((socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    if (fault === 'down') socket.resetAndDestroy()
    else if (fault === 'none') {
      const service = connect(Number(port), hostname)
      service.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      socket.on('close', () => service.destroy())
      socket.pipe(service).pipe(socket)
    } else {
      const answers = {
        hanging: '',
        502: 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n',
        503: 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n',
        'half an answer': 'HTTP/1.1 200 OK\r\nX-User-Email: ann',
      }
      const answer = answers[fault]
      socket.once('data', () => {
        if (answer !== '') socket.end(answer)
      })
    }
  })
  const address = `127.0.0.1:${await listenOnFreePort(server)}`
  return {
    address,
    break: (next) => {
      fault = next
      for (const socket of open) socket.destroy()
    },
    close: () => {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

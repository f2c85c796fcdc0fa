import { Agent, createServer, request } from 'node:http'

const { hostname, port } = new URL(process.env['ORY_SDK_URL'] ?? '')
// By default, it keeps 256, and would connect anew beyond.
const agent = new Agent({ keepAlive: true, maxFreeSockets: Infinity })

createServer((incoming, outgoing) => {
  const headers = { 'x-session-token': incoming.headers.authorization?.slice('Bearer '.length) }
  request({ hostname, port, path: '/sessions/whoami', agent, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, {
      'content-type': answer.headers['content-type'],
      'content-length': answer.headers['content-length'],
    })
    answer.pipe(outgoing)
  })
    .on('error', () => outgoing.writeHead(502).end())
    .end()
}).listen(Number(process.env['PORT']), '127.0.0.1')

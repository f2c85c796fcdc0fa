import { Agent, createServer, request } from 'node:http'

const { hostname, port } = new URL(process.env['ORY_SDK_URL'] ?? '')
const agent = new Agent({ keepAlive: true })

createServer((incoming, outgoing) => {
  const { authorization = '', cookie = '' } = incoming.headers
  const headers = { cookie, 'x-session-token': authorization.slice('Bearer '.length) }
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

import { createServer } from 'node:http'
import { sessionOf, sizes, tokenOf } from '../session.ts'

const answers = new Map(
  sizes.map((size) => {
    const body = Buffer.from(sessionOf(size))
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length }
    return [`Bearer ${tokenOf(size)}`, { body, headers }]
  }),
)

createServer((request, response) => {
  const answer = answers.get(request.headers.authorization ?? '')
  if (answer === undefined) response.writeHead(401).end()
  else response.writeHead(200, answer.headers).end(answer.body)
}).listen(Number(process.env['PORT']), '127.0.0.1')

import { createServer } from 'node:http'
import { sendLoginPage } from '../support/login-page.ts'

// STUB of Ory's pages for `make up` where their image can't be pulled: plain forms, started with the same variables.
const { PORT = '3000', KRATOS_PUBLIC_URL: kratosUrl = '', KRATOS_BROWSER_URL: browserUrl = kratosUrl } = process.env

createServer((request, response) => {
  if (request.url === '/health/ready') response.end('ok')
  else sendLoginPage(request, response, { kratosUrl, browserUrl })
}).listen(Number(PORT))
process.once('SIGTERM', () => process.exit(0))

import { Configuration, FrontendApi } from '@ory/client'
import { isAxiosError } from 'axios'
import express, { type Express } from 'express'

/**
 * expressApp makes an Express app that asks with Ory's SDK at `basePath` whose session a request's cookie or Bearer
 * token is, and answers with what the SDK returned.
 */
export function expressApp(basePath: string): Express {
  const ory = new FrontendApi(new Configuration({ basePath }))
  const app = express()
  app.get('/', async (request, response) => {
    const { authorization, cookie = '' } = request.headers
    const tokenizeAs =
      typeof request.query['tokenize_as'] === 'string' ? { tokenizeAs: request.query['tokenize_as'] } : {}
    const credentials =
      authorization === undefined ? { cookie } : { xSessionToken: authorization.replace(/^Bearer /, '') }
    try {
      const { data } = await ory.toSession({ ...credentials, ...tokenizeAs })
      response.json(data)
    } catch (error) {
      if (!isAxiosError(error) || error.response === undefined) throw error
      response.status(error.response.status).json(error.response.data)
    }
  })
  return app
}

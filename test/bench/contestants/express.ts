import { Configuration, FrontendApi } from '@ory/client'
import express from 'express'

const frontend = new FrontendApi(new Configuration({ basePath: process.env['ORY_SDK_URL'] ?? '' }))
const app = express()

app.use(async (request, response) => {
  const [, xSessionToken = ''] = /^bearer (.*)$/i.exec(request.get('authorization') ?? '') ?? []
  const { data } = await frontend.toSession({ cookie: request.get('cookie') ?? '', xSessionToken })
  response.json(data)
})

app.listen(Number(process.env['PORT']), '127.0.0.1')

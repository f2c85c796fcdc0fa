import main = require('ory-session-echo')
import koa = require('ory-session-echo/koa')
import testing = require('ory-session-echo/testing')
import type { paths } from 'ory-session-echo/openapi'

const ory = main.createOry('http://localhost:4433')
export const middleware = koa.optionalSession<{ email: string }>({ ory })
export const container = new testing.KratosContainer()
export type Whoami = paths['/sessions/whoami']['get']

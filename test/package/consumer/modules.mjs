import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as main from 'ory-session-echo'
import { optionalSession, redirectToLogin, requireSession } from 'ory-session-echo/koa'
import 'ory-session-echo/openapi'
import { KratosContainer } from 'ory-session-echo/testing'
import { ask } from './ask.mjs'

await ask(main)
for (const value of [optionalSession, redirectToLogin, requireSession, KratosContainer])
  assert.equal(typeof value, 'function')
assert.equal(createRequire(import.meta.url)('ory-session-echo').UpstreamError, main.UpstreamError)

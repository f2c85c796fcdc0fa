const assert = require('node:assert/strict')
const main = require('ory-session-echo')
const { optionalSession, redirectToLogin, requireSession } = require('ory-session-echo/koa')
require('ory-session-echo/openapi')
const { KratosContainer } = require('ory-session-echo/testing')

for (const value of [optionalSession, redirectToLogin, requireSession, KratosContainer])
  assert.equal(typeof value, 'function')
void import('./ask.mjs').then(({ ask }) => ask(main))

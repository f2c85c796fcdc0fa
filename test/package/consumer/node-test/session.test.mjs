import { test } from 'node:test'
import * as main from 'ory-session-echo'
import { ask } from '../ask.mjs'

test('a session is found', () => ask(main))

import { expect, test } from '@jest/globals'
import * as goModel from '../../generated/go-model.ts'
import { skipAny } from '../../src/service/go/json/any.ts'
import { cursorAt, type Cursor } from '../../src/service/go/json/cursor.ts'
import { GoDecodeError, GoEncodeError } from '../../src/service/go/json/errors.ts'
import { structOf } from '../../src/service/go/json/model.ts'
import { copyRing } from '../../src/service/go/json/pieces.ts'
import { recode } from '../../src/service/go/json/recode.ts'
import { roomFor } from '../../src/service/go/json/room.ts'
import { readStruct } from '../../src/service/go/json/struct.ts'
import { toUtf8 } from '../../src/service/go/json/utf8.ts'
import { hostile } from './hostile-bodies.ts'

const session = structOf(goModel.session)
const sizes = [1_000, 10_000, 100_000]
const stepsPerByte = 25 // a session without faults takes 4, one value of a wrong type behind the other 17

/** How often the reader looks at what is there and at what it wrote, with the check of the whole after a failure. */
function stepsOf(body: Buffer): number {
  const text = toUtf8(body)
  let steps = 0
  const counted = (): Cursor => {
    const cursor = cursorAt(text)
    for (const part of ['bytes', 'view', 'pieces', 'members'] as const) {
      let current = watched(cursor[part], () => steps++)
      Object.defineProperty(cursor, part, {
        get: () => current,
        set: (to: typeof current) => {
          current = watched(to, () => steps++)
        },
      })
    }
    return cursor
  }
  ended(() => {
    const cursor = counted()
    return copyRing(cursor, readStruct(cursor, session)).toString()
  })
  ended(() => {
    skipAny(counted())
    return ''
  })
  return steps
}

/** The same, that tells whenever something is read of it. */
function watched<T extends object>(whole: T, read: () => void): T {
  return new Proxy(whole, {
    get: (_, name) => {
      read()
      const value: unknown = Reflect.get(whole, name)
      return typeof value === 'function' ? (...given: unknown[]): unknown => Reflect.apply(value, whole, given) : value
    },
    set: (_, name, value) => Reflect.set(whole, name, value),
  })
}

function ended(read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (error instanceof GoDecodeError || error instanceof GoEncodeError) return error.message
    throw error
  }
}

test.each(hostile)('the work is in proportion to the size of the body, and 2 MB end: $name', ({ body }) => {
  for (const bytes of sizes.map(body)) expect(stepsOf(bytes) / bytes.length).toBeLessThan(stepsPerByte)
  expect(ended(() => recode(body(2_000_000), session, true).toString())).not.toBe('')
})

test.each([
  ['a session', '{"id":"secret","identity":null}'],
  ['what is no JSON', `{"id":"secret","${'x'.repeat(5000)}`],
  ['a text that outgrows what is kept', `{"id":"secret","x":"${'<'.repeat(400_000)}"}`],
  ['a long key, compared in lower case', `{"id":"secret","${'S'.repeat(80)}":1`],
])('nothing of %s stays where the next one is read', (_, text) => {
  roomFor(Buffer.alloc(0)).bytes.fill(0) // of what was counted above
  try {
    recode(Buffer.from(text), session, true)
  } catch (error) {
    expect(error).toBeInstanceOf(GoDecodeError)
  }
  expect(roomFor(Buffer.alloc(0)).bytes.findIndex((byte) => byte !== 0)).toBe(-1)
})

import { expect, test } from '@jest/globals'
import * as goModel from '../../generated/go-model.ts'
import { skipAny } from '../../src/service/go/json/any.ts'
import { cursorAt, type Cursor } from '../../src/service/go/json/cursor.ts'
import { GoDecodeError, GoEncodeError } from '../../src/service/go/json/errors.ts'
import { structOf } from '../../src/service/go/json/model.ts'
import { recode } from '../../src/service/go/json/recode.ts'
import { readStruct } from '../../src/service/go/json/struct.ts'
import { decodeUtf8 } from '../../src/service/go/json/utf8.ts'
import { hostile } from './hostile-bodies.ts'

const session = structOf(goModel.session)
const sizes = [1_000, 10_000, 100_000, 1_000_000]
const stepsPerCharacter = 60 // a session without faults takes 3, one value of a wrong type behind the other 43

/** How often the reader asks where it stands or what is there, with the check of the whole that follows a failure. */
function stepsOf(body: Buffer): number {
  const text = decodeUtf8(body)
  let steps = 0
  const counted = (): Cursor => {
    const cursor = cursorAt(text)
    let at = 0
    const step = <T>(value: T): T => {
      steps++
      return value
    }
    return Object.defineProperties(cursor, {
      text: { get: () => step(text) },
      at: {
        get: () => step(at),
        set: (to: number) => {
          at = to
        },
      },
    })
  }
  ended(() => readStruct(counted(), session))
  ended(() => {
    skipAny(counted())
    return ''
  })
  return steps
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
  for (const bytes of sizes.map(body)) expect(stepsOf(bytes) / bytes.length).toBeLessThan(stepsPerCharacter)
  expect(ended(() => recode(body(2_000_000), session, true))).not.toBe('')
})

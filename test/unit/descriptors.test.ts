import { expect, test } from '@jest/globals'
import { roomFor } from '../../src/service/connections/descriptors.ts'

const wanted = { connections: 10_000, admin: 64, upstream: 256 }

test('a process that may open many files has room for all that is wanted', () => {
  expect(roomFor(wanted, Infinity)).toEqual(wanted)
  expect(roomFor(wanted, 1 << 20)).toEqual(wanted)
})

test.each([4096, 1024, 256, 200, 100])(
  'one that may open %d takes fewer, and the admin port has its room',
  (descriptors) => {
    const { connections, admin, upstream } = roomFor(wanted, descriptors)
    expect(connections + admin + upstream).toBeLessThanOrEqual(descriptors - 30)
    expect(admin).toBe(Math.min(Math.floor(descriptors / 8), 64))
    for (const count of [connections, upstream]) expect(count).toBeGreaterThan(1)
  },
)

import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSink, sinkOf, type Output } from '../../src/service/log-sink.ts'
import { inTime } from '../support/eventually.ts'

const linesOf = (count: number, length: number): string[] =>
  Array.from({ length: count }, (_, index) => `${String(index).padEnd(length - 1, '.')}\n`)

let directory: string
let fds: number[]

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'log-'))
  fds = []
})

afterEach(() => {
  for (const fd of fds) closeSync(fd)
  rmSync(directory, { recursive: true })
})

function open(path: string, flags: number): number {
  const fd = openSync(path, flags)
  fds.push(fd)
  return fd
}

test('a file gets every line in order', async () => {
  const path = join(directory, 'log')
  const sink = createSink(open(path, constants.O_CREAT | constants.O_WRONLY))
  const lines = linesOf(10_000, 100)
  for (const line of lines) sink.write(line)
  await sink.close()
  expect(readFileSync(path, 'utf8')).toBe(lines.join(''))
  expect(sink.dropped()).toBe(0)
})

test('the newest lines that nobody reads are dropped and counted, which is said once they are read again', async () => {
  const path = join(directory, 'pipe')
  execFileSync('mkfifo', [path])
  const reader = open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const told: number[] = []
  const sink = createSink(openSync(path, constants.O_WRONLY), (lines) => {
    told.push(lines)
  })
  const lines = linesOf(40_000, 100)
  for (const line of lines) sink.write(line)
  await sink.close()
  const kept = lines.length - sink.dropped()
  expect(kept * 100).toBeLessThanOrEqual((1 << 20) + (64 << 10))

  let got = ''
  while (told.length === 0 || got.length < kept * 100) {
    await new Promise(setImmediate)
    got += available(reader)
  }
  expect(got).toBe(lines.slice(0, kept).join(''))
  expect(told).toEqual([sink.dropped()])
})

/** What can be read at once. */
function available(fd: number): string {
  const bytes = Buffer.alloc(64 << 10)
  try {
    return bytes.toString('latin1', 0, readSync(fd, bytes))
  } catch {
    return ''
  }
}

describe('a write', () => {
  /** A disk that takes as many bytes of a write as the next of `answers` says, or fails with its code; at last, all. */
  function disk(answers: (number | string)[], most = 4096): { output: Output; written: () => string; sizes: number[] } {
    let written = ''
    const sizes: number[] = []
    const put: Output['put'] = (bytes, done) => {
      const answer = answers.shift() ?? bytes.length
      if (typeof answer === 'number') written += bytes.toString('utf8', 0, answer)
      sizes.push(bytes.length)
      if (typeof answer === 'number') setImmediate(done, null, answer)
      else setImmediate(done, Object.assign(new Error(answer), { code: answer }), 0)
    }
    return { output: { put, most }, written: () => written, sizes }
  }

  test('that took only some bytes is continued', async () => {
    const { output, written } = disk([3, 1, 4])
    const sink = sinkOf(output)
    sink.write('{"a":"é"}\n')
    await sink.close()
    expect([written(), sink.dropped()]).toEqual(['{"a":"é"}\n', 0])
  })

  test('that can not be made now is made later', async () => {
    const { output, written } = disk(['EAGAIN', 'EAGAIN'])
    const sink = sinkOf(output)
    sink.write('one\n')
    await sink.close()
    expect([written(), sink.dropped()]).toEqual(['one\n', 0])
  })

  test.each(['ENOSPC', 'EIO', 'EPIPE'])(
    'that fails with %s costs its lines, not the next, and both are told apart',
    async (code) => {
      const told: number[] = []
      const { output, written } = disk([6, code])
      const sink = sinkOf(output, (lines) => {
        told.push(lines)
      })
      for (const line of ['one\n', 'two\n', 'three\n']) sink.write(line)
      await sink.close()
      expect([written(), sink.dropped(), told]).toEqual(['one\ntw', 2, []])
      sink.write('four\n')
      await sink.close()
      expect([written(), sink.dropped(), told]).toEqual(['one\ntw\nfour\n', 2, [2]])
    },
  )

  test('holds whole lines, as many as a pipe takes as a whole', async () => {
    const { output, written, sizes } = disk([])
    const sink = sinkOf(output)
    const lines = [...linesOf(1000, 250), `${'x'.repeat(10_000)}\n`, ...linesOf(10, 10)]
    for (const line of lines) sink.write(line)
    await sink.close()
    expect(written()).toBe(lines.join(''))
    expect(sizes.filter((size) => size > 4096)).toEqual([10_001])
    expect(sizes.length).toBeLessThan(80)
  })

  test('takes all that waits where that is best', async () => {
    const { output, written, sizes } = disk([], 1 << 20)
    const sink = sinkOf(output)
    const lines = linesOf(4000, 250)
    for (const line of lines) sink.write(line)
    await sink.close()
    expect(written()).toBe(lines.join(''))
    expect(sizes).toHaveLength(2)
  })

  test('that never ends does not keep the end waiting for ever', async () => {
    const sink = sinkOf({ put: () => undefined, most: 4096 })
    sink.write('one\n')
    await inTime('the sink has closed', sink.close())
  })
})

import type { ReadStream, WriteStream } from 'node:tty'

/** What came on standard input; `interrupted` by Ctrl-C. */
export type Input = string | { not: 'too-long' | 'interrupted' }

/**
 * readInput reads standard input to its end, unless it is longer than `most` bytes. What comes is UTF-8, or UTF-16 with
 * a byte order mark, as Windows PowerShell writes it. On a terminal it asks with `hint`, on `stderr`, and reads to
 * Ctrl-D. Nothing pasted is shown then, and lines are of any length: a terminal left to itself cuts them, at 4,095
 * bytes on Linux and at 1,023 on macOS.
 */
export async function readInput(stdin: ReadStream, stderr: WriteStream, hint: string, most: number): Promise<Input> {
  if (!stdin.isTTY) return textOf(await readUntil([], stdin, most))
  stdin.setRawMode(true)
  stderr.write(hint) // after that: whoever pastes at once is not shown it either
  try {
    return textOf(await readUntil([controlC, controlD], stdin, most))
  } finally {
    stdin.setRawMode(false)
    stdin.destroy()
    stderr.write('\n')
  }
}

const controlC = 0x03
const controlD = 0x04

interface Read {
  bytes: Buffer
  /** The byte that ended it. */
  end?: number | undefined
}

/** Reads up to one of the bytes `ends`; undefined, and not read further, when that exceeds `most` bytes. */
async function readUntil(ends: readonly number[], stdin: ReadStream, most: number): Promise<Read | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stdin.iterator({ destroyOnReturn: !stdin.isTTY })) {
    if (!Buffer.isBuffer(chunk)) continue
    const end = ends.length === 0 ? -1 : chunk.findIndex((byte) => ends.includes(byte))
    const kept = end < 0 ? chunk : chunk.subarray(0, end)
    size += kept.length
    if (size > most) return undefined
    chunks.push(kept)
    if (end >= 0) return { bytes: Buffer.concat(chunks), end: chunk[end] }
  }
  return { bytes: Buffer.concat(chunks) }
}

function textOf(read: Read | undefined): Input {
  if (read === undefined) return { not: 'too-long' }
  const { bytes, end } = read
  if (end === controlC) return { not: 'interrupted' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le')
  // A terminal sends Enter, and the ends of pasted lines, as carriage returns.
  return end === undefined ? bytes.toString() : bytes.toString().replace(/\r\n?/g, '\n')
}

import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { once } from 'node:events'
import { listenOnFreePort } from '../../support/free-port.ts'

/** A program that goes on. */
export interface Program {
  child: ChildProcess
  /** Resolves to what it has printed, and rejects with its errors when it ends with another code than 0. */
  printed: Promise<string>
}

/** startProgram has a Node of its own run a module, which may import from `../../../src/testing/`. */
export function startProgram(code: string, environment: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, errors] = [text(child.stdout), text(child.stderr)]
  const printed = once(child, 'close').then(async ([code]) => {
    if (code !== 0) throw new Error(await errors)
    return (await out).trim()
  })
  return { child, printed }
}

/** runProgram resolves to what such a module has printed. */
export function runProgram(code: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  return startProgram(code, environment).printed
}

/** startBarrier resolves to code with which none of `count` programs goes on before all of them are there. */
export async function startBarrier(count: number): Promise<{ code: string; close: () => void }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    if (sockets.length === count) for (const one of sockets) one.destroy()
  })
  const port = await listenOnFreePort(server)
  const code = `
    const { connect } = await import('node:net')
    await new Promise((resolve) => connect(${port}, '127.0.0.1').resume().once('close', resolve))`
  return { code, close: () => server.close() }
}

import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rename } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort } from '../support/free-port.ts'
import { untilListening } from '../support/listening.ts'

const folder = fileURLToPath(new URL('go-example/', import.meta.url))
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const binary = `${cache}go-example`

/** Whether Go is installed, without which the original can't be built. */
export const hasGo = spawnSync('go', ['version']).status === 0

/** Ory's documented Go example, running. */
export interface Original {
  url: string
  close: () => Promise<void>
}

/** buildOriginal compiles the Go example; several processes may do so at once. */
export async function buildOriginal(): Promise<void> {
  await mkdir(cache, { recursive: true })
  const own = `${binary}-${process.pid}`
  await promisify(execFile)('go', ['build', '-o', own, '.'], { cwd: folder })
  await rename(own, binary)
}

/**
 * startOriginal runs the compiled Go example in front of an Ory at `upstream`, and resolves when it takes connections.
 *
 * @throws Error when it ends before that.
 */
export async function startOriginal(upstream: string): Promise<Original> {
  const port = await freePort()
  const child = spawn(binary, { env: { ORY_SDK_URL: upstream, PORT: String(port) }, stdio: 'ignore' })
  const exited = once(child, 'exit')
  await untilListening(child, port)
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      child.kill()
      await exited
    },
  }
}

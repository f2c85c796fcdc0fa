// compile.ts FOLDER starts the service in FOLDER, asks both of its ports, and ends it: Node then writes V8's code of
// what ran, which the next start reads.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const folder = process.argv[2] ?? '/app'
const start = join(folder, 'dist/start.mjs')
const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', ORY_SDK_URL: 'http://127.0.0.1:9' }

const service = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'inherit'] })
const ended = once(service, 'close')
for await (const line of createInterface(service.stdout)) {
  // The service's own first line, whose shape its tests know.
  const { url, admin } = JSON.parse(line) as { url?: string; admin?: string }
  if (url === undefined || admin === undefined) continue
  for (const asked of [url, `${admin}/health/alive`]) await (await fetch(asked)).text()
  service.kill('SIGTERM')
}
await ended
// With PORT=0 nobody can know the admin port, so it says so and ends with 1.
const health = spawn(process.execPath, [start, '--health'], { env, stdio: 'ignore' })
await once(health, 'close')

const cache = join(folder, 'node_modules/.cache/node')
const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const codes = `${service.exitCode} and ${health.exitCode}`
if (codes !== '0 and 1' || files.length === 0)
  throw new Error(`compiling: the service and --health ended with ${codes}, and left ${files.length} files`)
// Node lets only their owner read them, and in the image that is root.
for (const { parentPath, name } of files) chmodSync(join(parentPath, name), 0o644)

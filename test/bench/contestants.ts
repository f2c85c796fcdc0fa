import { fileURLToPath } from 'node:url'

/** A program that answers whose session a request carries, on `PORT` of loopback, by asking Ory at `ORY_SDK_URL`. */
export interface Contestant {
  name: ContestantName
  command: readonly string[]
  environment: Readonly<Record<string, string>>
}

/** Everyone that is measured; Kratos is no program of ours, but a container. */
export const names = [
  'style go',
  'style go, cache',
  'style http',
  'style http, cache',
  'Go example',
  'Express',
  'node:http proxy',
  'node:http constant',
  'Kratos',
] as const

/** A bare `node:http` server, which shows what of a contestant's cost is Node's. */
export type Floor = 'node:http proxy' | 'node:http constant'

/** One of {@link names}. */
export type ContestantName = (typeof names)[number]

const node = process.execPath
const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const production = { NODE_ENV: 'production' }
// The bundle, as the image runs it.
const service = { command: [node, file('../../dist/start.mjs')] }
/** The service from its sources, whose names a profile can show: the bundle is minified. */
export const sources = { command: [node, file('../../src/start.js')] }
const settings = { ...production, HOST: '127.0.0.1', ADMIN_PORT: '0' }
const cache = { SESSION_CACHE: '64MB' }

/** Where the Go example is built; the tests that hold the service against it use the same program. */
export const goExample = { sources: file('../parity/go-example/'), program: file('../../.cache/go-example') }

/** The programs, each held to one core; only Go needs to be told that it has one. */
export const contestants: readonly Contestant[] = [
  { name: 'style go', ...service, environment: { ...settings, RESPONSES: 'go' } },
  { name: 'style go, cache', ...service, environment: { ...settings, RESPONSES: 'go', ...cache } },
  { name: 'style http', ...service, environment: { ...settings, RESPONSES: 'http' } },
  { name: 'style http, cache', ...service, environment: { ...settings, RESPONSES: 'http', ...cache } },
  { name: 'Go example', command: [goExample.program], environment: { GOMAXPROCS: '1' } },
  { name: 'Express', command: [node, file('contestants/express.ts')], environment: production },
  { name: 'node:http proxy', command: [node, file('contestants/proxy.ts')], environment: production },
  { name: 'node:http constant', command: [node, file('contestants/constant.ts')], environment: production },
]

/** floorOf names the floor of a contestant: the constant answer for those that answer from a cache, else the proxy. */
export function floorOf(name: ContestantName): Floor | undefined {
  if (name === 'Kratos') return undefined
  return name === 'node:http constant' || name.endsWith(', cache') ? 'node:http constant' : 'node:http proxy'
}

/** isService tells this service from what it is compared with. */
export function isService(name: ContestantName): boolean {
  return name.startsWith('style ')
}

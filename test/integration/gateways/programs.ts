import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from '../../support/eventually.ts'
import { freePort } from '../../support/free-port.ts'
import { untilListening } from '../../support/listening.ts'

/** A gateway that runs with the configuration of its page in docs/gateways. */
export interface Gateway {
  url: string
  /** Where it speaks HTTP/2 without TLS. */
  http2Url: string
  stop: () => Promise<void>
}

/** A gateway's program, and the files that it is started with. */
interface Program {
  command: string
  args: string[]
  files: (page: Page, http2: string) => Record<string, string>
}

type Page = (fence: string) => string

const python = fileURLToPath(new URL('../../../.cache/python/', import.meta.url))
const programs: Record<string, Program> = {
  nginx: {
    command: 'nginx',
    args: ['-p', '.', '-c', 'nginx.conf'],
    files: (page, http2) => ({
      session_headers: page('nginx session_headers'),
      session_check: page('nginx session_check'),
      'nginx.conf':
        'daemon off; master_process off; pid pid; error_log stderr crit; events {}\nhttp {\naccess_log off;\n' +
        ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join(' ') +
        `${page('nginx').replace('  listen ', `  listen ${http2} http2;\n  listen `)}}\n`,
    }),
  },
  caddy: {
    command: join(python, 'bin/caddy'),
    args: ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
    files: (page) => ({
      Caddyfile: `{\n\tadmin off\n\tservers {\n\t\tprotocols h1 h2c\n\t}\n}\n${page('caddy')}`,
    }),
  },
  traefik: {
    command: join(python, 'bin/traefik'),
    args: ['--configfile=traefik.yml'],
    files: (page) => ({ 'traefik.yml': page('yaml traefik.yml'), 'session.yml': page('yaml session.yml') }),
  },
  envoy: {
    command: join(python, 'envoy/_bin/envoy'),
    args: ['-c', 'envoy.yaml', '--disable-hot-restart', '--log-level', 'error'],
    files: (page) => ({ 'envoy.yaml': page('yaml') }),
  },
}

export const gateways = Object.keys(programs)

/** Why a gateway can't be started here, and how to get it; undefined where it can. */
export function whyMissing(name: string): string | undefined {
  const command = programs[name]?.command ?? ''
  if (name === 'nginx') return spawnSync(command, ['-v']).error === undefined ? undefined : 'install it, package nginx'
  return existsSync(command) ? undefined : 'run: sh test/scripts/python.sh'
}

/**
 * startGateway starts a gateway before an application and the service, given by their addresses. It is configured as
 * its page says, or another `text` like it.
 */
export async function startGateway(name: string, app: string, service: string, text?: string): Promise<Gateway> {
  const program = programs[name]
  if (program === undefined) throw new Error(`no gateway ${name}`)
  text ??= await readFile(new URL(`../../../docs/gateways/${name}.md`, import.meta.url), 'utf8')
  const [port, http2Port] = [await freePort(), await freePort()]
  const addresses: Record<string, string> = { 8000: `127.0.0.1:${port}`, 8080: app, 3000: service }
  const page: Page = (fence) => {
    const [, block = ''] = text.split(`\n\`\`\`${fence}\n`)
    return block
      .slice(0, block.indexOf('\n```') + 1)
      .replace(/127\.0\.0\.1:(8000|8080|3000)/g, (_, port: string) => addresses[port] ?? '')
      .replace('http://:8000', `http://:${port}`)
      .replace(/address: 127\.0\.0\.1, port_value: (8000|8080|3000)/g, (_, port: string) => {
        const [host = '', own = ''] = addresses[port]?.split(':') ?? []
        return `address: ${host}, port_value: ${own}`
      })
  }
  const folder = await mkdtemp(join(tmpdir(), `${name}-`))
  for (const [file, content] of Object.entries(program.files(page, `127.0.0.1:${http2Port}`)))
    await writeFile(join(folder, file), content)
  const child: ChildProcess = spawn(program.command, program.args, {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  await untilListening(child, port)
  const url = `http://127.0.0.1:${port}`
  // Traefik listens before it knows its routes.
  await eventually(`${name} asks the service`, async () => (await fetch(url)).status === 401)
  return {
    url,
    http2Url: name === 'nginx' ? `http://127.0.0.1:${http2Port}` : url,
    stop: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { eventually } from './eventually.ts'
import { freePort } from './free-port.ts'

const path = `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin`

/** missingNginx says that nginx is not installed; undefined where it is. */
export function missingNginx(): string | undefined {
  const there = path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'nginx'), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
  return there ? undefined : 'nginx is not installed'
}

/** What an nginx balances, and how. */
interface Balanced {
  /** The addresses of the servers, with a port and no scheme. */
  servers: readonly string[]
  /** What holds for each of them, such as `max_fails=0`. */
  each: string
  /** How many idle connections to them are kept. */
  keepalive: number
  /** More directives, such as which failures go to the next server. */
  directives: string
}

/**
 * startBalancer starts nginx before servers that run, until `atEnd`, and tells `heard` what it complains of. It
 * resolves to nginx's URL as soon as that answers.
 */
export async function startBalancer(
  { servers, each, keepalive, directives }: Balanced,
  atEnd: (end: () => unknown) => void,
  heard: (text: string) => void = () => undefined,
): Promise<string> {
  const port = await freePort()
  const http = `
  upstream balanced {
    ${servers.map((server) => `server ${server} ${each};`).join(' ')}
    keepalive ${keepalive};
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://balanced;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      ${directives}
    }
  }`
  startNginx(http, atEnd, heard)
  const url = `http://127.0.0.1:${port}`
  await eventually('nginx answers', async () => (await fetch(url).catch(() => undefined)) !== undefined)
  return url
}

/** Starts nginx with what stands in the block `http` of its configuration. It does not wait until it listens. */
function startNginx(http: string, atEnd: (end: () => unknown) => void, heard: (text: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'ory-session-echo-nginx-'))
  atEnd(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  chmodSync(folder, 0o755) // nginx's worker is another user when nginx is started by root
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  const configuration = `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  ${temporary}
  keepalive_requests 1000000000;
  ${http}
}
`
  writeFileSync(join(folder, 'nginx.conf'), configuration)
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    env: { PATH: path },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(nginx, 'exit')
  atEnd(async () => {
    nginx.kill('SIGTERM') // its worker ends with it, as it would not by SIGKILL
    await exited
  })
  nginx.stderr.setEncoding('utf8').on('data', heard)
}

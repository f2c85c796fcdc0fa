import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

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

/**
 * startNginx starts nginx with what stands in the block `http` of its configuration, until `atEnd`, and tells `heard`
 * what it complains of. It does not wait until it listens.
 */
export function startNginx(
  http: string,
  atEnd: (end: () => unknown) => void,
  heard: (text: string) => void = () => undefined,
): void {
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

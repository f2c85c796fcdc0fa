import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RandomPortGenerator } from 'testcontainers'
import { firstAnswer, start, stop } from './processes.ts'
import { sessionOf, sizes, tokenOf } from './session.ts'

/** An nginx that answers whoami as a Kratos does, with one fixed session for each size. */
export interface Upstream {
  url: string
  /** Ends nginx and removes its files. */
  close: () => Promise<void>
}

/**
 * startUpstream runs nginx as a child on a free port of loopback, with one worker on `cores`.
 *
 * @throws Error with nginx's complaint when it does not answer.
 */
export async function startUpstream(cores: string): Promise<Upstream> {
  const folder = await mkdtemp(join(tmpdir(), 'ory-session-echo-bench-'))
  const port = await new RandomPortGenerator().generatePort()
  await chmod(folder, 0o755) // nginx's worker is another user when nginx is started by root
  await Promise.all(sizes.map((size) => writeFile(join(folder, `${size}.json`), sessionOf(size))))
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, port))
  const nginx = start(
    ['nginx', '-p', folder, '-c', 'nginx.conf', '-e', 'stderr'],
    { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    cores,
  )
  const close = async (): Promise<void> => {
    await stop(nginx)
    await rm(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  try {
    await firstAnswer(nginx, url, tokenOf(1))
  } catch (error) {
    await close()
    throw new Error(`starting nginx: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
  return { url, close }
}

function configuration(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  const known = sizes.map((size) => `${tokenOf(size)} ${size};`).join(' ')
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  ${temporary}
  types { application/json json; }
  default_type application/json;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=16;
  keepalive_requests 1000000000;
  keepalive_timeout 1h;
  etag off;
  max_ranges 0;
  map $http_authorization $bearer { default ''; '~^Bearer (?<token>.+)$' $token; }
  map "$http_x_session_token$bearer" $session { default ''; ${known} }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${folder};
    location = /sessions/whoami {
      if ($session = '') { return 401 '{"error":{"code":401,"status":"Unauthorized","message":"No valid session"}}'; }
      add_header Cache-Control 'private, no-cache, no-store, must-revalidate';
      add_header Vary Cookie;
      add_header X-Kratos-Authenticated-Identity-Id 9f425a8d-7efc-4768-8f23-7647a74fdf13;
      add_header Ory-Session-Cache-For 60;
      try_files /$session.json =404;
    }
    location = /health/ready { return 200 '{"status":"ok"}'; }
  }
}
`
}

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RandomPortGenerator } from 'testcontainers'
import { firstAnswer, start, stop } from './processes.ts'

/** An nginx that answers whoami as a Kratos does, with one fixed session for each size. */
export interface Upstream {
  url: string
  /** Ends nginx and removes its files. */
  close: () => Promise<void>
}

/** Sizes of the sessions in kB. */
export const sizes = [1, 10, 100] as const

/** tokenOf is the session token that gets the session of `size` kB. */
export function tokenOf(size: number): string {
  return `ory_st_benchmark_${size}`
}

/** sessionOf makes a session as Kratos writes it, of about `size` kB: its identity belongs to that many groups. */
export function sessionOf(size: number): string {
  const time = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace('Z', '416123Z')
  const groups: unknown[] = []
  const session = {
    id: '0d6c7a5c-2f0e-4a53-9b9f-6a4a2c1f7f10',
    active: true,
    expires_at: time(1),
    authenticated_at: time(0),
    authenticator_assurance_level: 'aal1',
    authentication_methods: [{ method: 'password', aal: 'aal1', completed_at: time(0) }],
    issued_at: time(0),
    identity: {
      id: '9f425a8d-7efc-4768-8f23-7647a74fdf13',
      schema_id: 'default',
      schema_url: 'http://127.0.0.1:4433/schemas/ZGVmYXVsdA',
      state: 'active',
      state_changed_at: time(-30),
      traits: { email: 'ann@example.com', name: 'Ann', groups },
      metadata_public: null,
      created_at: time(-30),
      updated_at: time(-1),
      organization_id: null,
    },
    devices: [
      {
        id: '5a1f3c52-0d24-4b0e-8b87-0f8a3f7f9c11',
        ip_address: '127.0.0.1:50422',
        user_agent: 'Mozilla/5.0 (X11; Linux x86_64)',
        location: '',
      },
    ],
  }
  while (JSON.stringify(session).length < size * 1000)
    groups.push({ name: `group ${groups.length}`, role: 'member', id: groups.length, since: time(-groups.length) })
  return JSON.stringify(session)
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

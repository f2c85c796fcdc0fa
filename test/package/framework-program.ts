import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as onward } from 'node:http'
import { request } from 'undici'
import { freePort, listenOnFreePort } from '../support/free-port.ts'
import { untilListening } from '../support/listening.ts'

/** What a program answered. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  cookies: readonly string[]
  body: string
}

/** A running program of a page. */
export interface Program extends AsyncDisposable {
  ask: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Lets answers of Ory come without {@link edgeCookie}. */
  dropEdgeCookie: () => void
  /** Nothing accepts connections at the URL of Ory any more. */
  loseOry: () => void
  /** What it wrote. */
  written: () => string
}

/** The cookie that every answer of Ory's has at first, whether it is a session or a refusal. */
export const edgeCookie = 'edge=1; Path=/; HttpOnly'

/** The login of a program that sends browsers there. */
export const loginUrl = 'https://auth.example.com/login'

/** startProgram starts a program in front of Ory, and resolves when it listens. */
export async function startProgram(
  node: string,
  args: readonly string[],
  cwd: string,
  oryUrl: string,
): Promise<Program> {
  const edge = await startEdge(oryUrl)
  const port = await freePort()
  const env = { ORY_SDK_URL: edge.url, PORT: String(port), LOGIN_URL: loginUrl, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-3000)))
  const end = async (): Promise<void> => {
    edge.close()
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
  try {
    await untilListening(child, port)
  } catch (error) {
    await end()
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${written}`, { cause: error })
  }
  return {
    ask: (path, headers = {}) => ask(`http://127.0.0.1:${port}${path}`, headers),
    dropEdgeCookie: edge.dropCookie,
    loseOry: edge.close,
    written: () => written,
    [Symbol.asyncDispose]: end,
  }
}

/** ask sends a request, and nothing of its own, as `fetch` does. */
export async function ask(url: string, sent: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { statusCode: status, headers, body } = await request(url, { method, headers: sent })
  return { status, headers, cookies: [headers['set-cookie'] ?? []].flat(), body: await body.text() }
}

/** Stands before Ory and sets a cookie of its own on every answer, as a content delivery network may. */
async function startEdge(oryUrl: string): Promise<{ url: string; dropCookie: () => void; close: () => void }> {
  let own = [edgeCookie]
  const server = createServer((asked, answer) => {
    const { method, headers } = asked
    const call = onward(`${oryUrl}${asked.url ?? ''}`, { method, headers }, (response) => {
      const cookies = [...(response.headers['set-cookie'] ?? []), ...own]
      answer.writeHead(response.statusCode ?? 502, { ...response.headers, 'set-cookie': cookies })
      response.pipe(answer)
    })
    call.on('error', () => asked.socket.destroy())
    asked.pipe(call)
  })
  const port = await listenOnFreePort(server)
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  const dropCookie = (): void => {
    own = []
  }
  return { url: `http://127.0.0.1:${port}`, dropCookie, close }
}

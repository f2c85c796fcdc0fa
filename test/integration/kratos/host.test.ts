import { connect, createServer, type Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { GenericContainer, Network, Wait } from 'testcontainers'
import { KratosContainer, kratosImage, somebody } from '../../../src/testing/index.ts'
import { freePort, listenOnFreePort } from '../../support/free-port.ts'
import { runProgram } from './process.ts'

interface Flow {
  ui: { action: string; nodes: { attributes: { name?: string; value?: string } }[] }
}

/** Logs in as a browser does, which sends cookies to the host that set them only; resolves to Kratos' status. */
async function logInWithJar(publicUrl: string, email: string): Promise<number> {
  const headers = { accept: 'application/json' }
  const begun = await fetch(`${publicUrl}/self-service/login/browser`, { headers })
  const { ui } = (await begun.json()) as Flow
  const jar = begun.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')
  const here = new URL(ui.action).hostname === new URL(publicUrl).hostname
  const csrf = ui.nodes.find(({ attributes }) => attributes.name === 'csrf_token')?.attributes.value
  const done = await fetch(ui.action, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', cookie: here ? jar.join('; ') : '' },
    body: JSON.stringify({ method: 'password', identifier: email, password: 'a-password-7-of-hers', csrf_token: csrf }),
  })
  return done.status
}

/** A program that prints the URLs of a Kratos, and the URL to which one of its pages posts. */
const program = `
  import { KratosContainer } from '../../../src/testing/index.ts'
  const kratos = await new KratosContainer().start()
  const accept = { headers: { accept: 'application/json' } }
  const flow = await (await fetch(kratos.getPublicUrl() + '/self-service/login/browser', accept)).json()
  console.log(JSON.stringify([kratos.getPublicUrl(), kratos.getAdminUrl(), flow.ui.action]))
  await kratos.stop()`

async function hostsOf(environment: NodeJS.ProcessEnv): Promise<string[]> {
  const urls = JSON.parse(await runProgram(program, environment)) as string[]
  return urls.map((url) => new URL(url).hostname)
}

test('a cookie jar logs in: the public URL and that of the pages have one host', async () => {
  const kratos = await new KratosContainer().start()
  try {
    const ann = { ...somebody(), password: 'a-password-7-of-hers' }
    await kratos.flows.createIdentity(ann)
    expect(await logInWithJar(kratos.getPublicUrl(), ann.email)).toBe(200)
  } finally {
    await kratos.stop()
  }
})

test('the host of another engine is in all URLs: DOCKER_HOST, and TESTCONTAINERS_HOST_OVERRIDE before it', async () => {
  const sockets = new Set<Socket>()
  const engine = createServer((socket) => {
    const other = connect('/var/run/docker.sock')
    for (const one of [socket, other]) sockets.add(one.on('error', () => undefined))
    socket.pipe(other).pipe(socket)
  })
  const DOCKER_HOST = `tcp://127.0.0.1:${await listenOnFreePort(engine)}`
  try {
    const here = { DOCKER_HOST, TESTCONTAINERS_HOST_OVERRIDE: undefined }
    expect(await hostsOf(here)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1'])
    const there = { DOCKER_HOST, TESTCONTAINERS_HOST_OVERRIDE: '127.0.0.2' }
    expect(await hostsOf(there)).toEqual(['127.0.0.2', '127.0.0.2', '127.0.0.2'])
  } finally {
    engine.close()
    for (const socket of sockets) socket.destroy()
  }
})

test('a container in the network reaches Kratos by its alias, also as a browser with that as base URL', async () => {
  const network = await new Network().start()
  const kratos = await new KratosContainer()
    .withNetwork(network)
    .withNetworkAliases('kratos')
    .withBaseUrl('http://kratos:4433')
    .start()
  try {
    expect(kratos.getPublicUrl()).toBe('http://kratos:4433')
    const { cookie } = await kratos.flows.registerAsBrowser(somebody()) // from this machine
    expect(cookie).toContain('ory_kratos_session=')
    const mapped = `http://${kratos.getHost()}:${kratos.getMappedPort(4433)}`
    const flow = await fetch(`${mapped}/self-service/login/browser`, { headers: { accept: 'application/json' } })
    expect(((await flow.json()) as Flow).ui.action).toMatch(/^http:\/\/kratos:4433\/self-service\/login\?flow=/)
    const client = await new GenericContainer(kratosImage)
      .withNetwork(network)
      .withCommand(['identities', 'list', '--endpoint', 'http://kratos:4434', '--format', 'json'])
      .withWaitStrategy(Wait.forLogMessage('"identities"'))
      .start()
    await client.stop()
  } finally {
    await kratos.stop()
    await network.stop()
  }
})

test('another base URL, as behind a proxy, is the public one, and the flows still work', async () => {
  const proxy = createServer()
  const port = await freePort()
  const kratos = await new KratosContainer().withBaseUrl(`http://127.0.0.1:${port}/`).start()
  try {
    proxy.on('connection', (socket: Socket) => {
      const other = connect(kratos.getMappedPort(4433), kratos.getHost())
      for (const one of [socket, other]) one.on('error', () => undefined)
      socket.pipe(other).pipe(socket)
    })
    proxy.listen(port, '127.0.0.1')
    expect(kratos.getPublicUrl()).toBe(`http://127.0.0.1:${port}`)
    const ann = { ...somebody(), password: 'a-password-7-of-hers' }
    await kratos.flows.register(ann)
    expect(await logInWithJar(kratos.getPublicUrl(), ann.email)).toBe(200)
  } finally {
    proxy.close()
    await kratos.stop()
  }
})

test('a base URL that is none for HTTP is refused at once', () => {
  expect(() => new KratosContainer().withBaseUrl('kratos:4433')).toThrow(
    'configuring Kratos\' base URL: expected one that starts with http:// or https://, got "kratos:4433"',
  )
})

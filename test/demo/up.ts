import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { styleText } from 'node:util'
import * as v from 'valibot'
import { findKratosImage } from '../../src/testing/image.ts'
import { accepts } from '../support/listening.ts'
import { inWords, overrideFor, type Substitutes } from './substitutes.ts'

const file = '.cache/compose/substitutes.yaml'
const own = 'ory-session-echo'
const compose = ['test/scripts/compose.sh']
/** Compose without substitutes, for `env`. */
const asWritten = ['SUBSTITUTES=no', 'sh', ...compose]
const paint = (text: string): string => styleText('green', text, { stream: process.stdout })
const config = v.object({
  services: v.record(
    v.string(),
    v.object({
      image: v.optional(v.string()),
      ports: v.optional(v.array(v.object({ target: v.number(), published: v.string() }))),
    }),
  ),
})

/** Which variable names the port of this machine for a container's. */
const variables: Record<number, string> = {
  8000: 'GATEWAY_PORT',
  3000: 'ECHO_PORT',
  3001: 'DEBUG_PORT',
  4455: 'LOGIN_PORT',
  4433: 'KRATOS_PORT',
  8025: 'MAIL_PORT',
}

const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    interrupted.abort()
  })

/** A program that failed; it has said why. */
class Failure extends Error {}

/** Runs a program, and resolves to what it says on its standard output, or passes that on. */
async function run(program: string, args: readonly string[], { shown = false, quiet = false } = {}): Promise<string> {
  interrupted.signal.throwIfAborted()
  const child = spawn(program, args, { stdio: ['ignore', shown ? 'inherit' : 'pipe', quiet ? 'ignore' : 'inherit'] })
  const closed = once(child, 'close')
  const said = child.stdout === null ? '' : await text(child.stdout)
  await closed
  interrupted.signal.throwIfAborted()
  if (child.exitCode !== 0) throw new Failure(`running ${program} ${args.join(' ')}: it failed, see above`)
  return said.trim()
}

async function isPresent(image: string): Promise<boolean> {
  const inspected = run('docker', ['image', 'inspect', '--format', '{{.Id}}', image], { quiet: true })
  return inspected.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure) return false
      throw error
    },
  )
}

/** Kratos' own image has a shell, and wget; the one that is built from its Go module has not. */
async function isBuiltKratos(image: string): Promise<boolean> {
  const entrypoint = await run('docker', ['image', 'inspect', '--format', '{{json .Config.Entrypoint}}', image])
  return entrypoint === '["/kratos"]'
}

/** Pulls what is missing of the images, and makes substitutes for those that can't be pulled. */
async function bring(images: ReadonlyMap<string, string>): Promise<Substitutes> {
  const missing = async (): Promise<string[]> => {
    const looked = [...images].map(async ([service, image]) => ((await isPresent(image)) ? [] : [service]))
    return (await Promise.all(looked)).flat()
  }
  const wanted = await missing()
  if (wanted.length > 0) {
    const pull = [...asWritten, 'pull', '--quiet', '--ignore-pull-failures', ...wanted]
    await run('sh', ['test/scripts/progress.sh', 'pulling images', 'env', ...pull]).catch(failed)
  }
  const unpulled = (await missing()).filter((service) => service !== 'kratos')
  const kratos = images.get('kratos') ?? ''
  await findKratosImage(kratos, { signal: interrupted.signal })
  if (await isBuiltKratos(kratos)) unpulled.push('kratos')

  const substitutes: Substitutes = new Map()
  for (const service of unpulled) {
    const image = images.get(service) ?? ''
    const made = await run('sh', ['test/scripts/substitute.sh', service, image]).catch(failed)
    if (made === undefined && service !== 'mail')
      throw new Failure(`starting ${service}: ${image} can't be pulled, and there is no substitute for it; see above`)
    substitutes.set(service, made)
    console.error(`substitute: ${image} ${inWords(service, made)}`)
  }
  return substitutes
}

function failed(error: unknown): undefined {
  if (!(error instanceof Failure)) throw error
  return undefined
}

async function up(): Promise<void> {
  await run('sh', ['test/scripts/docker.sh'])
  const { services } = v.parse(config, JSON.parse(await run('env', [...asWritten, 'config', '--format', 'json'])))
  const running = await run('sh', [...compose, 'ps', '--quiet'])
  if (running === '')
    for (const { target, published } of Object.values(services).flatMap(({ ports = [] }) => ports))
      if (await accepts(Number(published)))
        throw new Failure(
          `starting on port ${published}: another program uses it; end that, or take another: ` +
            `make up ${variables[target]}=${Number(published) + 1}`,
        )
  const images = new Map(
    Object.entries(services).flatMap(([name, { image }]) =>
      image === undefined || image === own || name === 'migrate' ? [] : [[name, image] as const],
    ),
  )
  await run('sh', ['deploy/image/build.sh'])
  const substitutes = await bring(images)
  await mkdir('.cache/compose', { recursive: true })
  await writeFile(file, overrideFor(substitutes))
  try {
    await run('sh', [...compose, 'up', '--detach', '--wait', '--wait-timeout', '300'], { shown: true })
  } catch (error) {
    if (interrupted.signal.aborted && running === '') await down()
    if (!(error instanceof Failure)) throw error
    throw new Failure(
      'starting the services: they are not all healthy, see above; what they say: sh test/scripts/compose.sh logs; ' +
        'then remove them: make down',
      { cause: error },
    )
  }
  const at = (service: string, target: number): string =>
    `http://localhost:${services[service]?.ports?.find((port) => port.target === target)?.published ?? ''}`
  console.log(
    [
      '',
      `Sign up, and see who you are: ${paint(`${at('gateway', 8000)}/`)}`,
      '',
      ...(substitutes.has('mail') && substitutes.get('mail') === undefined
        ? []
        : [`The mails that were sent:      ${paint(`${at('mail', 8025)}/`)}`]),
      `Why there is a session:        ${paint(`${at('session-echo', 3001)}/debug`)}`,
      `Whose session it is, as JSON:  ${paint(`${at('session-echo', 3000)}/sessions/whoami`)}`,
      '',
      'make down ends it and keeps the accounts; make down ACCOUNTS=remove removes them too.',
    ].join('\n'),
  )
}

/** Removes what an interrupted start has left; it is no longer interrupted. */
async function down(): Promise<void> {
  const child = spawn('sh', [...compose, 'down', '--remove-orphans'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await once(child, 'close')
}

try {
  await up()
} catch (error) {
  if (!interrupted.signal.aborted) console.error(error instanceof Error ? error.message : error)
  process.exitCode = interrupted.signal.aborted ? 130 : 1
}

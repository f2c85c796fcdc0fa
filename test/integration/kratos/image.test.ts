import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from '@jest/globals'
import { whyNotHere } from '../../../src/testing/build.ts'
import { findKratosImage } from '../../../src/testing/image.ts'
import { KratosContainer, kratosImage } from '../../../src/testing/index.ts'
import { eventually, inTime } from '../../support/eventually.ts'
import { runProgram, startBarrier, startProgram } from './process.ts'
import { startRegistry } from './registry.ts'

const run = promisify(execFile)
const docker = async (...args: string[]): Promise<string> => (await run('docker', args)).stdout.trim()
const find = (image: string, more = 'const signal = undefined'): string => `
  import { findKratosImage } from '../../../src/testing/image.ts'
  ${more}
  const found = findKratosImage('${image}', { say: () => {}, signal })
  console.log(await found.catch(({ message }) => message))`

beforeAll(async () => {
  await findKratosImage(kratosImage)
}, 600_000)

test.each(['oryd/kratos:v99', 'oryd/kratos', 'example/kratos:v1.3.1'])(
  '%s is an error where it can’t be pulled, in one line, and nothing is built in its place',
  async (image) => {
    const registry = await startRegistry()
    process.env['TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX'] = registry.address
    try {
      const error = await new KratosContainer(image).start().catch(String)
      expect(error).toMatch(/^Error: pulling 127\.0\.0\.1:\d+\/\S+: .*manifest.*$/)
      expect(error).toMatch(/ \(it can't be built here: it is not oryd\/kratos:v1\.3\.1\)$/)
      expect(await docker('images', '--quiet', `${registry.address}/${image}`)).toBe('')
    } finally {
      delete process.env['TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX']
      registry.close()
    }
  },
)

test.each(['Not A Name', ' ', '../secret'])('%j is no name of an image', async (image) => {
  await expect(new KratosContainer(image).start()).rejects.toThrow(/^looking for the image "[^]*": that is no name/)
})

test("an image comes from the registry of Testcontainers' prefix, without the docker program", async () => {
  const registry = await startRegistry({ repository: 'mirror/oryd/kratos' })
  const environment = { PATH: '/nowhere', TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX: `${registry.address}/mirror` }
  const image = `${registry.address}/mirror/oryd/kratos:v99`
  try {
    expect(await runProgram(find('oryd/kratos:v99'), environment)).toBe('pulled')
    expect(await docker('images', '--quiet', image)).not.toBe('')
    expect(await runProgram(find('oryd/kratos:v99'), environment)).toBe('present')
  } finally {
    registry.close()
    await docker('rmi', image)
  }
})

test('a signal ends the wait for a pull', async () => {
  const registry = await startRegistry({ hangs: true })
  const abort =
    "const stop = new AbortController(); process.once('SIGTERM', () => stop.abort()); const { signal } = stop"
  const { child, printed } = startProgram(`${find(`${registry.address}/oryd/kratos:v99`, abort)}\n  process.exit()`)
  try {
    await eventually('the registry is asked', () => registry.isAsked())
    child.kill('SIGTERM')
    expect(await inTime('the program has ended', printed)).toBe(
      `pulling ${registry.address}/oryd/kratos:v99: interrupted`,
    )
  } finally {
    registry.close()
  }
})

test('of several processes that need an image, one brings it', async () => {
  const registry = await startRegistry({ repository: 'oryd/kratos' })
  const barrier = await startBarrier(3)
  const image = `${registry.address}/oryd/kratos:v99`
  const code = find(image, `${barrier.code}\nconst signal = undefined`)
  try {
    const found = await Promise.all(Array.from({ length: 3 }, () => runProgram(code)))
    expect(found.toSorted()).toEqual(['present', 'present', 'pulled'])
  } finally {
    barrier.close()
    registry.close()
    await docker('rmi', image)
  }
})

test.each([
  ['x86_64', undefined, 'linux', 'x64', undefined],
  ['aarch64', 'linux/arm64', 'linux', 'arm64', undefined],
  ['x86_64', undefined, 'darwin', 'x64', 'only Linux can build it'],
  ['x86_64', undefined, 'win32', 'x64', 'only Linux can build it'],
  ['aarch64', undefined, 'linux', 'x64', "the engine's machine is arm64, this one amd64"],
  ['x86_64', 'linux/arm64', 'linux', 'x64', 'it would not be for linux/arm64'],
] as const)(
  'for an engine on %s and platform %s, %s on %s can build it, or says why not',
  (engine, asked, platform, arch, why) => {
    expect(whyNotHere(engine, asked, { platform, arch })).toBe(why)
  },
)

test('KRATOS_IMAGE is the image of a container that is given none', async () => {
  const image = 'kratos-of-a-test:renamed'
  await docker('tag', kratosImage, image)
  try {
    const code = `
      import { KratosContainer } from '../../../src/testing/index.ts'
      const kratos = await new KratosContainer().start()
      console.log(kratos.getId())
      process.once('SIGTERM', () => kratos.stop())
      setInterval(() => {}, 1000).unref()
      await new Promise((resolve) => setTimeout(resolve, 0))`
    const id = await runProgram(code, { KRATOS_IMAGE: image })
    expect(await docker('inspect', '--format', '{{.Config.Image}}', id)).toBe(image)
    await docker('rm', '--force', id)
  } finally {
    await docker('rmi', image)
  }
})

test('an image with the tag of a version is of that version, and says so', async () => {
  const [, version] = /:(v\d+\.\d+\.\d+)$/.exec(kratosImage) ?? []
  const label = '{{index .Config.Labels "org.opencontainers.image.version"}}'
  const said = await docker('run', '--rm', kratosImage, 'version')
  expect(said).toContain(version ?? 'Version:') // with KRATOS_IMAGE, the tag may be none
  if (version === 'v1.3.1') expect([version, '']).toContain(await docker('inspect', '--format', label, kratosImage))
})

test.each(['SIGINT', 'SIGKILL'] as const)(
  'a build that loses its parent to %s leaves no process behind',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'fake-go-'))
    const ids = join(folder, 'ids')
    // A Go that starts a compiler, and waits for it.
    await writeFile(join(folder, 'go'), `#!/bin/sh\nsleep 1000 &\necho $$ $! >${ids}.new\nmv ${ids}.new ${ids}\nwait\n`)
    await chmod(join(folder, 'go'), 0o755)
    try {
      const code = `
      import { build } from '../../../src/testing/build.ts'
      await build('kratos-of-a-test:built', 'v0', () => {})`
      const { child, printed } = startProgram(code, { PATH: `${folder}:${process.env['PATH'] ?? ''}` })
      const ended = printed.catch(() => undefined)
      const started = await eventually('the build has begun', () => readFile(ids, 'utf8').catch(() => undefined))
      child.kill(signal)
      await ended
      for (const id of started.trim().split(' ').map(Number))
        await eventually(`process ${id} is gone`, () => isGone(id))
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)

function isGone(id: number): boolean {
  try {
    process.kill(id, 0)
    return false
  } catch {
    return true
  }
}

import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SpecError, specModule } from './spec.ts'

/** Where the Go example is that the tests compare with. */
export const goExample = 'test/parity/go-example'

/** isGoExampleOf says whether the Go example is built with a version of Ory's Go SDK. */
export async function isGoExampleOf(version: string): Promise<boolean> {
  const module = await readFile(join(goExample, 'go.mod'), 'utf8').catch(() => '')
  return module.includes(`\nrequire ${specModule} ${version}\n`)
}

/**
 * moveGoExample has the Go example built with a version of Ory's Go SDK from now on: it is compared with answers that
 * follow this version's spec.
 *
 * @throws SpecError when Go can't bring what it needs; then it stays as it was.
 */
export async function moveGoExample(version: string): Promise<void> {
  const [module, sums] = [join(goExample, 'go.mod'), join(goExample, 'go.sum')]
  const before = [await readFile(module), await readFile(sums)] as const
  // Without the lines that another version needed; Go adds those of this one.
  await writeFile(module, `module go-example\n\ngo 1.25.0\n\nrequire ${specModule} ${version}\n`)
  await rm(sums)
  try {
    await promisify(execFile)('go', ['mod', 'tidy'], { cwd: goExample })
  } catch {
    await Promise.all([writeFile(module, before[0]), writeFile(sums, before[1])])
    throw new SpecError(
      `moving ${goExample} to ${version}: Go refuses; to see why: cd ${goExample} && go get ${specModule}@${version}`,
    )
  }
}

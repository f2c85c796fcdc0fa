import { readFile, writeFile } from 'node:fs/promises'
import { fresh } from './build.ts'
import { isGoExampleOf, moveGoExample } from './go-example.ts'
import { command, files, pinnedVersion } from './spec.ts'

/** The pinned version, unless ORY_SPEC_VERSION names another. */
async function wantedVersion(): Promise<string> {
  const wanted = process.env['ORY_SPEC_VERSION']
  if (wanted !== undefined && wanted !== '') return wanted
  return pinnedVersion(await readFile(files.source, 'utf8').catch(() => ''))
}

await command(async () => {
  const version = await wantedVersion()
  setTimeout(() => {
    console.error(`bringing Ory's spec ${version} …`)
  }, 2000).unref()
  const { spec, source } = await fresh(version, await readFile(files.overlay, 'utf8'))
  // A version such as `latest` has become the one that it stands for.
  const pinned = pinnedVersion(source)
  if (!(await isGoExampleOf(pinned))) await moveGoExample(pinned)
  await writeFile(files.spec, spec)
  await writeFile(files.source, source)
  console.error(`wrote ${files.spec} and ${files.source}; next: make generate`)
})

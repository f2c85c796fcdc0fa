import { readFile, writeFile } from 'node:fs/promises'
import { build, download, files, SpecError, type Source } from './spec.ts'

/** The pinned version, unless ORY_SPEC_VERSION names another. */
async function wantedVersion(): Promise<string> {
  const wanted = process.env['ORY_SPEC_VERSION']
  if (wanted !== undefined && wanted !== '') return wanted
  return (JSON.parse(await readFile(files.source, 'utf8')) as Source).version
}

try {
  const version = await wantedVersion()
  console.error(`bringing Ory's spec ${version} …`)
  const { yaml, source } = await download(version)
  await writeFile(files.spec, build(yaml, await readFile(files.overlay, 'utf8')))
  await writeFile(files.source, `${JSON.stringify(source, null, 2)}\n`)
  console.error(`wrote ${files.spec} and ${files.source}; next: make generate`)
} catch (error) {
  if (!(error instanceof SpecError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

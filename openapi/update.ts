import { readFile, writeFile } from 'node:fs/promises'
import { command, files, fresh, type Source } from './spec.ts'

/** The pinned version, unless ORY_SPEC_VERSION names another. */
async function wantedVersion(): Promise<string> {
  const wanted = process.env['ORY_SPEC_VERSION']
  if (wanted !== undefined && wanted !== '') return wanted
  return (JSON.parse(await readFile(files.source, 'utf8')) as Source).version
}

await command(async () => {
  const version = await wantedVersion()
  console.error(`bringing Ory's spec ${version} …`)
  const { spec, source } = await fresh(version, await readFile(files.overlay, 'utf8'))
  await writeFile(files.spec, spec)
  await writeFile(files.source, source)
  console.error(`wrote ${files.spec} and ${files.source}; next: make generate`)
})

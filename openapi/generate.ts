import { readFile, writeFile } from 'node:fs/promises'
import { command, files, typesOf } from './spec.ts'

await command(async () => {
  await writeFile(files.types, await typesOf(await readFile(files.spec, 'utf8').catch(() => '')))
  console.error(`wrote ${files.types}`)
})

import { readFile, writeFile } from 'node:fs/promises'
import { goModelOf } from './go-model.ts'
import { command, files, typesOf } from './spec.ts'

await command(async () => {
  const spec = await readFile(files.spec, 'utf8').catch(() => '')
  await writeFile(files.types, await typesOf(spec))
  await writeFile(files.goModel, goModelOf(spec))
  console.error(`wrote ${files.types} and ${files.goModel}`)
})

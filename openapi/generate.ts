import { readFile, writeFile } from 'node:fs/promises'
import { files, typesOf } from './spec.ts'

await writeFile(files.types, await typesOf(await readFile(files.spec, 'utf8')))
console.error(`wrote ${files.types}`)

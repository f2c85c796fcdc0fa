import { mkdir, writeFile } from 'node:fs/promises'
import { referencePages } from './reference.ts'

const pages = await referencePages()
await mkdir('docs/reference', { recursive: true })
for (const [file, text] of pages) await writeFile(file, text)
console.error(`wrote ${[...pages.keys()].join(', ')}`)

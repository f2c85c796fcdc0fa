import { readFile, writeFile } from 'node:fs/promises'
import { generatedFrom } from './generated.ts'
import { command, files } from './spec.ts'

await command(async () => {
  const spec = await readFile(files.spec, 'utf8').catch(() => '')
  const generated = await generatedFrom(spec)
  for (const [file, text] of generated) await writeFile(file, text)
  console.error(`wrote ${[...generated.keys()].join(', ')}`)
})

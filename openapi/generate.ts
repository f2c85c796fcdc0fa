import { readFile, writeFile } from 'node:fs/promises'
import { generatedFrom } from './generated.ts'
import { command, files } from './spec.ts'

await command(async () => {
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
  const generated = await generatedFrom(await read(files.spec), await read(files.corrections))
  for (const [file, text] of generated) await writeFile(file, text)
  console.error(`wrote ${[...generated.keys()].join(', ')}`)
})

import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fresh } from './build.ts'
import { generatedFrom } from './generated.ts'
import { goExample, isGoExampleOf } from './go-example.ts'
import { command, files, pinnedVersion } from './spec.ts'

/** The files that differ from a fresh generation, each as a line that names it and the command that mends it. */
async function drift(): Promise<string[]> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')
  const [spec, pinned, overlay] = await Promise.all([read(files.spec), read(files.source), read(files.overlay)])
  const made = await fresh(pinnedVersion(pinned), overlay)
  const lines: string[] = []
  if (pinned !== made.source) lines.push(`${files.source} differs from its source; run: make openapi`)
  if (spec !== made.spec) lines.push(`${files.spec} differs from its source and overlay; run: make openapi`)
  if (!(await isGoExampleOf(pinnedVersion(pinned))))
    lines.push(`${goExample} is built with another version of the Go SDK; run: make openapi`)
  const generated = await generatedFrom(made.spec, await read(files.corrections))
  for (const [file, text] of generated) {
    if ((await read(file)) !== text) lines.push(`${file} differs from a fresh generation; run: make generate`)
  }
  const folder = dirname(files.types)
  for (const name of await readdir(folder)) {
    const file = `${folder}/${name}`
    if (!generated.has(file)) lines.push(`${file} is not generated; run: rm ${file}`)
  }
  return lines
}

await command(async () => {
  const lines = await drift()
  console.log(lines.length === 0 ? 'openapi/ and generated/ are as a fresh generation makes them' : lines.join('\n'))
  process.exitCode = lines.length === 0 ? 0 : 1
})

import { readSpec, record } from './spec.ts'

const head = `// Every path of Ory's API, as values. Made from openapi/ory.json by: make generate

import type { paths } from './ory.ts'

export const oryPaths = [
`

/**
 * pathsOf makes `generated/paths.ts` of `openapi/ory.json`: the paths of the spec as values.
 *
 * @throws SpecError when the text is no JSON.
 */
export function pathsOf(spec: string): string {
  const { paths = {} } = record(readSpec(spec))
  const lines = Object.keys(record(paths)).map((path) => `  ${JSON.stringify(path)},\n`)
  return `${head}${lines.join('')}] as const satisfies readonly (keyof paths)[]\n`
}

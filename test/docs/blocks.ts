import { globSync, readFileSync } from 'node:fs'
import { nodesOf } from '../support/markdown.ts'

/** A block of code on a page. */
export interface Block {
  page: string
  line: number
  /** What stands behind its fence, such as `ts`; empty where it is indented. */
  fence: string
  code: string
}

/** All pages of the repository. */
export const pages: readonly string[] = globSync('{*,docs/**/*,src/**/*,test/**/*,.github/**/*}.md', {
  exclude: (path) => path.includes('node_modules'),
}).toSorted()

/** blocksOf lists the blocks of code of a page, as a renderer finds them. */
export async function blocksOf(page: string): Promise<Block[]> {
  const nodes = await nodesOf(readFileSync(page, 'utf8'))
  return nodes
    .filter(({ type }) => type === 'code')
    .map(({ value, lang, meta, position }) => ({
      page,
      line: position?.start.line ?? 0,
      fence: [lang, meta].filter(Boolean).join(' '),
      code: value ?? '',
    }))
}

/** programsOf takes the programs of a page: the blocks that begin with a comment that names their file. */
export async function programsOf(page: string): Promise<Map<string, string>> {
  const blocks = await blocksOf(page)
  return new Map(
    blocks.flatMap(({ code }) => {
      const [, file] = /^(?:\/\/|<!--) ([\w-]+\.(?:ts|go|html))(?: -->)?$/m.exec(code.split('\n', 1)[0] ?? '') ?? []
      return file === undefined ? [] : [[file, code] as const]
    }),
  )
}

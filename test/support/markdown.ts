import { parsers } from 'prettier/plugins/markdown'
import type { ParserOptions } from 'prettier'
import * as v from 'valibot'

/** A node of what a renderer of Markdown reads. */
export interface MarkdownNode {
  type: string
  value?: string | undefined
  /** The first word behind the fence of a block of code, and the rest. */
  lang?: string | null | undefined
  meta?: string | null | undefined
  position?: { start: { line: number } } | undefined
  children?: MarkdownNode[] | undefined
}

const node: v.GenericSchema<MarkdownNode> = v.lazy(() =>
  v.object({
    type: v.string(),
    value: v.optional(v.string()),
    lang: v.nullish(v.string()),
    meta: v.nullish(v.string()),
    position: v.optional(v.object({ start: v.object({ line: v.number() }) })),
    children: v.optional(v.array(node)),
  }),
)
const options = JSON.parse('{}') as ParserOptions

/** nodesOf reads Markdown as a renderer does, with GitHub's links, and lists the nodes in their order. */
export async function nodesOf(markdown: string): Promise<MarkdownNode[]> {
  const nodes: MarkdownNode[] = []
  const list = (item: MarkdownNode): void => {
    nodes.push(item)
    item.children?.forEach(list)
  }
  list(v.parse(node, await parsers.markdown.parse(markdown, options)))
  return nodes
}

/** valuesOf lists the values of the nodes of a type: the texts outside code, or the code. */
export function valuesOf(nodes: readonly MarkdownNode[], type: string): string[] {
  return nodes.filter((item) => item.type === type).map(({ value = '' }) => value)
}

import ts from 'typescript'

/** The schemas below which everything has a description of ours. */
export const describedSchemas = ['session', 'identity', 'genericError', 'errorGeneric'] as const

/**
 * reach finds a schema of `generated/ory.ts` and all that is below it, through other schemas, as `schema` and
 * `schema.property`, and whether each has a comment that describes it.
 */
export function reach(types: string, schema: string): ReadonlyMap<string, boolean> {
  const schemas = schemasOf(types)
  const reached = new Map<string, boolean>()
  const add = (name: string): void => {
    const found = schemas.get(name)
    if (found === undefined) throw new Error(`the types have no schema ${name}`)
    if (reached.has(name)) return
    reached.set(name, isDescribed(found))
    const visit = (node: ts.Node, path: string): void => {
      const below = ts.isPropertySignature(node) ? `${path}.${node.name.getText()}` : path
      if (ts.isPropertySignature(node)) reached.set(below, isDescribed(node))
      const [, other] = /^components\["schemas"\]\["(\w+)"\]$/.exec(node.getText()) ?? []
      if (other !== undefined) add(other)
      else
        ts.forEachChild(node, (child) => {
          visit(child, below)
        })
    }
    ts.forEachChild(found, (child) => {
      visit(child, name)
    })
  }
  add(schema)
  return reached
}

/** undescribed names what is reached from a schema and has no description. */
export function undescribed(types: string, schema: string): string[] {
  return [...reach(types, schema)].filter(([, described]) => !described).map(([name]) => name)
}

/** The members of `components.schemas` by name. */
function schemasOf(types: string): ReadonlyMap<string, ts.PropertySignature> {
  const { statements } = ts.createSourceFile('ory.ts', types, ts.ScriptTarget.Latest, true)
  const members = statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text === 'components')
    .flatMap(({ members }) => [...members])
    .filter(ts.isPropertySignature)
    .filter(({ name }) => name.getText() === 'schemas')
    .flatMap(({ type }) => (type !== undefined && ts.isTypeLiteralNode(type) ? [...type.members] : []))
    .filter(ts.isPropertySignature)
  return new Map(members.map((member) => [member.name.getText(), member]))
}

function isDescribed(member: ts.PropertySignature): boolean {
  return ts.getJSDocTags(member).some(({ tagName, comment }) => tagName.text === 'description' && comment !== undefined)
}

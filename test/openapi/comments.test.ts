import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import ts from 'typescript'
import { files } from '../../openapi/spec.ts'

const source = ts.createSourceFile(files.types, await readFile(files.types, 'utf8'), ts.ScriptTarget.Latest, true)

/** The members of `components.schemas` by name. */
const schemas = new Map(
  source.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text === 'components')
    .flatMap(({ members }) => [...members])
    .filter(ts.isPropertySignature)
    .filter(({ name }) => name.getText() === 'schemas')
    .flatMap(({ type }) => (type !== undefined && ts.isTypeLiteralNode(type) ? [...type.members] : []))
    .filter(ts.isPropertySignature)
    .map((member) => [member.name.getText(), member]),
)

const isDescribed = (member: ts.PropertySignature): boolean =>
  ts.getJSDocTags(member).some(({ tagName, comment }) => tagName.text === 'description' && comment !== undefined)

/** The schema and everything below it, through other schemas, as `schema` and `schema.property`. */
function reach(name: string, reached: Map<string, boolean>): Map<string, boolean> {
  const schema = schemas.get(name)
  if (schema === undefined) throw new Error(`${files.types} has no schema ${name}`)
  if (reached.has(name)) return reached
  reached.set(name, isDescribed(schema))
  const visit = (node: ts.Node, path: string): void => {
    const below = ts.isPropertySignature(node) ? `${path}.${node.name.getText()}` : path
    if (ts.isPropertySignature(node)) reached.set(below, isDescribed(node))
    const [, other] = /^components\["schemas"\]\["(\w+)"\]$/.exec(node.getText()) ?? []
    if (other !== undefined) reach(other, reached)
    else
      ts.forEachChild(node, (child) => {
        visit(child, below)
      })
  }
  ts.forEachChild(schema, (child) => {
    visit(child, name)
  })
  return reached
}

test.each([
  ['session', ['identity.traits', 'sessionDevice.user_agent', 'authenticatorAssuranceLevel']],
  ['identity', ['identityCredentials.identifiers', 'verifiableIdentityAddress', 'recoveryIdentityAddress.via']],
  ['genericError', ['genericErrorContent.status_code', 'genericError.details.redirect_browser_to']],
  ['errorGeneric', ['genericError.id', 'errorGeneric.redirect_browser_to']],
])('whoever looks at %s in an editor reads what it is, and what everything below it is', (schema, some) => {
  const reached = reach(schema, new Map<string, boolean>())
  expect([...reached.keys()]).toEqual(expect.arrayContaining(some))
  expect([...reached].filter(([, described]) => !described).map(([name]) => name)).toEqual([])
})

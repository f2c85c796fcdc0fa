import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { build, isProse, withoutProse } from '../../openapi/build.ts'
import { applyOverlay, correct, describe as describing } from '../../openapi/overlay.ts'
import { download, files, pinnedVersion, SpecError, type Json } from '../../openapi/spec.ts'
import { typesOf } from '../../openapi/types.ts'

/** Every sentence in a document, under whatever key it stands, and every text under a key that is for sentences. */
function sentences(value: Json, key = ''): string[] {
  if (typeof value === 'string')
    return ['title', 'summary', 'description'].includes(key) || isProse(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => sentences(item, Array.isArray(value) ? key : name))
}

test('sentences, examples and links to documentation are dropped at every level', () => {
  const schema = {
    title: 'T',
    description: 'D',
    type: 'object',
    example: { a: 1 },
    externalDocs: { url: 'u' },
    properties: { id: { type: 'string', description: 'D', examples: ['x'] } },
  }
  expect(withoutProse({ components: { schemas: { thing: schema } } })).toEqual({
    components: { schemas: { thing: { type: 'object', properties: { id: { type: 'string' } } } } },
  })
})

test('a sentence is dropped under any key, and that of a scope, which must be there, becomes empty', () => {
  const scopes = { openid: 'Says who somebody is', offline: '' }
  expect(
    withoutProse({
      'x-made-up': 'Three words here',
      default: 'empty (no authentication)',
      enum: ['a b c'],
      'x-list': ['a', 'a b c'],
      scopes,
    }),
  ).toEqual({
    default: '',
    enum: ['a b c'],
    'x-list': ['a'],
    scopes: { openid: '', offline: '' },
  })
})

test('a property, a schema or a parameter may be named like a sentence, and keeps its own structure', () => {
  const type = { type: 'string', description: 'D' }
  const named = {
    type: 'object',
    properties: { title: type, description: type, example: { type: 'object', properties: { summary: type } } },
    required: ['title'],
  }
  expect(
    withoutProse({
      components: {
        schemas: { description: named },
        parameters: { title: { name: 'title', in: 'query', description: 'D' } },
      },
    }),
  ).toEqual({
    components: {
      schemas: {
        description: {
          type: 'object',
          properties: {
            title: { type: 'string' },
            description: { type: 'string' },
            example: { type: 'object', properties: { summary: { type: 'string' } } },
          },
          required: ['title'],
        },
      },
      parameters: { title: { name: 'title', in: 'query' } },
    },
  })
})

test('a property that is named properties is no list of properties', () => {
  const schema = { properties: { properties: { type: 'object', description: 'D', title: 'T' } } }
  expect(withoutProse(schema)).toEqual({ properties: { properties: { type: 'object' } } })
})

test('a response keeps an empty description, since OpenAPI asks for one; a reference has none', () => {
  const responses = { 200: { description: 'D', content: {} }, default: { $ref: '#/components/responses/error' } }
  expect(withoutProse({ get: { summary: 'S', responses } })).toEqual({
    get: { responses: { 200: { description: '', content: {} }, default: { $ref: '#/components/responses/error' } } },
  })
})

test('a correction merges objects, appends to lists, replaces values, and takes away', () => {
  const document = {
    info: { title: 'old', contact: { name: 'n' } },
    tags: [{ name: 'a' }, { name: 'b' }, { name: 'a' }],
    paths: { '/x': { get: { tags: ['a'] } } },
  }
  const overlay = {
    actions: [
      { target: '$.info', update: { title: 'new', contact: { url: 'u' } } },
      { target: "$.paths['/x'].get", update: { tags: ['b'] } },
      { target: "$.tags[?(@.name=='a')]", remove: true },
    ],
  }
  expect(applyOverlay(document, overlay, correct)).toEqual({
    info: { title: 'new', contact: { name: 'n', url: 'u' } },
    tags: [{ name: 'b' }],
    paths: { '/x': { get: { tags: ['a', 'b'] } } },
  })
})

test.each([
  ['openapi/overlay.yaml', describing],
  ['openapi/corrections.yaml', correct],
])('%s is refused when it names what the spec has not, unless it says that newer ones have it', (file, how) => {
  const action = { target: '$.components', update: {} }
  expect(() => applyOverlay({ info: {} }, { actions: [action] }, how)).toThrow(
    new SpecError(`applying ${file}: nothing in the spec is at $.components`),
  )
  const newer = { ...action, 'x-where-present': true }
  expect(applyOverlay({ info: {} }, { actions: [newer] }, how)).toEqual({ info: {} })
})

test('an overlay that describes gives texts to what is there, and can do nothing else', () => {
  const session = { properties: { id: { type: 'string' } } }
  const described = (update: Json): Json =>
    applyOverlay(structuredClone(session), { actions: [{ target: '$', update }] }, describing)
  expect(described({ description: 'D', properties: { id: { description: 'I' } } })).toEqual({
    description: 'D',
    properties: { id: { type: 'string', description: 'I' } },
  })
  const nothing = (path: string): SpecError =>
    new SpecError(`applying openapi/overlay.yaml: nothing in the spec is at ${path}`)
  expect(() => described({ properties: { identity: { description: 'D' } } })).toThrow(nothing('$.properties.identity'))
  expect(() => described({ properties: { id: { type: 'integer' } } })).toThrow(nothing('$.properties.id.type'))
  expect(() => applyOverlay(session, { actions: [{ target: '$.properties', remove: true }] }, describing)).toThrow(
    'it only describes; take $.properties away in openapi/corrections.yaml',
  )
})

test('of texts that are only partly known, the type names those, and takes any other', async () => {
  const id = { type: 'string', 'x-extensible-enum': ['known', 'well_known'] }
  const schemas = { error: { type: 'object', properties: { id } } }
  const spec = JSON.stringify({
    openapi: '3.0.3',
    info: { title: '', version: '' },
    paths: {},
    components: { schemas },
  })
  expect(await typesOf(spec, 'actions: []')).toContain('id?: "known" | "well_known" | (string & {});')
})

test('a document without what the service uses is refused', () => {
  expect(() => build('openapi: 3.0.3', 'actions: []')).toThrow(/^checking the spec: it has no \$\.paths/)
  expect(() => build('openapi: 3.1.0', 'actions: []')).toThrow('checking the spec: it is not an OpenAPI 3.0 document')
})

test("openapi/ory.json and the types have no sentence but the overlays'", async () => {
  const read = (file: string): Promise<string> => readFile(file, 'utf8')
  const spec = await read(files.spec)
  const types = await read(files.types)
  const overlays = [await read(files.overlay), await read(files.corrections)].flatMap((overlay) =>
    sentences(parse(overlay) as Json),
  )
  const ours = new Set([...overlays, 'discriminator enum property added by openapi-typescript'])
  expect(sentences(JSON.parse(spec) as Json).filter((sentence) => sentence !== '' && !ours.has(sentence))).toEqual([])
  const shown = [...types.matchAll(/@description (.*?)(?: \*\/)?$/gm)].map(([, sentence]) => sentence ?? '')
  expect(shown.length).toBeGreaterThan(80)
  expect(shown.filter((sentence) => !ours.has(sentence))).toEqual([])
  // Wherever it may stand: no sentence of the source of more than a few words.
  const { yaml } = await download(pinnedVersion(await read(files.source)))
  const theirs = sentences(parse(yaml) as Json).filter((sentence) => sentence.split(/\s/).length > 3)
  expect(theirs.length).toBeGreaterThan(1000)
  const copied = (sentence: string): boolean => spec.includes(JSON.stringify(sentence)) || types.includes(sentence)
  expect(theirs.filter(copied)).toEqual([])
})

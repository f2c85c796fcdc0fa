import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import {
  applyOverlay,
  build,
  download,
  files,
  isProse,
  pinnedVersion,
  SpecError,
  withoutProse,
  type Json,
} from '../../openapi/spec.ts'

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

test('an overlay merges objects, appends to lists, replaces values, and takes away', () => {
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
  expect(applyOverlay(document, overlay)).toEqual({
    info: { title: 'new', contact: { name: 'n', url: 'u' } },
    tags: [{ name: 'b' }],
    paths: { '/x': { get: { tags: ['a', 'b'] } } },
  })
})

test('an overlay that names what the spec has not is refused', () => {
  expect(() => applyOverlay({ info: {} }, { actions: [{ target: '$.components', update: {} }] })).toThrow(
    new SpecError('applying openapi/overlay.yaml: nothing in the spec is at $.components'),
  )
})

test('a document without what the service uses is refused', () => {
  expect(() => build('openapi: 3.0.3', 'actions: []')).toThrow(/^checking the spec: it has no \$\.paths/)
  expect(() => build('openapi: 3.1.0', 'actions: []')).toThrow('checking the spec: it is not an OpenAPI 3.0 document')
})

test("openapi/ory.json has no sentence but the overlay's", async () => {
  const [spec, overlay, source] = await Promise.all(
    [files.spec, files.overlay, files.source].map((file) => readFile(file, 'utf8')),
  )
  const ours = new Set(sentences(parse(overlay ?? '') as Json))
  const document = JSON.parse(spec ?? '') as Json
  expect(sentences(document).filter((sentence) => sentence !== '' && !ours.has(sentence))).toEqual([])
  // Wherever it may stand: no sentence of the source of more than a few words.
  const { yaml } = await download(pinnedVersion(source ?? ''))
  const theirs = sentences(parse(yaml) as Json).filter((sentence) => sentence.split(/\s/).length > 3)
  expect(theirs.length).toBeGreaterThan(1000)
  expect(theirs.filter((sentence) => (spec ?? '').includes(JSON.stringify(sentence)))).toEqual([])
})

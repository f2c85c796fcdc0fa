import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = '.github/CONTRIBUTING.md'
const named = (pattern: RegExp): string[] => [
  ...new Set([...read(page).matchAll(pattern)].map(([, name = '']) => name)),
]

test('CONTRIBUTING names files and folders that exist', () => {
  const paths = named(/(?<![\w./-])((?:(?:src|test|openapi|generated)\/[\w./-]*|README\.md|CHANGELOG\.md))/g)
  const links = named(/\]\(([\w./-]+)\)/g).map((link) => join(dirname(page), link))
  expect(paths.length).toBeGreaterThan(20)
  expect([...paths, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('CONTRIBUTING names commands that make has', () => {
  const targets = named(/make ([a-z-]+)/g)
  expect(targets.length).toBeGreaterThan(5)
  expect(targets.filter((target) => !new RegExp(`^${target}: `, 'm').test(read('Makefile')))).toEqual([])
})

test.each(globSync(['.github/*.yml', '.github/*/*.yml'], { cwd: root }))('GitHub can read %s', (path) => {
  expect(Object.keys(parse(read(path)) as object)).not.toEqual([])
})

test('dependabot looks into folders with a Go module, and none that is pinned', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: { 'package-ecosystem': string; directories?: string[] }[]
  }
  const folders = updates.find((update) => update['package-ecosystem'] === 'gomod')?.directories
  const modules = globSync('test/**/go.mod', { cwd: root })
  expect(folders?.toSorted()).toEqual(modules.map((path) => `/${dirname(path)}`).toSorted())
})

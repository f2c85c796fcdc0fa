import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from '@jest/globals'

const page = readFileSync('docs/architecture.md', 'utf8')
const named = [...new Set(page.match(/\b(?:src|generated)\/(?:[\w./-]*[\w/])?/g))]

test('the architecture names files and folders that exist', () => {
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

test('the architecture names every folder of src, but those of the readers of pastes', () => {
  const folders = globSync('src/*/**').filter((path) => statSync(path).isDirectory())
  const lacking = folders.filter((path) => !path.includes('/paste/') && !named.includes(`${path}/`))
  expect(folders.length).toBeGreaterThan(20)
  expect(lacking).toEqual([])
})

/** What may be imported from where: each folder's own, and those named. */
const below: Record<string, readonly string[]> = {
  '.': ['service', 'terminal', 'koa', 'ory'],
  service: ['koa', 'ory', 'terminal'],
  terminal: [],
  koa: ['ory'],
  ory: [],
  testing: [],
}

test('a folder of src imports only from folders below it or beside it', () => {
  const layerOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '.')
  const wrong = globSync('src/**/*.ts').flatMap((file) => {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)
    return [...imports]
      .map(([, path = '']) => relative('src', join(dirname(file), path)))
      .filter((path) => !path.startsWith('..'))
      .filter((path) => {
        const [from, to] = [layerOf(relative('src', file)), layerOf(path)]
        return from !== to && !(below[from] ?? []).includes(to)
      })
      .map((path) => `${file} imports ${path}`)
  })
  expect(wrong).toEqual([])
})

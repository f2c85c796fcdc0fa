import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import packageJson from '../../package.json' with { type: 'json' }

const pages = globSync('{*,docs/**/*,src/**/*,test/**/*,.github/*}.md', {
  exclude: (path) => path.includes('node_modules'),
})

/** The text of a page without its blocks of code. */
const textOf = (page: string): string => readFileSync(page, 'utf8').replace(/^```.*?^```$/gms, '')

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

const links = pages.flatMap((page) =>
  [...textOf(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, path = '', anchor]) => ({
    page,
    to: path === '' ? page : join(dirname(page), path),
    anchor,
  })),
)

test('every link of a page leads to a page, and to a heading of it', () => {
  const broken = links.filter(
    ({ to, anchor }) => !pages.includes(to) || (anchor !== undefined && !anchorsOf(to).includes(anchor)),
  )
  expect(links.length).toBeGreaterThan(20)
  expect(broken).toEqual([])
})

test('every link of a page that the package has leads to another that it has', () => {
  const packed = (page: string): boolean =>
    page === 'README.md' || packageJson.files.some((file) => page === file || page.startsWith(`${file}/`))
  expect(links.filter(({ page, to }) => packed(page) && !packed(to))).toEqual([])
})

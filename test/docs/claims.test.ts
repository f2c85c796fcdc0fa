import { existsSync, readFileSync } from 'node:fs'
import { dirname, matchesGlob } from 'node:path'
import { expect, test } from '@jest/globals'
import { blocksOf, pages, type Block } from './blocks.ts'
import { claims, type Claim } from './claims.ts'
import { isOwnCommand, unknownIn } from './commands.ts'

const blocks = (await Promise.all(pages.map(blocksOf))).flat()
const shown = ({ page, line, code }: Block): string => `${page}:${line} ${code.split('\n', 1)[0] ?? ''}`
const lines = ({ fence, code }: Block): string[] => (/^(sh)?$/.test(fence) ? code.split('\n').filter(Boolean) : [])
const isOwn = (block: Block): boolean => lines(block).length > 0 && lines(block).every(isOwnCommand)

function fits({ pages: glob, fence, starts }: Claim, block: Block): boolean {
  return (
    matchesGlob(block.page, glob) &&
    (fence === undefined || fence.test(block.fence)) &&
    (starts === undefined || starts.test(block.code))
  )
}

const claimOf = (block: Block): Claim | undefined => claims.find((claim) => fits(claim, block))

test('every block of code on a page is run, or claims.ts says why not', () => {
  expect(blocks.length).toBeGreaterThan(50)
  expect(blocks.filter((block) => !isOwn(block) && claimOf(block) === undefined).map(shown)).toEqual([])
})

test('every claim is for a block that is there', () => {
  const used = new Set(blocks.filter((block) => !isOwn(block)).map(claimOf))
  expect(claims.filter((claim) => !used.has(claim))).toEqual([])
})

test('whoever is said to run a block exists, and reads its page', () => {
  const wrong = blocks.filter((block) => {
    const by = claimOf(block)?.by
    if (isOwn(block) || by === undefined) return false
    const names = existsSync(by) ? readFileSync(by, 'utf8') : ''
    return !names.includes(block.page) && !(block.page.includes('/') && names.includes(dirname(block.page)))
  })
  expect(wrong.map(shown)).toEqual([])
})

test.each(blocks.filter((block) => lines(block).some(isOwnCommand)).map((block) => [shown(block), block] as const))(
  '%s: make, npx jest and npm install know what it names',
  (_, block) => {
    expect(lines(block).flatMap(unknownIn)).toEqual([])
  },
)

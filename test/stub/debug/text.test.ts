import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../../src/service/debug/report.ts'
import type { Cause } from '../../../src/service/debug/rules/rule.ts'
import { textOf } from '../../../src/service/debug/text.ts'
import { withDebug } from '../../support/debug-service.ts'
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'

describe('the report as text', () => {
  let stub: StubUpstream
  let report: Report

  beforeAll(async () => {
    stub = await startStubUpstream()
    report = await withDebug(stub.url, {}, (service) => service.report([]))
  })

  afterAll(() => stub.close())

  const withCauses = (causes: readonly Cause[], next: readonly string[] = []): string =>
    textOf({
      ...report,
      diagnosis: [{ rule: 'x', tone: 'problem', headline: 'No session', explanation: 'Ory said so.', causes, next }],
    })

  const logout = { cause: 'The person has logged out.', check: 'log in again, and ask with the new cookie.' }

  test('ranks what it may come from behind the explanation, each with what would tell, in 80 columns', () => {
    const cut = {
      cause: `It was cut off ${'on its way '.repeat(8)}to here.`,
      check: `compare its length ${'with the original '.repeat(5)}once.`,
    }
    const text = withCauses([cut, logout], ['Log in again.'])
    expect(text).toMatch(
      /^!! No session\n {3}Ory said so\.\n {3}It may be, the likeliest first:\n {3}1\. It was cut off/m,
    )
    expect(text).toMatch(/\n {6}[^ ].*to here\.\n {6}To tell: compare its length .*\n {6}.*once\.\n {3}2\. The person/)
    expect(text).toMatch(
      /logged out\.\n {6}To tell: log in again, and ask with the new cookie\.\n {3}-> Log in again\.\n/,
    )
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('does not rank a single cause, and says nothing of causes where there are none', () => {
    expect(withCauses([logout])).toContain('\n   It may be:\n   1. The person has logged out.\n')
    expect(withCauses([])).not.toContain('It may be')
  })

  test('names the format that a paste was read as, if it has one', () => {
    expect(textOf({ ...report, readAs: 'fetch (Node.js)' })).toMatch(/^.*\n.*\nRead as: fetch \(Node\.js\)\n/)
    expect(textOf(report)).not.toContain('Read as')
  })

  test('tells how to have something else explained by /debug, and has no colour', () => {
    expect(textOf(report)).toMatch(/form field\s+paste:\n {2}curl --data-urlencode paste@- <this URL>.*\n$/)
    expect(textOf(report)).not.toContain('\u001b')
  })

  test('is coloured where a look says so, without a change to its lines', () => {
    const look = { columns: 80, footer: 'The end.' }
    const painted = textOf(report, { ...look, paint: (tone, text) => `<${tone}>${text}</>` })
    expect(painted).toMatch(/^<problem>!! .*<\/>$/m)
    expect(painted).toMatch(/^<note>1\. --<\/> Cookies received: No cookies$/m)
    const plain = textOf(report, { ...look, paint: (_, text) => text })
    expect(painted.replace(/<\w+>|<\/>/g, '')).toBe(plain)
    expect(plain).toMatch(/\n\nThe end\.\n$/)
  })
})

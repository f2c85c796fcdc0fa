import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { sectionsOf, withRelease } from '../../release/changelog.ts'
import { leastAfter, preparedSection, unreleasedSection, type Checkout } from '../../release/checks.ts'
import { sbomOf, type Bom } from '../../release/sbom.ts'

const changelog = `# Changelog

## Unreleased

### Added

- A thing,
  of two lines.

## 0.1.0 - 2026-01-02

### Breaking

* Another.

### Fixed
`

describe('the changelog', () => {
  test('has a section for each version, and the kinds of its entries', () => {
    expect(sectionsOf(changelog)).toEqual([
      { title: 'Unreleased', body: '### Added\n\n- A thing,\n  of two lines.', kinds: ['Added'] },
      { title: '0.1.0', body: '### Breaking\n\n* Another.\n\n### Fixed', kinds: ['Breaking'] },
    ])
  })

  test('gets a version with what was unreleased, and nothing is unreleased then', () => {
    const [unreleased, released, ...others] = sectionsOf(withRelease(changelog, '0.2.0', '2026-11-29'))
    expect(unreleased).toEqual({ title: 'Unreleased', body: '', kinds: [] })
    expect(released).toEqual({ ...sectionsOf(changelog)[0], title: '0.2.0' })
    expect(others).toEqual(sectionsOf(changelog).slice(1))
  })

  test("of this project says what is unreleased, and a release's notes come from it", () => {
    const own = readFileSync('CHANGELOG.md', 'utf8')
    expect(sectionsOf(own)[0]?.title).toBe('Unreleased')
    expect(withRelease(own, '99.0.0', '2026-11-29')).toContain('\n## 99.0.0 - 2026-11-29\n')
  })
})

test.each([
  ['1.2.3', ['Fixed'], '1.2.4'],
  ['1.2.3', ['Fixed', 'Added'], '1.3.0'],
  ['1.2.3', ['Deprecated'], '1.3.0'],
  ['1.2.3', ['Breaking', 'Added'], '2.0.0'],
  ['0.2.3', ['Added'], '0.2.4'],
  ['0.2.3', ['Breaking'], '0.3.0'],
])('after %s, what changes under %j needs %s', (version, kinds, least) => {
  expect(leastAfter(version, kinds)).toBe(least)
})

describe('a release', () => {
  const ready: Checkout = {
    version: '1.1.0',
    locked: ['1.1.0', '1.1.0'],
    changelog: sectionsOf('## Unreleased\n\n## 1.1.0 - 2026-11-29\n\n### Added\n\n- x\n\n## 1.0.0 - 2026-01-02'),
    tags: ['v1.0.0', 'other'],
    tagsHere: [],
    branch: 'main',
    changes: [],
  }
  const unreleased = (...kinds: string[]): Checkout['changelog'] =>
    sectionsOf(`## Unreleased\n\n${kinds.map((kind) => `### ${kind}\n\n- x\n`).join('')}`)

  test('is built once its version is in the files that have it', () => {
    expect(preparedSection('1.1.0', ready)?.title).toBe('1.1.0')
  })

  test('is built from its tag, as the workflow has it checked out', () => {
    const tagged = { ...ready, branch: '', tags: ['v1.1.0'], tagsHere: ['v1.1.0'] }
    expect(preparedSection('1.1.0', tagged)?.title).toBe('1.1.0')
  })

  test('is written into those files first', () => {
    expect(preparedSection('1.0.1', { ...ready, changelog: unreleased('Fixed', 'Security') })).toBeUndefined()
  })

  test('is the first one when there is no other', () => {
    const first = { ...ready, tags: [], changelog: unreleased('Added', 'Breaking') }
    expect(preparedSection('0.1.0', first)).toBeUndefined()
  })

  const of = (text: string): string =>
    unreleasedSection({ ...ready, branch: 'a-branch', changelog: sectionsOf(text) }).title

  test('that is rehearsed has the notes of what is unreleased, on any branch, or else of the last version', () => {
    const released = '## 1.0.0 - 2026-01-02\n\n### Added\n\n- x\n'
    expect(of(`## Unreleased\n\n### Fixed\n\n- x\n\n${released}`)).toBe('Unreleased')
    expect(of(`## Unreleased\n\n${released}`)).toBe('1.0.0')
  })

  test('that is rehearsed refuses a checkout with changes, and a changelog without entries', () => {
    expect(() => unreleasedSection({ ...ready, changes: [' M a'] })).toThrow('commit or stash them')
    expect(() => of('# Changelog')).toThrow('CHANGELOG.md has no entries; write what users notice')
  })

  test.each<[string, string, Partial<Checkout>, string]>([
    ['something that is no version', '1.2', {}, 'is no version such as 1.2.3; give one: make release VERSION=1.2.3'],
    ['a pre-release', '2.0.0-rc.1', {}, 'is no version such as 1.2.3; give one'],
    ['a version with a v', 'v1.1.0', {}, 'is no version such as 1.2.3; give one'],
    ['one without entries', '1.1.0', { changelog: [] }, 'CHANGELOG.md has no entries for it; write'],
    ['one whose parts are empty', '1.1.0', { changelog: sectionsOf('## Unreleased\n\n### Added\n') }, 'no entries'],
    [
      'a kind of entries that says nothing',
      '1.1.0',
      { changelog: unreleased('Misc') },
      'a part "Misc"; use Breaking, ',
    ],
    ['one that is not greater than the newest', '1.0.0', { changelog: unreleased('Fixed'), tags: ['v1.2.0'] }, '1.2.1'],
    ['one that moves too little', '1.0.1', { changelog: unreleased('Added') }, 'under Added, it is 1.1.0 or later'],
    ['one that breaks and does not say so', '1.1.0', { changelog: unreleased('Breaking') }, 'it is 2.0.0 or later'],
    [
      'changes that are not committed',
      '1.1.0',
      { changes: ['?? a', ' M b'] },
      '2 files differ from the last commit (?? a)',
    ],
    ['another branch', '1.1.0', { branch: 'idea' }, 'the branch is idea; check out main, or the tag v1.1.0'],
    ['a tag that is elsewhere', '1.1.0', { tags: ['v1.1.0'] }, 'the tag v1.1.0 is another commit; choose'],
    ['another version in package.json', '1.1.0', { version: '1.0.0' }, 'package.json says 1.0.0; run: npm version'],
    [
      'another version in the lock file',
      '1.1.0',
      { locked: ['1.1.0', '1.0.0'] },
      'package-lock.json says 1.1.0, 1.0.0',
    ],
    [
      'entries that are left unreleased',
      '1.1.0',
      { changelog: [...unreleased('Fixed'), ...ready.changelog.slice(1)] },
      'CHANGELOG.md has entries under "## Unreleased" too',
    ],
  ])('refuses %s', (_, version, change, why) => {
    const refused = (): unknown => preparedSection(version, { ...ready, ...change })
    expect(refused).toThrow(why)
    expect(refused).toThrow(new RegExp(`^releasing ${version.replaceAll('.', '\\.')}: .*; [^\\n]+$`))
  })
})

describe('the SBOM', () => {
  const component = (name: string): Bom['components'][number] => ({
    'bom-ref': `${name}@1.0.0`,
    type: 'library',
    name,
    version: '1.0.0',
  })
  const all: Bom = {
    specVersion: '1.5',
    serialNumber: 'random',
    metadata: { timestamp: 'now', component: { ...component('root'), name: 'folder' } },
    components: ['bundled', 'beside', 'below', 'tool'].map(component),
    dependencies: [
      { ref: 'root@1.0.0', dependsOn: ['bundled@1.0.0', 'beside@1.0.0', 'tool@1.0.0'] },
      { ref: 'beside@1.0.0', dependsOn: ['below@1.0.0'] },
      { ref: 'bundled@1.0.0', dependsOn: ['tool@1.0.0'] },
    ],
  }
  const bundled = { name: 'bundled', version: '1.0.0', licence: 'MIT' }
  const list = { name: 'A list', version: '1', licence: 'MPL-2.0' }
  const facts = { parts: [bundled, list], works: [list], dependencies: ['beside'], time: 'then' }

  test('has what is bundled and what npm installs beside the package, and no tools', () => {
    const { components, dependencies } = sbomOf(all, 'root', facts)
    expect(components.map(({ name, properties }) => [name, properties?.[0]?.value])).toEqual([
      ['A list', 'bundled'],
      ['below', 'installed'],
      ['beside', 'installed'],
      ['bundled', 'bundled'],
    ])
    expect(dependencies).toContainEqual({ ref: 'root@1.0.0', dependsOn: ['bundled@1.0.0', 'beside@1.0.0'] })
    expect(dependencies).toContainEqual({ ref: 'bundled@1.0.0', dependsOn: [] })
  })

  test('is the same for a second build in another folder', () => {
    const again = { ...all, serialNumber: 'other', metadata: { ...all.metadata, timestamp: 'later' } }
    expect(sbomOf(again, 'root', facts)).toEqual(sbomOf(all, 'root', facts))
    expect(sbomOf(all, 'root', facts).metadata.component.name).toBe('root')
  })

  test('is refused when npm does not know a part', () => {
    const unknown = { ...bundled, name: 'unknown' }
    expect(() => sbomOf(all, 'root', { ...facts, parts: [unknown] })).toThrow(
      'does not list unknown@1.0.0; run: npm ci',
    )
  })
})

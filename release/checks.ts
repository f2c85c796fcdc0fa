import semver from 'semver'
import type { Section } from './changelog.ts'

/** What a maintainer can mend: the message says what was tried, what is wrong, and what to do. */
export class ReleaseError extends Error {
  override name = 'ReleaseError'
}

/** A checkout, as far as a release is concerned. */
export interface Checkout {
  /** The version in package.json, and those in its lock file. */
  version: string
  locked: readonly string[]
  changelog: readonly Section[]
  /** Git's tags, and those of the commit that is checked out. */
  tags: readonly string[]
  tagsHere: readonly string[]
  branch: string
  /** What differs from that commit, as `git status --porcelain` says it. */
  changes: readonly string[]
}

/** Which part of a version each kind of entry makes move, once there is a 1.0.0. */
const steps: Partial<Record<string, 'major' | 'minor' | 'patch'>> = {
  Breaking: 'major',
  Added: 'minor',
  Changed: 'minor',
  Deprecated: 'minor',
  Fixed: 'patch',
  Security: 'patch',
}

/** The newest version that has a tag or a section of the changelog, other than `but`. */
function newestOf({ tags, changelog }: Checkout, but: string): string | undefined {
  const said = [
    ...tags.filter((tag) => tag.startsWith('v')).map((tag) => tag.slice(1)),
    ...changelog.map((s) => s.title),
  ]
  const versions = said.filter((name) => semver.valid(name) === name && name !== but)
  return semver.rsort(versions)[0]
}

/** The least version that may follow one, with entries of some kinds. Below 1.0.0, what breaks is a minor one. */
export function leastAfter(version: string, kinds: readonly string[]): string {
  const asked = kinds.map((kind) => steps[kind])
  const stable = semver.major(version) > 0
  if (asked.includes('major')) return semver.inc(version, stable ? 'major' : 'minor') ?? version
  return semver.inc(version, stable && asked.includes('minor') ? 'minor' : 'patch') ?? version
}

function refuse(version: string, why: string): never {
  throw new ReleaseError(`releasing ${version}: ${why}`)
}

function checkVersion(version: string, section: Section | undefined, checkout: Checkout): void {
  if (semver.valid(version) !== version || semver.prerelease(version) !== null)
    refuse(version, 'this is no version such as 1.2.3; give one: make release VERSION=1.2.3')
  if (section === undefined || section.kinds.length === 0)
    refuse(version, 'CHANGELOG.md has no entries for it; write what users notice below "## Unreleased"')
  const unknown = section.kinds.find((kind) => steps[kind] === undefined)
  if (unknown !== undefined)
    refuse(version, `CHANGELOG.md has a part "${unknown}"; use ${Object.keys(steps).join(', ')}`)
  const newest = newestOf(checkout, version)
  if (newest === undefined) return
  const least = leastAfter(newest, section.kinds)
  if (semver.lt(version, least))
    refuse(
      version,
      `after ${newest}, with entries under ${section.kinds.join(', ')}, it is ${least} or later; give that`,
    )
}

function checkCommitted(version: string, changes: readonly string[]): void {
  if (changes.length > 0)
    refuse(version, `${changes.length} files differ from the last commit (${changes[0] ?? ''}); commit or stash them`)
}

function checkState(version: string, { changes, branch, tags, tagsHere }: Checkout): void {
  const tag = `v${version}`
  checkCommitted(version, changes)
  if (tags.includes(tag) && !tagsHere.includes(tag))
    refuse(version, `the tag ${tag} is another commit; choose the next version, or check that tag out`)
  if (branch !== 'main' && !tagsHere.includes(tag))
    refuse(version, `the branch is ${branch === '' ? 'none' : branch}; check out main, or the tag ${tag}`)
}

/**
 * preparedSection returns the changelog's section of a version that is written into the checkout, which can then be
 * built; undefined where it is to be written.
 *
 * @throws ReleaseError when neither may be done, with the first reason.
 */
export function preparedSection(version: string, checkout: Checkout): Section | undefined {
  const section = checkout.changelog.find(({ title }) => title === version)
  const unreleased = checkout.changelog.find(({ title }) => title === 'Unreleased')
  checkVersion(version, section ?? unreleased, checkout)
  checkState(version, checkout)
  if (section === undefined) return undefined
  if (checkout.version !== version)
    refuse(version, `package.json says ${checkout.version}; run: npm version --no-git-tag-version ${version}`)
  if (checkout.locked.some((locked) => locked !== version))
    refuse(version, `package-lock.json says ${checkout.locked.join(', ')}; run: npm install --package-lock-only`)
  if (unreleased !== undefined && unreleased.kinds.length > 0)
    refuse(version, 'CHANGELOG.md has entries under "## Unreleased" too; move those to it that are in it')
  return section
}

/**
 * unreleasedSection returns what a rehearsal has as its notes: what is unreleased, or else what was last released.
 *
 * @throws ReleaseError when the checkout has changes, which only one of two builds would have.
 */
export function unreleasedSection({ version, changelog, changes }: Checkout): Section {
  checkCommitted(version, changes)
  const sections = changelog.filter(({ kinds }) => kinds.length > 0)
  return sections[0] ?? refuse(version, 'CHANGELOG.md has no entries; write what users notice')
}

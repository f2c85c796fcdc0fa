import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { UserConfig } from 'tsdown'

type Plugin = Extract<NonNullable<UserConfig['plugins']>, { name: string }>

/** Something of others' that is in the package. */
export interface Part {
  name: string
  version: string
  /** As SPDX calls its licence. */
  licence: string
}

/** The file in dist/ with the licences of all parts, as they ask for. */
export const licencesFile = 'THIRD_PARTY_LICENSES'

/** What a bundled package may be licensed under: each lets us pass it on, with its text. */
export const allowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]

/** Packages that are in the file of another one, so that no module of theirs is seen here. */
const within: Partial<Record<string, readonly string[]>> = { tldts: ['tldts-core'] }

/** Packages without a file that has their licence, and the package of the same authors whose file has it. */
const without: Partial<Record<string, string>> = { 'koa-compose': 'koa' }

/** What is in the bundles and is no package of npm, with its licence. */
export function works(): (Part & { text: string })[] {
  const { version, module } = JSON.parse(readFileSync('openapi/source.json', 'utf8')) as Record<string, string>
  const { version: tldts } = packageIn('node_modules/tldts')
  const apache = textOf('node_modules/@opentelemetry/api') // the same text
  return [
    {
      name: "Ory's API specification",
      version: version ?? '',
      licence: 'Apache-2.0',
      text: `The types of Ory's API are made from the specification in ${module ?? ''}, with changes, and with
descriptions of this project's own. Its licence:\n\n${apache ?? ''}`,
    },
    {
      name: 'Public Suffix List',
      version: `of tldts ${tldts}`,
      licence: 'MPL-2.0',
      text: `A table in tldts is made from this list of the web's domains. Its source is https://publicsuffix.org/list/,
under the Mozilla Public License 2.0: https://mozilla.org/MPL/2.0/`,
    },
  ]
}

/** Writes {@link licencesFile} for all the builds that it is given to; each adds its part. */
export function thirdPartyLicences(): Plugin {
  const folders = new Set<string>()
  return {
    name: 'third-party-licences',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const id of Object.keys(output.modules)) {
          const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []
          if (folder !== undefined) folders.add(folder)
        }
      }
    },
    writeBundle({ dir = 'dist' }) {
      writeFileSync(join(dir, licencesFile), licencesOf([...folders], works()))
    },
  }
}

/**
 * licencesOf is the licences of the packages in some folders, and of other works, sorted by name.
 *
 * @throws Error when a package has no text of its licence, or a licence that is not in {@link allowed}.
 */
export function licencesOf(folders: readonly string[], others: readonly (Part & { text: string })[]): string {
  const all = folders.flatMap((folder) => [
    folder,
    ...(within[packageIn(folder).name] ?? []).map((name) => join(dirname(folder), name)),
  ])
  const packages = all.map((folder) => {
    const { name, version, licence } = packageIn(folder)
    const what = `collecting licences: ${name} ${version} in the bundle`
    if (!allowed.includes(licence))
      throw new Error(`${what} has the licence ${licence}; use another package, or allow it in release/licences.ts`)
    const other = without[name]
    const text = textOf(folder) ?? (other === undefined ? undefined : textOf(join(dirname(folder), other)))
    if (text === undefined) throw new Error(`${what} has no text of its licence; use another package or version`)
    return { name, version, licence, text }
  })
  const parts = new Map([...packages, ...others].map((part) => [headingOf(part), part]))
  const listed = [...parts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return [
    `Made by others, and in the files of this package:\n${listed.map(([heading]) => `  ${heading}\n`).join('')}`,
    ...listed.map(([heading, { text }]) => `${'='.repeat(80)}\n${heading}\n\n${text}\n`),
  ].join('\n')
}

/** partsOf reads what {@link licencesOf} has listed. */
export function partsOf(text: string): Part[] {
  const [list = ''] = text.split('\n\n')
  return [...list.matchAll(/^ {2}(.+), (.+) \((.+)\)$/gm)].map(([, name = '', version = '', licence = '']) => ({
    name,
    version,
    licence,
  }))
}

const headingOf = ({ name, version, licence }: Part): string => `${name}, ${version} (${licence})`

function packageIn(folder: string): Part {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  return { name, version, licence: license ?? 'none' }
}

/** The licence of a package, and after it the notice that some ask to pass on. */
function textOf(folder: string): string | undefined {
  const files = (name: RegExp): string[] =>
    readdirSync(folder)
      .filter((file) => name.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const licences = files(/^(?:licen[cs]e|copying)(?:-\w+)?(?:\.(?:md|txt))?$/i)
  return licences.length === 0 ? undefined : [...licences, ...files(/^notice(?:\.(?:md|txt))?$/i)].join('\n\n')
}

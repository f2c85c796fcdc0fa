import { existsSync, readFileSync } from 'node:fs'
import packageJson from '../../package.json' with { type: 'json' }
import consumer from '../package/consumer/package.json' with { type: 'json' }

const makefile = readFileSync('Makefile', 'utf8')
const packages = new Set([
  packageJson.name,
  ...[packageJson.devDependencies, consumer.devDependencies].flatMap((those) => Object.keys(those)),
])

/** A command of the repository's own that takes minutes, or changes it: what it names is checked. */
interface Kind {
  line: RegExp
  /** What of it does not exist. */
  unknown: (line: string) => string[]
}

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, '').trim()
const placeholders = ['FILE']
const missing = (path: string): boolean => !placeholders.includes(path) && !existsSync(path)

const kinds: readonly Kind[] = [
  {
    line: /^(?:[A-Z_]+=\S+ )*make(?: |$)/,
    unknown: (line) => {
      const words = line.replace(/^.*?\bmake\b/, '').match(/(?:'[^']*'|[^\s'])+/g) ?? []
      const [targets, variables] = [
        words.filter((word) => !word.includes('=')),
        words.filter((word) => word.includes('=')).map((word) => word.slice(0, word.indexOf('='))),
      ]
      return [
        ...targets.filter((target) => !new RegExp(`^${target}: `, 'm').test(makefile)),
        // Each target says in its line of help which variables it takes.
        ...variables.filter((name) => !targets.some((target) => helpOf(target).includes(`${name}=`))),
      ]
    },
  },
  {
    line: /^npx jest /,
    unknown: (line) => (/^npx jest (\S+)/.exec(line)?.slice(1) ?? []).filter(missing),
  },
  { line: /^sh test\/scripts\//, unknown: (line) => (/^sh (\S+)/.exec(line)?.slice(1) ?? []).filter(missing) },
  {
    line: /^npm (?:install|test$|ci$|pkg set )/,
    unknown: (line) => {
      const [, , command, ...words] = line.split(/\s+/)
      if (!line.startsWith('npm install')) return []
      return [command ?? '', ...words].filter((word) => word !== '' && !word.startsWith('-') && !packages.has(word))
    },
  },
]

function helpOf(target: string): string {
  return new RegExp(`^${target}: .*## (.*)$`, 'm').exec(makefile)?.[1] ?? ''
}

/** isOwnCommand says whether a line is a command of the repository's own, whose names {@link unknownIn} checks. */
export function isOwnCommand(line: string): boolean {
  return kinds.some((kind) => kind.line.test(withoutComment(line)))
}

/** unknownIn lists what such a command names that does not exist: targets, variables, files, packages. */
export function unknownIn(line: string): string[] {
  const command = withoutComment(line)
  return kinds.find((kind) => kind.line.test(command))?.unknown(command) ?? []
}

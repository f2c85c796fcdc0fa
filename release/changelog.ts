/** What the changelog says of one version, or of what is not released. */
export interface Section {
  /** A version, or "Unreleased". */
  title: string
  /** Its text without its heading. */
  body: string
  /** Its parts with entries, such as Breaking, Added, Changed, Fixed. */
  kinds: readonly string[]
}

/** The sections of a changelog, in its order. */
export function sectionsOf(changelog: string): Section[] {
  return changelog
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [heading = '', ...lines] = text.split('\n')
      const body = lines.join('\n').trim()
      const parts = body.split(/^### /m).slice(1)
      const kinds = parts.filter((part) => /^[-*] /m.test(part)).map((part) => part.split('\n', 1).join('').trim())
      return { title: heading.split(' - ', 1).join(''), body, kinds }
    })
}

/** The changelog once what is unreleased is a version of `date`, such as 2026-11-29. */
export function withRelease(changelog: string, version: string, date: string): string {
  return changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} - ${date}`)
}

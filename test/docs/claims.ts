/** Who sees to it that blocks of code on pages hold. */
export interface Claim {
  /** The pages, as a glob. */
  pages: string
  /** Which of their blocks: what stands behind the fence (empty for indented ones), or the first line. */
  fence?: RegExp
  starts?: RegExp
  /** The file that runs them, or holds them to what they show; it names the page or its folder. */
  by?: string
  /** Why nothing runs them. */
  notRun?: string
}

const shell = 'test/integration/docs/commands.test.ts'

/**
 * For each block of code, the first that fits. A page that is new needs a line here. Blocks of nothing but `make`,
 * `npx jest` and `npm install` need none: what they name must exist, see commands.ts.
 */
export const claims: readonly Claim[] = [
  // commands, and what they print
  { pages: 'README.md', starts: /^make run/, by: shell },
  { pages: 'README.md', starts: /^Whose session/, by: 'test/integration/run.test.ts' },
  { pages: 'docs/{echo,http,debug}.md', starts: /^\$ |npx ory-session-echo$/, by: shell },
  { pages: 'docs/{apps,migrating/go}.md', starts: /npx ory-session-echo$/, by: shell },
  { pages: 'src/testing/README.md', starts: /^systemctl/, notRun: 'it needs systemd and Podman; tried by hand' },
  { pages: 'src/testing/README.md', starts: /^const \{ cookies \}/, notRun: 'see test/integration/browser.test.ts' },
  // pages of their own tests
  { pages: 'docs/docker.md', by: 'test/image/page.test.ts' },
  { pages: 'docs/compose.md', by: 'test/integration/compose.test.ts' },
  { pages: 'docs/kubernetes.md', by: 'test/integration/kubernetes/overlays.test.ts' },
  { pages: 'docs/operations.md', by: 'test/stub/monitoring.test.ts' },
  { pages: 'docs/releases.md', by: 'test/release/release.test.ts' },
  // programs and configurations
  { pages: 'README.md', fence: /^ts$/, by: shell },
  { pages: 'docs/migrating/*.md', fence: /^(ts|go)$/, by: 'test/integration/docs/migrating.test.ts' },
  { pages: 'docs/architecture.md', fence: /^mermaid$/, by: 'test/docs/architecture.test.ts' },
  { pages: 'docs/frameworks/*.md', fence: /^(ts|jsonc)/, by: 'test/package/frameworks.ts' },
  { pages: 'docs/gateways/{haproxy,oathkeeper}.md', fence: /./, notRun: 'no registry has it; its page says so' },
  { pages: 'docs/gateways/README.md', fence: /^$/, by: 'test/docs/reference.test.ts' },
  { pages: 'docs/gateways/*.md', fence: /./, by: 'test/integration/gateways/programs.ts' },
  { pages: 'docs/apps.md', fence: /^(ts|html|yaml)$/, by: 'test/integration/docs/apps.test.ts' },
  { pages: 'docs/apps.md', starts: /^\$ node native-app/, by: 'test/integration/docs/apps.test.ts' },
  { pages: 'docs/types.md', fence: /^ts$/, by: 'test/types/page.test.ts' },
  { pages: 'src/testing/README.md', fence: /^ts$/, by: 'test/integration/kratos/page.test.ts' },
]

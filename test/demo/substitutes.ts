/** What stands in for images that can't be pulled: an image by service, or undefined where the service is left out. */
export type Substitutes = Map<string, string | undefined>

/** What those are that are made here, by service, as words after the name of the image. */
const made: Record<string, string> = {
  kratos: 'was built on this machine from its Go module; with wget of Debian',
  postgres: "can't be pulled; Debian's PostgreSQL in its place",
  gateway: "can't be pulled; Traefik's own program from PyPI in its place",
  mail: "can't be pulled; Mailpit built from its Go module, without its page: the mails are at /api/v1/messages",
  login: "can't be pulled; a STUB of Ory's pages in its place, with plain forms",
}

/** inWords says what a substitute is, as words after the name of the image that it stands in for. */
export function inWords(service: string, image: string | undefined): string {
  if (image === undefined) return "can't be pulled; left out"
  return (isMade(image) ? made[service] : undefined) ?? `can't be pulled; ${image} in its place`
}

function isMade(image: string | undefined): boolean {
  return image?.startsWith('ory-session-echo-') === true
}

/** The password of the image that test/scripts/postgres.sh makes. */
const database = 'postgres://postgres:a-password-of-the-tests@postgres:5432/postgres?sslmode=disable&max_conns=20'

/** overrideFor writes what Compose merges into compose.yaml for substitutes. */
export function overrideFor(substitutes: Substitutes): string {
  const lines = ['# Written by make up.', 'services:', '  session-echo: { pull_policy: never }']
  const isOwnDatabase = isMade(substitutes.get('postgres'))
  for (const [service, image] of substitutes) {
    if (service === 'kratos') continue
    // A profile that nobody asks for.
    lines.push(`  ${service}:`, `    ${image === undefined ? 'profiles: [left-out]' : `image: ${image}`}`)
    if (service === 'postgres' && isOwnDatabase) lines.push('    volumes: !override [substitute-accounts:/data]')
  }
  for (const service of ['migrate', 'kratos']) {
    const image = substitutes.get('kratos')
    lines.push(`  ${service}:`, `    environment: ${isOwnDatabase ? `{ DSN: '${database}' }` : '{}'}`)
    if (image !== undefined) lines.push(`    image: ${image}`)
  }
  if (substitutes.has('mail') && substitutes.get('mail') === undefined)
    lines.push('    depends_on: !override { migrate: { condition: service_completed_successfully } }')
  return [...lines, 'volumes:', '  substitute-accounts:', ''].join('\n')
}

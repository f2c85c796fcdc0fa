import { SpecError } from './spec.ts'

/**
 * isAtLeast compares versions of the Go SDK by their three numbers.
 *
 * @throws SpecError when one has no such numbers.
 */
export function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)]
  const at = have.findIndex((number, index) => number !== want[index])
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0)
}

function numbers(version: string): number[] {
  const [, ...parts] = /^v(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []
  if (parts.length === 0)
    throw new SpecError(`comparing versions: ${JSON.stringify(version)} is none, such as v1.22.66`)
  return parts.map(Number)
}

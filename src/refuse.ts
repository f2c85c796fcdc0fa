/** refuse ends the process with exit code 2, once nothing is left to do, and lines for the operator. */
export function refuse(lines: readonly string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = 2
}

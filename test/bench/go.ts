import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * buildGo builds the Go program in the folder `sources` as `program`, and returns the version of Go.
 *
 * @throws Error with the compiler's last line.
 */
export async function buildGo(
  what: string,
  { sources, program }: { sources: string; program: string },
): Promise<string> {
  try {
    await run('go', ['build', '-o', program, '.'], { cwd: sources })
    return (await run('go', ['env', 'GOVERSION'])).stdout.trim()
  } catch (error) {
    const said = Error.isError(error) && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined
    throw new Error(`building ${what}: ${said ?? String(error)}`, { cause: error })
  }
}

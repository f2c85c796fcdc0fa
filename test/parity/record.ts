import { readFileSync } from 'node:fs'
import { readCaseFile } from './case-file.ts'
import { hasGo } from './original.ts'
import { startRecorder } from './recorder.ts'
import { readVectors, vectorsFile, writeVectors, type Vector } from './vector.ts'

/**
 * What `make vector FILE=case.txt` runs: it has the Go example deal with the case in the file, and adds what came of it
 * to vectors.json, or to the file that is given behind the case. A case file has a name, the request behind `>`, and
 * what Ory answers behind `<`:
 *
 *     name: two cookies, one of them empty
 *
 *     > GET /any/path HTTP/1.1
 *     > Cookie: ory_session_x=abc
 *     > Cookie:
 *
 *     < HTTP/1.1 401 Unauthorized
 *     < content-type: application/json
 *     <
 *     < {"error":{"code":401}}
 *
 * `Host` and `Connection: close` are added to the request, and the length to both; {@link readCaseFile} says more.
 */
async function main(file = '', vectors = vectorsFile): Promise<void> {
  if (file === '') throw new Error('which case? make vector FILE=case.txt')
  const given = readCaseFile(readFileSync(file))
  const known = readVectors(vectors)
  if (known.some(({ name }) => name === given.name)) throw new Error(`there is a vector "${given.name}" already`)
  if (!hasGo) throw new Error('Go is not installed; install it, package golang-go or go.dev')
  const recorder = await startRecorder()
  let vector: Vector
  try {
    vector = await recorder.record(given)
  } finally {
    await recorder.close()
  }
  writeVectors(vectors, [...known, vector])
  console.log(
    `recorded "${vector.name}": ${vector.response.status} ${JSON.stringify(vector.response.body.slice(0, 200))}`,
  )
}

const [file, vectors] = process.argv.slice(2)
try {
  await main(file, vectors)
} catch (error) {
  const [line] = (Error.isError(error) ? error.message : String(error)).split('\n')
  console.error(`recording ${file === undefined || file === '' ? 'a vector' : file}: ${line}`)
  process.exitCode = 1
}

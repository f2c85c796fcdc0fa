import { readJson } from './json.ts'
import type { Reader } from '../reading/reading.ts'

/** readAnswer reads what curl -i prints where the body holds a session token, as the answer to a login does. */
export const readAnswer: Reader = (text) => {
  if (!/^HTTP\/[\d.]{1,5} +\d{3}/.test(text)) return undefined
  const start = text.indexOf('\n\n')
  const read = start < 0 ? undefined : readJson(text.slice(start).trim())
  return read?.subject === 'token' ? read : undefined
}

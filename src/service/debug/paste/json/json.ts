import { readLoneCredential } from '../reading/lone-credential.ts'
import { readHar } from './har.ts'
import { readJsonHeaders } from './json-headers.ts'
import { nameOryJson, readLoginAnswer } from './ory-json.ts'
import { pasteRequest, unreadable, type Reader } from '../reading/reading.ts'

/**
 * readJson reads JSON: a HAR, an answer of Ory, headers, or cookies. JSON is nothing else, whatever is in it, but the
 * only credential in it is taken out.
 */
export const readJson: Reader = (text) => {
  const value = jsonIn(text)
  if (typeof value !== 'object' || value === null)
    return /^\{\s*"log"\s*:/.test(text)
      ? unreadable('a HAR that is cut off', 'Its end is missing. Paste one entry of it, or take "Copy as cURL".')
      : undefined
  return (
    readHar(value) ??
    readLoginAnswer(value) ??
    readJsonHeaders(value) ??
    (text.includes('ory_st_') ? readLoneCredential(text) : undefined) ??
    nameOryJson(value) ??
    readLoneCredential(text) ??
    unreadable('JSON', `No Cookie, Authorization or session token is in it. ${pasteRequest}`)
  )
}

/** The value in a text, in a part of an object such as `"name": "value",`, in lines, or in a string of JSON. */
function jsonIn(text: string): unknown {
  if (!/^(?:[{["]|\\")/.test(text)) return undefined
  const bare = withoutEnd(text)
  const value =
    parsed(bare) ??
    (bare.startsWith('"') ? parsed(`{${bare}}`) : parsed(`[${bare}]`)) ??
    (bare.includes('\n{') ? parsed(`[${bare.replaceAll('\n{', ',{')}]`) : undefined) ??
    (/^(?:[{[]\s*)*\\"/.test(bare) ? parsed(bare.replaceAll('\\"', '"').replaceAll('\\n', '\n')) : undefined)
  return typeof value === 'string' && /^\s*[{[]/.test(value) ? parsed(value) : value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A text without commas and semicolons at its end. */
function withoutEnd(text: string): string {
  let end = text.length
  while (/[,;\s]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

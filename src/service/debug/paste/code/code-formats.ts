import type { Header } from '../../observation/evidence.ts'
import { hasCredentials } from '../reading/request.ts'

const fetchInNode = 'fetch (Node.js)'
const fetchInBrowser = 'fetch (browser)'

/** How code starts, or what is in it that is in no header. */
const signs = [
  /^(?:[{[("'`]|\w+\s*=\s*[{[("'`])/,
  /^[\w.]{1,40}(?:\(\d{1,9}\))?:?\s*[{[]/, // as a console shows an object: `Headers {`
  /^[\w-]{1,100}\s*:\s*["'`][^\n]*["'`],?$/,
  /\b(?:fetch|axios|got|ky|request|toSession|Headers|http\.\w+|requests?\.\w+|session\.\w+|client\.\w+)\(/,
  /\baxios\.\w+\(/,
  /\.(?:set|add|append|header|headers|setHeader|addHeader|setRequestHeader|setCookie|addCookies?|query)\(/i,
  /\bheaders?["']?[^\S\n]?(?::|=>?|:=)[^\S\n]?[{[(]/i,
  /\bcookies["']?[^\S\n]?(?::|=>?|:=)[^\S\n]?[{[(]/i,
  /^(?:const|let|var|import|from|def|func|function|async|await|return|public|package|use)\s/m,
  /\bdocument\.cookie\s*=/,
  /\w\([^()"'`\n]{0,100}["'`]/,
  /=>[^\S\n]?["'[{]/,
]

/** looksLikeCode tells whether strings in it are worth reading as names and values. */
export function looksLikeCode(text: string): boolean {
  return signs.some((sign) => sign.test(text))
}

const formats: readonly (readonly [string, RegExp])[] = [
  ['axios', /\baxios\b/],
  ['Python requests', /\b(?:requests|httpx|session)\.(?:get|post|put|patch|delete|request|head)\(|\bimport requests\b/],
  ['Go code', /\bhttp\.NewRequest|\.Header\.(?:Set|Add)\(|&?http\.Cookie\{/],
  ['PHP code', /\bcurl_setopt|<\?php|CURLOPT_/],
  ["Ory's SDK", /\.toSession\(/],
  ['JavaScript headers', /\bnew Headers\(/],
  ['Ruby code', /\bNet::HTTP\b/],
  ['Java or Kotlin code', /\b(?:HttpRequest|OkHttpClient|HttpHeaders|RestTemplate)\b/],
  ['C# code', /\bHttpClient\b|DefaultRequestHeaders/],
]

/** formatOf names the program of a request by what it calls; undefined for what is no known one. */
export function formatOf(text: string, headers: readonly Header[]): string | undefined {
  if (/\bfetch\(/.test(text)) {
    if (headers.some(([name]) => name === 'cookie')) return fetchInNode
    return /\b(?:credentials|mode|referrer)["']?\s?:/.test(text) ? fetchInBrowser : 'fetch'
  }
  return formats.find(([, shape]) => shape.test(text))?.[0]
}

/** nameOfPart names code that calls nothing known: an object or a list, or a part of one, or anything else. */
export function nameOfPart(text: string): string {
  return /^(?:\w+\s*=\s*)?[{["']|^[\w-]{1,100}\s*:/.test(text) ? 'JSON of headers' : 'code'
}

/** leavesCookiesOut tells whether a format comes from a browser that leaves cookies out of it. */
export function leavesCookiesOut(format: string | undefined, headers: readonly Header[]): boolean {
  return format === fetchInBrowser || (format === 'fetch' && !hasCredentials(headers))
}

import { unreadable, type Reading } from '../reading/reading.ts'

const request = 'Paste the request: "Copy as cURL" in a browser, or its Cookie or Authorization line.'

/** The name of a picture's file. */
export const fileName = /^[^\n]{1,200}\.(?:png|jpe?g|gif|webp|heic|pdf)$/i

/** What people paste in place of a credential, and what to take instead. */
const formats: readonly (readonly [name: string, shape: RegExp, remark: string])[] = [
  ['a URL', /^(?:https?|wss?):\/\/\S+$/i, `A URL holds no credential. ${request}`],
  ['a query or a form', /^[\w.%-]+=[^\s;&]*&[^\s;]*$/, request],
  ["an image's file name", fileName, `Text is needed. ${request}`],
  ['a key or certificate', /^-----BEGIN /, `It is no session; keep private keys to yourself. ${request}`],
  ['HTML', /^<(?:!doctype html|html|head|body|div|script|form|meta|a|p)\b/i, request],
  ['XML', /^<(?:\?xml|[a-z][\w:-]*(?:\s[^<>]{0,500})?>[^]*<\/)/i, request],
  [
    'a JavaScript error',
    /^(?:Uncaught )?(?:\w*Error|AxiosError)\b[^\n]{0,10}:/,
    `It is what went wrong afterwards. ${request}`,
  ],
  ['a Python error', /^Traceback \(most recent call last\)/, `It is what went wrong afterwards. ${request}`],
  ['SQL', /^(?:select\s[^]*\sfrom|insert into|update\s[^]*\sset|delete from)\s/i, request],
  ['GraphQL', /^(?:query|mutation|subscription)\b[^{}\n]{0,200}\{/, `Paste the headers it was sent with. ${request}`],
  ['JSON that is cut off', /^[{[]\s*["{[]/, `Its end is missing. ${request}`],
]

/** nameUnreadable names what cannot be read. */
export function nameUnreadable(text: string): Reading {
  const [name, , remark] = formats.find(([, shape]) => shape.test(text)) ?? []
  return unreadable(name ?? null, remark)
}

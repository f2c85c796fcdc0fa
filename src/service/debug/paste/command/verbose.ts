import type { Header } from '../../observation/evidence.ts'
import { credentialHeaders, headerOf } from '../reading/header-line.ts'

const line = new RegExp(
  String.raw`^> (?:([A-Z]{3,10} \S{1,2000} HTTP/[\d.]{1,3})|((?:${credentialHeaders}):.*))$`,
  'gim',
)

/** sentHeaders finds the credentials of the last request among what `curl -v` prints of it; none where it does not. */
export function sentHeaders(text: string): readonly Header[] {
  let headers: Header[] = []
  for (const [, request, header] of text.matchAll(line)) {
    if (request !== undefined) headers = []
    else if (header !== undefined) headers.push(...headerOf(header))
  }
  return headers
}

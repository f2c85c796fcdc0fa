/** A kind of body that is hard to read, in any size. */
export interface Hostile {
  name: string
  /** Makes such a body of about `size` bytes. */
  body: (size: number) => Buffer
}

const deepest = 9_998 // what may be open within a member of the session

/** Bodies that take more than linear time, or more than the stack, of a reader that copies, goes back or recurs. */
export const hostile: Hostile[] = [
  of('a payload below lists that are nested', (size) => anything(nested('[', `"${'x'.repeat(size / 2)}"`, ']', size))),
  of('a payload below objects that are nested', (size) =>
    anything(nested('{"a":', `"${'x'.repeat(size / 2)}"`, '}', size)),
  ),
  of('a payload on every level of nested objects', (size) =>
    anything(nested(`{"b":"${'x'.repeat(size / depthOf(size))}","a":`, '1', '}', size)),
  ),
  of('a payload below objects out of order that are nested', (size) =>
    anything(nested('{"b":', `[${repeated('{"b":1,"a":2}', size / 2)}]`, ',"a":1}', size)),
  ),
  of('lists that are never closed', (size) => anything('['.repeat(size))),
  of('objects of one member each', (size) => anything(`[${repeated('{"a":1}', size)}]`)),
  of('a map that comes again and again', (size) => identity(repeated('"metadata_public":{"a":1}', size))),
  of('a map that grows whenever it comes', (size) => identity(numbered((at) => `"metadata_public":{"${at}":1}`, size))),
  of('a list that comes again and again', (size) => method(repeated('"upstream_amr":["a",null]', size))),
  of('a long list, then the same of nulls', (size) =>
    method(`"upstream_amr":[${repeated('"a"', size / 2)}],"upstream_amr":[${repeated('null', size / 2)}]`),
  ),
  of('a struct that comes again and again', (size) => member(repeated('"identity":null', size))),
  of('a folded struct that comes again and again', (size) => member(repeated(`"IDENTITY":${owner('')}`, size))),
  of('an unknown key that comes again and again', (size) => member(repeated('"k":1', size))),
  of('objects out of order', (size) => member(`"x":[${repeated('{"b":1,"a":2}', size)}]`)),
  of('keys against their order', (size) => member(numbered((at) => `"${1e9 - at}":1`, size))),
  of('long keys that are almost the same', (size) =>
    member(numbered((at) => `"${'k'.repeat(900)}${1e9 - at}":1`, size)),
  ),
  of('one long key', (size) => member(`"${'K'.repeat(size)}":1`)),
  of('bytes that are no UTF-8', (size) => id(Buffer.alloc(size, 0xff))),
  of('runes of which the last is cut', (size) => id(Buffer.alloc(size, '\u{1f600}').fill(0xf0, size - 1))),
  of('a string of escapes', (size) => member(`"x":"${'\\u00e9\\n\\ud800'.repeat(size / 14)}"`)),
  of('a string of backslashes that never ends', (size) => member(`"x":"${'\\\\'.repeat(size / 2)}`)),
  of('a string of what Go escapes', (size) => member(`"x":"${'<&\u2028'.repeat(size / 5)}"`)),
  of('many strings with escapes', (size) => member(`"x":[${repeated('"\\n"', size)}]`)),
  of('quotes only', (size) => Buffer.from('"'.repeat(size))),
  of('white space only', (size) => Buffer.from(' '.repeat(size))),
  of('white space between', (size) => member(`${' '.repeat(size / 2)}"x"${'\n'.repeat(size / 2)}:1`)),
  of('white space around everything', (size) => member(`"x":[${repeated(' { "a" : [ 1 , { } ] } ', size)}]`)),
  of('a number of many digits', (size) => member(`"x":${'9'.repeat(size)}`)),
  of('a small number of many digits', (size) => member(`"x":0.${'1'.repeat(size)}`)),
  of('an exponent of many digits', (size) => member(`"x":0e${'9'.repeat(size)}`)),
  of('an integer of many digits', (size) => identity(`"credentials":{"a":{"version":${'9'.repeat(size)}}}`)),
  of('a time of many digits', (size) => member(`"expires_at":"2026-11-24T10:35:13.${'1'.repeat(size)}Z"`)),
  of('a time that is none', (size) => member(`"expires_at":"${'2'.repeat(size)}"`)),
  of('times that Go can not write', (size) =>
    member(`${repeated('"expires_at":"2026-11-24T10:35:13+24:00"', size)},"expires_at":null`),
  ),
  of('elements of a wrong type', (size) => method(`"upstream_amr":[${repeated('1', size)}]`)),
  of('structs of a wrong type', (size) => member(`"devices":[${repeated('1', size)}]`)),
  of('structs that lack what is required', (size) => member(`"devices":[${repeated('{}', size)}]`)),
  of('a failure at the end of the deepest struct', (size) =>
    identity(`"credentials":{${numbered((at) => `"${at}":{"x":1}`, size)},"b":{"created_at":1}}`),
  ),
  of('members behind a failure', (size) => member(`"active":1,"expires_at":1,${repeated('"devices":[{}]', size)}`)),
]

function of(name: string, body: (size: number) => Buffer): Hostile {
  return { name, body }
}

function id(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from('{"id":"'), bytes, Buffer.from('"}')])
}

function member(text: string): Buffer {
  return Buffer.from(`{"id":"x",${text}}`)
}

function owner(text: string): string {
  return `{"id":"i","schema_id":"s","schema_url":"u","traits":{}${text === '' ? '' : `,${text}`}}`
}

function identity(text: string): Buffer {
  return member(`"identity":${owner(text)}`)
}

function anything(text: string): Buffer {
  return member(`"x":${text}`)
}

function method(text: string): Buffer {
  return member(`"authentication_methods":[{${text}}]`)
}

function depthOf(size: number): number {
  return Math.min(deepest, size / 20)
}

function nested(open: string, inner: string, close: string, size: number): string {
  return open.repeat(depthOf(size)) + inner + close.repeat(depthOf(size))
}

function repeated(text: string, size: number): string {
  return numbered(() => text, size)
}

function numbered(text: (at: number) => string, size: number): string {
  const texts: string[] = []
  for (let length = 0; length < size; length += (texts.at(-1)?.length ?? 0) + 1) texts.push(text(texts.length))
  return texts.join(',')
}

import fc, { type Arbitrary } from 'fast-check'
import type { Field, Model, Struct } from '../../src/service/go/json/model.ts'

type Weighted<T> = readonly [weight: number, arbitrary: Arbitrary<T>]

interface Damage {
  at?: number
  cut: number
  put: number[]
}

function mostly<T>(...choices: Weighted<T>[]): Arbitrary<T> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

const strings = fc.constantFrom(
  '""',
  '"a"',
  '"b"',
  '"\\u0062"',
  '"<&>\u2028"',
  '"\\ud800"',
  '"\\udc00\\ud83d"',
  '"\\ud83d\\ude00"',
  '"\\ud83d\\u0041"',
  '"\\ud83d\u{1f600}"',
  '"\\/\\b\\f\\n\\u0001"',
  '"\u00e9\u{1f600}\uffff"',
  '"\u007f"',
  '"aal1"',
  '"aal\\u0031"',
  '"aal4"',
)
const noStrings = fc.string({ maxLength: 8 }).map((text) => `"${text}"`)
const string = mostly(
  [80, strings],
  [20, fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text.toWellFormed()))],
  [1, noStrings],
)

const integers = fc.constantFrom(
  '0',
  '-0',
  '1',
  '-1',
  '999999999999999',
  '1234567890123456789',
  '9223372036854775807',
  '-9223372036854775808',
)
const floats = fc.constantFrom(
  '1.0',
  '-0.0',
  '1e2',
  '1E+2',
  '9223372036854775808',
  '-9223372036854775809',
  '1e308',
  '1e-400',
  '5e-324',
  '0.1',
  '1e21',
  '123456789012345678901234567890',
  '1e20',
  '0.000001',
  '1e-7',
  '1e00002',
  '0e99999999',
  '1e-99999999',
  '1e23',
  `${'9'.repeat(400)}e-390`,
  `0.${'0'.repeat(400)}1e401`,
)
const beyond = fc.constantFrom('1e309', '-1e400', '1e99999999', '9'.repeat(400))
const noNumbers = fc.constantFrom('01', '+1', '.5', '1.', '-', '1e', '1e+', '0x1', 'nul', 'truE')
const number = mostly(
  [60, integers],
  [60, floats],
  [20, fc.integer().map(String)],
  [20, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)],
  [2, beyond],
  [1, noNumbers],
)
const integer = mostly([30, integers], [10, fc.integer().map(String)], [1, number])

const day = '"2026-11-24T10:35:13'
const times = fc.constantFrom(
  ...['Z', '.000Z', '.1234567891Z', '.100+00:00', '-00:00', '+05:30', ',5Z', '+22:60'].map((end) => `${day}${end}"`),
  '"2026-11-24T1:35:13Z"',
  '"2024-02-29T00:00:00Z"',
  '"0000-01-01T00:00:00+10:00"',
)
const unwritable = fc.constantFrom('+24:00', '-24:00', '+23:60').map((zone) => `${day}${zone}"`)
const noTimes = fc.constantFrom(
  '"2026-11-24T24:00:00Z"',
  '"2026-02-29T00:00:00Z"',
  '"2026-11-24T10:35:13\\u005a"',
  '"2026-11-24t10:35:13Z"',
  '""',
  `${day}.Z"`,
  `${day}"`,
)
const two = fc.nat(62).map((digits) => String(digits).padStart(2, '0'))
const fraction = fc.constantFrom('', '.0', '.120', ',3', '.1234567899')
const offset = fc
  .tuple(fc.constantFrom('+', '-'), two, two)
  .map(([side, hours, minutes]) => `${side}${hours}:${minutes}`)
const zone = fc.oneof(fc.constant('Z'), offset)
const madeTime = fc
  .tuple(fc.nat(9999), fc.tuple(two, two), fc.tuple(two, two, two), fraction, zone)
  .map(
    ([year, date, clock, ...end]) =>
      `"${[String(year).padStart(4, '0'), ...date].join('-')}T${clock.join(':')}${end.join('')}"`,
  )
const spoilt = fc.constantFrom('0', '9', ':', '-', ' ', 'Z', '/', '\u00e9')
const spoiltTime = fc
  .tuple(times, fc.integer({ min: 1, max: 35 }), spoilt)
  .map(([whole, at, put]) => `${whole.slice(0, at)}${put}${whole.slice(at + 1).replace(/"*$/, '"')}`)
const time = mostly([60, times], [12, unwritable], [1, noTimes], [2, madeTime], [2, spoiltTime])

const boolean = fc.constantFrom('true', 'false')
const space = mostly([200, fc.constant('')], [20, fc.constantFrom(' ', '\n\t', '\r  ')], [1, fc.constant('\v')])

const { any } = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant('null'),
    string,
    number,
    boolean,
    times,
    list(tie('any')),
    object(fc.tuple(string, tie('any'))),
    { weight: 2, arbitrary: object(fc.tuple(fc.constantFrom('"a"', '"b"', '"\\u0061"'), tie('any'))) },
  ),
}))
const deep = fc
  .tuple(fc.constantFrom(2, 9_990, 9_995, 9_997, 9_998, 9_999, 10_000), fc.constantFrom('[', '{"a":'), any)
  .map(([depth, open, inner]) => open.repeat(depth) + inner + (open === '[' ? ']' : '}').repeat(depth))

/** What is cut out or put in at some place; most of what is put in breaks a rune. */
const bytes = fc.constantFrom(
  0x00,
  0x22,
  0x2c,
  0x41,
  0x5c,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc0,
  0xc2,
  0xe0,
  0xe1,
  0xed,
  0xef,
  0xf0,
  0xf1,
  0xf4,
  0xf5,
  0xff,
)
const damage = mostly<Damage>(
  [30, fc.constant({ cut: 0, put: [] })],
  [1, fc.record({ at: fc.nat(), cut: fc.constant(1), put: fc.constant([]) })],
  [1, fc.record({ at: fc.nat(), cut: fc.nat(1), put: fc.array(bytes, { minLength: 1, maxLength: 6 }) })],
  [1, fc.record({ at: fc.nat(), cut: fc.constant(Infinity), put: fc.constant([]) })],
)

/**
 * oddSessions makes bodies that are meant as `model` and are odd: members that are repeated, missing, folded or
 * escaped, values that are null, of a wrong type or can't be written, broken UTF-8, what is no JSON, and deep nests.
 */
export function oddSessions(model: Struct): Arbitrary<Buffer> {
  const text = mostly([60, right(model)], [1, any])
  return fc.tuple(text, damage).map(([body, { at = 0, cut, put }]) => {
    const whole = Buffer.from(body)
    const start = at % (whole.length + 1)
    return Buffer.concat([whole.subarray(0, start), Buffer.from(put), whole.subarray(start + cut)])
  })
}

function value(model: Model): Arbitrary<string> {
  return mostly([50, right(model)], [8, fc.constant('null')], [1, any])
}

function right(model: Model): Arbitrary<string> {
  switch (model.kind) {
    case 'any':
      return mostly([300, any], [1, deep])
    case 'string':
      return string
    case 'boolean':
      return boolean
    case 'integer':
      return integer
    case 'time':
      return time
    case 'enum':
      return mostly([40, fc.constantFrom(...model.values.flat().map(({ named }) => `"${named}"`))], [1, string])
    case 'list':
      return list(value(model.of))
    case 'map':
      return object(fc.tuple(fc.oneof(fc.constantFrom('"a"', '"b"'), string), value(model.of)))
    case 'struct':
      return struct(model)
  }
}

/** What is required, mostly, and members of which some come again. */
function struct(model: Struct): Arbitrary<string> {
  const member = (field: Field): Arbitrary<[string, string]> => fc.tuple(keyOf(field.name), value(field.model))
  const members = fc.oneof(...model.fields.map(member))
  const rest = fc.constantFrom('"x"', '"y"', '"\\ud800"')
  const odd = fc.tuple(mostly([2, rest], [1, string]), any)
  const itself = fc.constantFrom('"AdditionalProperties"', '"additionalPropertie\u017f"')
  const own = fc.tuple(itself, mostly([6, object(fc.tuple(string, any))], [1, any]))
  const again = fc
    .constantFrom(...model.fields)
    .chain((field) => fc.array(member(field), { minLength: 2, maxLength: 4 }))
  const required = fc.tuple(...model.required.map((field) => fc.option(member(field), { freq: 60 })))
  const some = fc.array(mostly([16, members], [3, odd], [1, own]), { maxLength: 4 })
  const all = fc.tuple(required, some, fc.oneof(fc.constant([]), again))
  const shuffled = all.chain(([always, ...lists]) => {
    const list = [...always.filter((one) => one !== null), ...lists.flat()]
    return fc.shuffledSubarray(list, { minLength: list.length })
  })
  return fc.tuple(shuffled, space).map(([list, gap]) => {
    const texts = list.map(([key, text]) => `${gap}${key}${gap}:${gap}${text}`)
    return `{${texts.join(',')}${gap}}`
  })
}

function keyOf(name: string): Arbitrary<string> {
  const folded = fc
    .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
    .map((flags) => name.replace(/./g, (letter, at: number) => (flags[at] === true ? other(letter) : letter)))
  const escaped = name.replace(/./, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
  return mostly([12, fc.constant(name)], [1, folded], [1, fc.constant(escaped)]).map((key) => `"${key}"`)
}

/** What Go takes for the same letter. */
function other(letter: string): string {
  return { s: '\u017f', k: '\u212a' }[letter] ?? letter.toUpperCase()
}

function list(of: Arbitrary<string>): Arbitrary<string> {
  return fc
    .tuple(fc.array(of, { maxLength: 4 }), space)
    .map(([items, gap]) => `[${gap}${items.join(`${gap},${gap}`)}${gap}]`)
}

function object(member: Arbitrary<[string, string]>): Arbitrary<string> {
  return fc
    .tuple(fc.array(member, { maxLength: 4 }), space)
    .map(([members, gap]) => `{${gap}${members.map(([key, text]) => `${key}${gap}:${text}${gap}`).join(',')}}`)
}

import fc, { type Arbitrary } from 'fast-check'

/** JSON text whose members come in any order, any number of times, and with values of any type. */
type Json = Arbitrary<string>

const strings: Json = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('"x"', '""', '"a b"', '"é"', '"<&>"') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '"\\u0041"',
      '"\\ud83d\\ude00"',
      '"\\ud800"',
      '"\u2028"',
      '"\\n\\/\\""',
      '"\u{1f600}"',
      '"\\u0000"',
      '"\u007f"',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((value) => JSON.stringify(value)) },
)
const numbers: Json = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '-0',
    '1.0',
    '1e5',
    '1E400',
    '0.1',
    '1e-7',
    '1e21',
    '123456789012345678901',
    '9223372036854775808',
    '01',
    '-',
    '1.',
    '+1',
  ),
)
const times: Json = fc.oneof(
  fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }).map((date) => JSON.stringify(date)),
  fc.constantFrom(
    '"2026-11-24T10:35:13.959111997Z"',
    '"2026-11-24T12:35:13.5+02:00"',
    '"2026-11-24T10:35:13+24:00"',
    '"yesterday"',
    '"2026-02-30T00:00:00Z"',
    '"2026-11-24T1:35:13Z"',
    '"0000-01-01T00:00:00Z"',
    '"2026-11-24T10:35:13,5Z"',
  ),
)
const booleans: Json = fc.constantFrom('true', 'false')

const keys = fc.oneof(fc.constantFrom('a', 'b', 'id', 'ID', 'z', ''), fc.string({ unit: 'binary', maxLength: 4 }))
const any = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constant('null'),
    booleans,
    numbers,
    strings,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
  object: fc
    .array(fc.tuple(keys, tie('value')), { maxLength: 3 })
    .map((pairs) => `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
}))

/** Now and then null, or something of another type. */
function mostly(value: Json): Json {
  return fc.oneof(
    { weight: 30, arbitrary: value },
    { weight: 2, arbitrary: fc.constant('null') },
    { weight: 1, arbitrary: any.value },
  )
}

function listOf(value: Json): Json {
  return mostly(fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(',')}]`))
}

const odd = fc.constantFrom<((name: string) => string)[]>(
  (name) => name.toUpperCase(),
  (name) => name.replaceAll('s', '\u017f'),
  (name) => name.replace('i', '\\u0069'),
  (name) => `${name}_`,
)
const spelling = fc.oneof({ weight: 40, arbitrary: fc.constant((name: string) => name) }, { weight: 1, arbitrary: odd })
const spaceless = fc.oneof(
  { weight: 20, arbitrary: fc.constant(',') },
  { weight: 1, arbitrary: fc.constantFrom(' , ', ',\r\n\t', ',,', '') },
)

/** An object with its required members for the most part, some of the optional ones, and some that nobody knows. */
function struct(required: Readonly<Record<string, Json>>, optional: Readonly<Record<string, Json>>): Json {
  const member = ([name, value]: [string, Json]): Json =>
    fc.tuple(spelling, mostly(value)).map(([spell, text]) => `"${spell(name)}":${text}`)
  const present = fc.oneof({ weight: 40, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) })
  const needed = Object.entries(required).map((entry) =>
    fc.tuple(present, member(entry)).map(([has, text]) => (has ? [text] : [])),
  )
  const others = fc.array(
    fc.oneof(
      ...Object.entries({ ...optional, ...required }).map(member),
      fc.tuple(keys, any.value).map(([key, text]) => `${JSON.stringify(key)}:${text}`),
    ),
    { maxLength: 5 },
  )
  return fc
    .tuple(fc.tuple(...needed), others, spaceless)
    .map(([first, second, comma]) => `{${[...first.flat(), ...second].join(comma)}}`)
}

const address = { value: strings, via: fc.constantFrom('"email"', '"sms"') }
const identity = struct(
  { id: strings, schema_id: strings, schema_url: strings, traits: any.value },
  {
    state: fc.constantFrom('"active"', '"inactive"', '"strange"'),
    created_at: times,
    updated_at: times,
    state_changed_at: times,
    metadata_public: any.value,
    metadata_admin: any.value,
    organization_id: strings,
    external_id: strings,
    region: strings,
    credentials: fc
      .tuple(
        fc.constantFrom('password', 'oidc', 'x'),
        mostly(
          struct(
            {},
            {
              type: fc.constantFrom('"password"', '"oidc"', '"x"'),
              version: numbers,
              config: any.object,
              identifiers: listOf(strings),
              created_at: times,
            },
          ),
        ),
      )
      .map(([name, value]) => `{"${name}":${value}}`),
    recovery_addresses: listOf(struct({ ...address, id: strings }, { created_at: times, updated_at: times })),
    verifiable_addresses: listOf(
      struct({ ...address, status: strings, verified: booleans }, { id: strings, verified_at: times }),
    ),
  },
)

/** sessions are the JSON texts of sessions after the SDK's model, most of them well-formed in most parts. */
export const sessions: Json = struct(
  { id: strings },
  {
    active: booleans,
    expires_at: times,
    authenticated_at: times,
    issued_at: times,
    authenticator_assurance_level: fc.constantFrom('"aal0"', '"aal1"', '"aal2"', '"aal3"', '"aal4"'),
    authentication_methods: listOf(
      struct(
        {},
        {
          method: fc.constantFrom('"password"', '"totp"', '"oidc"', '"telepathy"'),
          aal: fc.constantFrom('"aal1"', '"aal9"'),
          completed_at: times,
          organization: strings,
          provider: strings,
          upstream_amr: listOf(strings),
        },
      ),
    ),
    identity,
    devices: listOf(struct({ id: strings }, { ip_address: strings, user_agent: strings, location: strings })),
    tokenized: strings,
  },
)

/** failures are the JSON texts with which Ory says why there is no session. */
export const failures: Json = fc.oneof(
  fc.constantFrom(
    '{"error":{"code":401,"status":"Unauthorized","message":"m"}}',
    '',
    '{}',
    'null',
    '{"error":null}',
    'oops',
  ),
  struct(
    {
      error: struct(
        { message: strings },
        {
          code: numbers,
          id: strings,
          debug: strings,
          details: any.value,
          reason: strings,
          request: strings,
          status: strings,
        },
      ),
    },
    {},
  ),
)

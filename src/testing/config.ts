/** A part of Kratos' configuration, see its reference. */
export interface KratosConfig {
  [key: string]: string | number | boolean | KratosConfig | readonly (string | KratosConfig)[]
}

/** A JSON Schema of an identity's traits. */
export type IdentitySchema = Record<string, unknown>

/** Identity schemas by their ids. New identities have the one called `default`, or else the first. */
export type IdentitySchemas = Record<string, IdentitySchema>

/** The schema of identities with `email` and `name`. */
export const defaultSchema: IdentitySchema = {
  $id: 'default',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Person',
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: {
          type: 'string',
          format: 'email',
          'ory.sh/kratos': {
            credentials: { password: { identifier: true }, totp: { account_name: true } },
            verification: { via: 'email' },
            recovery: { via: 'email' },
          },
        },
        name: { type: 'string' },
      },
      required: ['email'],
    },
  },
}

/** baseConfig is what every Kratos of the tests is configured with; both URLs end with a slash. */
export function baseConfig(page: string, adminUrl: string, schemas: IdentitySchemas): KratosConfig {
  const [first = 'default'] = Object.keys(schemas)
  return {
    version: 'v1.3.0',
    serve: { public: { base_url: page }, admin: { base_url: adminUrl } },
    identity: {
      default_schema_id: 'default' in schemas ? 'default' : first,
      schemas: Object.entries(schemas).map(([id, schema]) => ({ id, url: inline(JSON.stringify(schema)) })),
    },
    selfservice: {
      default_browser_return_url: page,
      allowed_return_urls: [page],
      methods: {
        password: { enabled: true, config: { haveibeenpwned_enabled: false } },
        totp: { enabled: true, config: { issuer: 'Kratos' } },
        code: { enabled: true },
      },
      flows: {
        registration: { after: { password: { hooks: [{ hook: 'session' }] } } },
        verification: { enabled: true, use: 'code' },
        recovery: { enabled: true, use: 'code' },
      },
    },
    // bcrypt's lowest cost, since tests create hundreds of identities.
    hashers: { algorithm: 'bcrypt', bcrypt: { cost: 4 } },
    secrets: { cookie: ['a-secret-of-the-tests-and-no-other'], cipher: ['32-characters-of-the-tests-only!'] },
    log: { level: 'warning' },
  }
}

/** A URL that Kratos reads `text` from. */
function inline(text: string): string {
  return `base64://${Buffer.from(text).toString('base64')}`
}

/** merge puts `over` into `base`: objects are merged, anything else replaces. */
export function merge(base: KratosConfig, over: KratosConfig): KratosConfig {
  const merged: KratosConfig = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const present = merged[key]
    merged[key] = isPart(present) && isPart(value) ? merge(present, value) : value
  }
  return merged
}

/** configuredBaseUrl is the URL that a configuration gives browsers, if it does. */
export function configuredBaseUrl(config: KratosConfig): string | undefined {
  const part = (of: KratosConfig, key: string): KratosConfig => (isPart(of[key]) ? of[key] : {})
  const url = part(part(config, 'serve'), 'public')['base_url']
  return typeof url === 'string' ? url : undefined
}

function isPart(value: KratosConfig[string] | undefined): value is KratosConfig {
  return typeof value === 'object' && !Array.isArray(value)
}

import { randomUUID } from 'node:crypto'

/** A person with the traits of the default identity schema. */
export interface PersonWithEmail {
  email: string
  name?: string
  /** {@link defaultPassword} by default. */
  password?: string
  /** The id of the identity schema; by default the one that Kratos is configured to use by default. */
  schemaId?: string
}

/** A person with the traits of your own identity schema, one of them the identifier for the password. */
export interface PersonWithTraits {
  identifier: string
  traits: Record<string, unknown>
  /** {@link defaultPassword} by default. */
  password?: string
  /** The id of the identity schema; by default the one that Kratos is configured to use by default. */
  schemaId?: string
}

/** A person to register, create or log in. */
export type Person = PersonWithEmail | PersonWithTraits

/** The password of everybody without their own. */
export const defaultPassword = 'correct-horse-battery-9'

/** somebody makes up a new person. */
export function somebody(name = 'Ann'): PersonWithEmail & { name: string } {
  return { email: `${name.toLowerCase()}-${randomUUID()}@example.com`, name }
}

/** passwordLogin is what a person enters to log in. */
export function passwordLogin(person: Person): { method: 'password'; identifier: string; password: string } {
  const identifier = 'traits' in person ? person.identifier : person.email
  return { method: 'password', identifier, password: passwordOf(person) }
}

/** passwordRegistration is what a person enters to register. */
export function passwordRegistration(person: Person): {
  method: 'password'
  password: string
  traits: Record<string, unknown>
} {
  return { method: 'password', password: passwordOf(person), traits: traitsOf(person) }
}

/** passwordOf is the password of a person. */
export function passwordOf(person: Person): string {
  return person.password ?? defaultPassword
}

/** traitsOf is what the identity of a person holds. */
export function traitsOf(person: Person): Record<string, unknown> {
  if ('traits' in person) return person.traits
  const { email, name } = person
  return { email, ...(name === undefined ? {} : { name }) }
}

/** schemaQuery asks for a person's schema when a registration begins: Ory's spec has it, Kratos v1.3.1 ignores it. */
export function schemaQuery({ schemaId }: Person): { identity_schema?: string } {
  return schemaId === undefined ? {} : { identity_schema: schemaId }
}

/**
 * checkSchema makes sure that Kratos used a person's schema.
 *
 * @throws Error when it used another.
 */
export function checkSchema(doing: string, { schemaId }: Person, identity: { schema_id: string } | undefined): void {
  if (schemaId === undefined || identity === undefined || identity.schema_id === schemaId) return
  throw new Error(
    `${doing}: Kratos used its default schema ${identity.schema_id} instead of ${schemaId}; ` +
      'use createIdentity, or set identity.default_schema_id',
  )
}

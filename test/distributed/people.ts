import { somebody, type StartedKratosContainer } from '../../src/testing/index.ts'
import { times } from '../soak/load.ts'

/** Somebody with a session, and what a client sends for it. */
export interface Person {
  identity: string
  session: string
  headers: Record<string, string>
}

const atOnce = 16
const browsers = 10 // of how many people one comes with a browser's cookies instead of an app's token

/** createPeople creates identities and logs each in, at one Kratos or another. */
export async function createPeople(count: number, kratos: readonly StartedKratosContainer[]): Promise<Person[]> {
  const people: Person[] = []
  await times(count, atOnce, async (nth) => {
    const flows = kratos[nth % kratos.length]?.flows
    if (flows === undefined) return
    const person = somebody()
    const { id: identity } = await flows.createIdentity(person)
    if (nth % browsers === 0) {
      const { cookie, session } = await flows.logInAsBrowser(person)
      people.push({ identity, session: session?.id ?? '', headers: { cookie } })
    } else {
      const { token, session } = await flows.logIn(person)
      people.push({ identity, session: session.id, headers: { authorization: `Bearer ${token}` } })
    }
  })
  return people
}

import { answerBytes, type Received, type StubAnswer } from '../support/stub-ory.ts'

/** What Ory answers; its host and port stand in headers as {@link ownHost} or, with another name, {@link localHost}. */
export interface Ory {
  whoami: StubAnswer
  /** What every path other than whoami's is answered with; as whoami unless given. */
  elsewhere?: StubAnswer
  /** Up to which answer of a connection it is kept, whatever the answer says; the first unless given. */
  keeps?: number
}

/** Stands in an answer's headers for the host and port at which Ory gives it. */
export const ownHost = 'ory.invalid'

/** Stands for the same place under another name, localhost. */
export const localHost = 'local.invalid'

/** answersAt is how the stub of Ory at `url` answers in a case. */
export function answersAt(
  url: string,
  { whoami, elsewhere = whoami, keeps = 1 }: Ory,
): (request: Received) => StubAnswer {
  const [atWhoami, atOthers] = [placed(url, whoami), placed(url, elsewhere)]
  return ({ path, nth }) => {
    const answer = /^\/sessions\/whoami(?:$|[?])/.test(path) ? atWhoami : atOthers
    return nth < keeps && answer.then !== undefined ? { ...answer, then: 'keep' } : answer
  }
}

function placed(url: string, answer: StubAnswer): StubAnswer {
  if (answer.raw !== undefined || answer.headers === undefined) return answer
  const { host, port } = new URL(url)
  const own = (text: string): string => text.replace(ownHost, host).replace(localHost, `localhost:${port}`)
  const change = (value: string | readonly string[]): string | string[] =>
    typeof value === 'string' ? own(value) : value.map(own)
  return {
    ...answer,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, change(value)])),
  }
}

/** inPackets has an answer come in packets that end behind the positions `cuts`. */
export function inPackets(answer: StubAnswer, cuts: readonly number[]): StubAnswer {
  const bytes = answer.raw === undefined ? answerBytes(answer).toString('latin1') : [answer.raw].flat().join('')
  const ends = [...cuts.filter((cut) => cut < bytes.length).toSorted((a, b) => a - b), bytes.length]
  const raw = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end)).filter((packet) => packet !== '')
  return { raw, ...(answer.raw === undefined ? { then: answer.then ?? 'keep' } : answer.then && { then: answer.then }) }
}

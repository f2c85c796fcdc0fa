import { readConfig } from '../../src/service/config.ts'
import { startServer } from '../../src/service/server.ts'
import { startOriginal } from '../parity/original.ts'
import { answersAt } from '../parity/ory.ts'
import { startStubUpstream, type Received, type StubUpstream } from '../support/stub-ory.ts'
import { packetsOf, type Case } from './case.ts'
import { converse, lastRequest } from './client.ts'
import { isUnruly, type Outcome, type Seen } from './compare.ts'
import { askNodeParser, askUndici, type NodeVerdict } from './node-parser.ts'

/** Both services, each in front of a stub of its own, for one case after the other. */
export interface Both {
  /** Has both services deal with a case; what does not come within `patience` ms is not waited for. */
  try: (given: Case, patience: number) => Promise<Seen>
  /** What others say of a case, each asked directly. */
  judge: (seen: Seen, patience: number) => Promise<Verdict>
  close: () => Promise<void>
}

/** What the parsers that stand below the service make of a case by themselves. */
export interface Verdict {
  node: NodeVerdict
  /** Why undici refuses Ory's answer; undefined where it takes it. */
  undici: string | undefined
  /** What the Go example does with the requests as Node's parser reads them, written anew. */
  asNodeReads: Outcome
}

/** startBoth starts the service in this process and the Go example in one of its own. */
export async function startBoth(): Promise<Both> {
  const stubs = { theirs: await startStubUpstream(), ours: await startStubUpstream() }
  const original = await startOriginal(stubs.theirs.url)
  const service = await startServer(
    readConfig({ ORY_SDK_URL: stubs.ours.url, PORT: '0', HOST: '127.0.0.1', SHUTDOWN_GRACE: '0' }),
  )
  const ports = { theirs: Number(new URL(original.url).port), ours: Number(new URL(service.url).port) }

  const side = async (name: 'theirs' | 'ours', given: Case, patience: number): Promise<Outcome> => {
    const stub = stubs[name]
    stub.answer = answersAt(stub.url, given.ory)
    stub.received = []
    const leavesTraces = isUnruly(given)
    if (leavesTraces) await anew(stub)
    const { requests, closesItsSide } = given
    const speech = { packets: packetsOf(given), methods: requests.map(({ method }) => method), closesItsSide }
    const conversation = await converse(ports[name], speech, patience)
    const asked = stub.received.map(shown)
    if (leavesTraces) await anew(stub)
    return { conversation, asked }
  }

  return {
    try: async (given, patience) => {
      const [theirs, ours] = await Promise.all([side('theirs', given, patience), side('ours', given, patience)])
      return { given, theirs, ours }
    },
    judge: async ({ given, ours: { conversation } }, patience) => {
      const { askedAgain, closed } = conversation
      const packets = [...packetsOf(given), ...(askedAgain ? [lastRequest] : [])]
      const node = await askNodeParser(packets, closed !== 'service')
      stubs.ours.answer = answersAt(stubs.ours.url, given.ory)
      const others = given.ory.elsewhere !== undefined
      const undici =
        (await askUndici(stubs.ours.url, '/sessions/whoami')) ??
        (others ? await askUndici(stubs.ours.url, '/') : undefined)
      await anew(stubs.ours)
      const asNodeReads = await side(
        'theirs',
        { ...given, cuts: [], requests: node.accepted.filter(({ text }) => text !== lastRequest.toString('latin1')) },
        patience,
      )
      return { node, undici, asNodeReads }
    },
    close: async () => {
      await original.close()
      await service.close()
      await Promise.all([stubs.theirs.close(), stubs.ours.close()])
    },
  }
}

/** Ends the connections to a stub, so that a case leaves nothing to the next. */
async function anew(stub: StubUpstream): Promise<void> {
  stub.cut()
  for (let turns = 0; turns < 3; turns++) await new Promise(setImmediate)
}

function shown({ path, headers }: Received): string {
  return JSON.stringify([path, headers['cookie'] ?? [''], headers['x-session-token'] ?? ['']])
}

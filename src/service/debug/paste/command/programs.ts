import { readCurl } from './curl.ts'
import type { RequestReader } from './sent-request.ts'
import { readHttpie } from './httpie.ts'
import { readLoadTester } from './load-testers.ts'
import { readWget } from './wget.ts'

/** A program that sends a request. */
export interface Program {
  readAs: string
  /** Undefined for one that can only be named. */
  read: RequestReader | undefined
}

const httpie: Program = { readAs: 'HTTPie', read: readHttpie }
const xh: Program = { readAs: 'xh', read: readHttpie }
const tester = (name: string): [string, Program] => [name, { readAs: name, read: readLoadTester }]
const named = (name: string): [string, Program] => [name, { readAs: name, read: undefined }]

/** The programs that are read, by their names. */
export const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
  ['curl', { readAs: 'curl', read: readCurl }],
  ['curlie', { readAs: 'curlie', read: readCurl }],
  ['wget', { readAs: 'wget', read: readWget }],
  ['http', httpie],
  ['https', httpie],
  ['xh', xh],
  ['xhs', xh],
  ...['ab', 'bombardier', 'grpcurl', 'hey', 'oha', 'wrk', 'wrk2'].map(tester),
  ...['aria2c', 'httpx', 'lwp-request', 'siege', 'vegeta', 'websocat', 'wscat'].map(named),
])

import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { probeCookie } from './behaviour.ts'

// The thread of another client: it asks a cheap question every few ms, one after the other, on a connection of its own.

const pause = 3 // ms
const warming = 100 // requests that don't count: the first ones are compiled for
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let began: number | undefined
let longest = 0
let asked = 0
let failed = 0

function ask(url: string): Promise<void> {
  return new Promise((resolve) => {
    const fail = (): void => {
      failed++
      resolve()
    }
    get(url, { agent, headers: { cookie: probeCookie } }, (response) => {
      response.resume().on('end', resolve).on('error', fail)
    }).on('error', fail)
  })
}

const since = (): number => (began === undefined ? 0 : performance.now() - began)

parentPort?.once('message', () => {
  parentPort?.postMessage({ longest: Math.max(longest, since()), asked, failed })
})

const url = String(workerData)
for (let n = 0; n < warming; n++) await ask(url)
failed = 0
parentPort?.postMessage('ready')
for (;;) {
  began = performance.now()
  await ask(url)
  longest = Math.max(longest, since())
  asked++
  began = undefined
  await wait(pause)
}

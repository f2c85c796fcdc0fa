import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import type { Behaviour, FromOry, OryFigures, ToOry } from './behaviour.ts'

/** Both ways to answer. */
export const styles = ['go', 'http'] as const

/** A STUB of Ory in a thread of its own. */
export interface Ory {
  url: string
  behave: (behaviour: Behaviour) => Promise<void>
  figures: () => Promise<OryFigures>
}

/** Another client, in a thread of its own. */
export interface Probe {
  /** Ends it, and resolves to how long it waited at most for an answer, in ms, and what became of its requests. */
  stop: () => Promise<{ longest: number; asked: number; failed: number }>
}

/** What a case starts, all of which ends with it. */
export interface Lab {
  /** Starts a stub of Ory that answers so. */
  ory: (behaviour?: Behaviour) => Promise<Ory>
  /** Starts the service as `npm start` does, in front of it, on free ports of loopback; `shell` is run before. */
  service: (ory: Ory, environment?: Record<string, string>, shell?: string) => Promise<ServiceProcess>
  /** Starts another client of a URL. */
  probe: (url: string) => Promise<Probe>
  /** Has something ended with the case; what was named last ends first. */
  atEnd: (end: () => unknown) => void
  /** Ends everything. */
  close: () => Promise<void>
}

/** createLab makes the place for one case. */
export function createLab(): Lab {
  const ends: (() => unknown)[] = []
  const starting = new Set<Promise<unknown>>()
  let closed = false
  const atEnd = (end: () => unknown): void => {
    if (closed) end()
    else ends.unshift(end)
  }
  const thread = (name: string, data?: string): Worker => {
    const worker = new Worker(new URL(name, import.meta.url), { workerData: data })
    atEnd(() => worker.terminate())
    return worker
  }
  return {
    ory: async (behaviour) => {
      const worker = thread('./ory-thread.ts')
      const next = async (message?: ToOry): Promise<FromOry> => {
        const answered = once(worker, 'message') as Promise<[FromOry]>
        if (message !== undefined) worker.postMessage(message)
        return (await answered)[0]
      }
      const first = await next()
      const url = typeof first === 'object' && 'url' in first ? first.url : ''
      if (behaviour !== undefined) await next({ behave: behaviour })
      return {
        url,
        behave: async (behave) => {
          await next({ behave })
        },
        figures: async () => {
          const message = await next('figures')
          if (typeof message !== 'object' || !('figures' in message))
            throw new Error('the stub of Ory did not say how it is doing')
          return message.figures
        },
      }
    },
    service: async ({ url }, environment = {}, shell) => {
      const started = startProcess({ ORY_SDK_URL: url, ADMIN_PORT: '0', ...environment }, shell)
      starting.add(started)
      const service = await started.finally(() => starting.delete(started))
      atEnd(async () => {
        service.kill()
        await service.exited
      })
      return service
    },
    probe: async (url) => {
      const worker = thread('./probe-thread.ts', url)
      await once(worker, 'message')
      return {
        stop: async () => {
          worker.postMessage('stop')
          const [figures] = (await once(worker, 'message')) as [Awaited<ReturnType<Probe['stop']>>]
          await worker.terminate()
          return figures
        },
      }
    },
    atEnd,
    close: async () => {
      closed = true
      await Promise.allSettled(starting)
      for (const end of ends.splice(0)) await end()
    },
  }
}

/** residentMemory is what a process holds now, in bytes. */
export function residentMemory(pid: number): number {
  return memoryOf(pid, 'VmRSS')
}

/** watchPeak begins to watch a process; its function says by how many bytes its memory has grown at most since. */
export function watchPeak(pid: number): () => number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5') // sets the peak to what is held now, see proc(5)
  const before = residentMemory(pid)
  return () => memoryOf(pid, 'VmHWM') - before
}

function memoryOf(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  return (
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
  )
}

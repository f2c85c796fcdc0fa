import { mostHeaders, type Values } from './evidence.ts'
import type { Client } from './observation.ts'

const longestValue = 300 // characters

/** clientOf tells who sent the request; headers that are not as their standards say are left out. */
export function clientOf(values: Values, https: boolean | null): Client {
  const shaped = (name: string, shape: RegExp): string | null => {
    const looked = values(name).slice(0, mostHeaders)
    return looked.find((value) => value.length <= longestValue && shape.test(value)) ?? null
  }
  const [agent = ''] = values('user-agent')
  const forwarded = shaped('x-forwarded-proto', /^https?$/i)?.toLowerCase()
  const fetchSite = shaped('sec-fetch-site', /^(?:none|same-origin|same-site|cross-site)$/)
  return {
    kind: fetchSite !== null || agent.startsWith('Mozilla/') ? 'browser' : /^curl\b/.test(agent) ? 'curl' : 'other',
    host: shaped('host', /^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i),
    origin: shaped('origin', /^(?:null|https?:\/\/(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?)$/i),
    https: forwarded === undefined ? https : forwarded === 'https',
    fetchSite,
    fetchMode: shaped('sec-fetch-mode', /^(?:navigate|cors|no-cors|same-origin|websocket)$/),
    fetchDest: shaped('sec-fetch-dest', /^(?:document|empty|iframe|frame|embed|object|image|script|style|font|fetch)$/),
  }
}

import { mostHeaders, type Values } from './evidence.ts'
import type { Client } from './observation.ts'
import { publicName } from './secrets.ts'

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
  const shown = (origin: string | null): string | null => (origin === null || isPublic(origin) ? origin : null)
  return {
    kind: fetchSite !== null || agent.startsWith('Mozilla/') ? 'browser' : /^curl\b/.test(agent) ? 'curl' : 'other',
    host: shown(shaped('host', /^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i)),
    origin: shown(shaped('origin', /^(?:null|https?:\/\/(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?)$/i)),
    https: forwarded === undefined ? https : forwarded === 'https',
    fetchSite,
    fetchMode: shaped('sec-fetch-mode', /^(?:navigate|cors|no-cors|same-origin|websocket)$/),
    fetchDest: shaped('sec-fetch-dest', /^(?:document|empty|iframe|frame|embed|object|image|script|style|font|fetch)$/),
  }
}

const longestLabel = 63

/** Whether a host is one by its names, and no token or id that stands in the place of one. */
function isPublic(origin: string): boolean {
  const host = origin.replace(/^https?:\/\//i, '').replace(/:\d*$/, '')
  if (host.startsWith('[')) return true
  const labels = host.split('.')
  const [first = ''] = labels
  return (
    labels.every((label) => label.length <= longestLabel) &&
    (labels.length > 1 ? !/^eyj/i.test(first) : publicName(first) !== null)
  )
}

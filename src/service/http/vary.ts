import type { ServerResponse } from 'node:http'

/**
 * addVary adds the names of a `Vary` header to those that a response has, each once (RFC 9110, section 12.5.5). It
 * takes linear time, and any list as it comes; Koa's own compares each name with every other and refuses empty ones.
 */
export function addVary(response: ServerResponse, value: string): void {
  const before = response.getHeader('Vary')
  response.setHeader('Vary', before === undefined ? value : joined(`${String(before)},${value}`))
}

function joined(list: string): string {
  const names = new Map<string, string>()
  for (const item of list.split(',')) {
    const name = item.trim()
    if (name === '*') return '*'
    const key = name.toLowerCase()
    if (name !== '' && !names.has(key)) names.set(key, name)
  }
  return [...names.values()].join(', ')
}

const longestPath = 200
const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i

/** pathIn returns the path of a request's target as it came, without the query, or the origin of an absolute URL. */
export function pathIn(target: string): string {
  const path = target.startsWith('/') ? target : target.replace(origin, '')
  const end = path.search(/[?#]/)
  return end < 0 ? path : path.slice(0, end)
}

/**
 * pathOf returns the path of a request's target, up to 200 characters, without anything that may be secret: the query,
 * and the user of an absolute URL.
 */
export function pathOf(target = ''): string {
  return pathIn(target).slice(0, longestPath)
}

const longestPath = 200

/**
 * pathOf returns the path of a request's target, up to 200 characters, without anything that may be secret: the query,
 * and the user of an absolute URL.
 */
export function pathOf(target = ''): string {
  const path = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  const end = path.search(/[?#]/)
  return path.slice(0, Math.min(end < 0 ? longestPath : end, longestPath))
}

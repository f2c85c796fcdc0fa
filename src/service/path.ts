const longestPath = 200

/**
 * pathOf is the path of a request's target, at most 200 characters of it, without what may hold a secret: the query,
 * and a user in an absolute URL.
 */
export function pathOf(target = ''): string {
  const path = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  const end = path.search(/[?#]/)
  return path.slice(0, Math.min(end < 0 ? longestPath : end, longestPath))
}

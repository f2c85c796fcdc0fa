import { cookieHeader, isOryCookie, type SetCookie } from '../reading/cookie-pairs.ts'
import { holdsCredentials, isHeaderName } from '../reading/header-line.ts'
import { reading, type Reader } from '../reading/reading.ts'

const cookieName = /^[\w!#$%&'*+.^`|~-]{1,200}$/

/**
 * readCookieTable reads rows of a browser's table of cookies: Chrome's, Edge's and Safari's, whose columns have tabs
 * between them, and Firefox's, with details or not.
 */
export const readCookieTable: Reader = (text) => {
  const lines = text.split('\n').map((line) => line.trim())
  // Headers in YAML look the same.
  const isHeaders = lines.some((line) => holdsCredentials(line.slice(0, Math.max(line.indexOf(':'), 0))))
  const ofFirefox = isHeaders ? [] : lines.flatMap(firefoxRow)
  if (ofFirefox.length > 0) return table("a row of Firefox's cookie table", ofFirefox)
  const named = lines.flatMap(namedRow)
  if (named.length > 0) return table('a cookie and its value', named)
  const rows = lines.flatMap(columnRow)
  if (rows.length > 0) return table("a row of a browser's cookie table", rows)
  const [first = '', value = ''] = lines
  const name = first.replace(/:$/, '')
  return isOryCookie(name) && /^[^\s:;,"]+$/.test(value)
    ? table("cells of a browser's cookie table", [{ name, value }])
    : undefined
}

const table = (readAs: string, cookies: readonly SetCookie[]): ReturnType<Reader> =>
  reading({ subject: 'cookies', readAs, ...cookieHeader(cookies) })

const details = new Set([
  ...['Created', 'Domain', 'Expires / Max-Age', 'HostOnly', 'HttpOnly', 'Last Accessed', 'Path', 'SameSite'],
  ...['Secure', 'Size', 'Partition Key', 'Updated', 'Last accessed'],
])

/** The name of one of Ory's cookies and its value, with a colon between, or blanks around the sign of equality. */
function namedRow(line: string): SetCookie[] {
  const [, name = '', value = ''] = /^([\w-]{1,200})(?:\s?:\s?|\s=\s)([\w+/=%.~|-]+)[,;]?$/.exec(line) ?? []
  return isOryCookie(name) && value.length >= shortestValue ? [{ name, value }] : []
}

const shortestValue = 16 // characters: so that prose about a cookie is no row

/** `name:"value"`, where what is no detail of a cookie is a cookie. */
function firefoxRow(line: string): SetCookie[] {
  const [, name, value = ''] = /^([^\s:"=]{1,200}):[^\S\n]?"([^"\s]*)"$/.exec(line) ?? []
  const isOther = name === undefined || details.has(name) || isHeaderName(name) || !cookieName.test(name)
  return isOther ? [] : [{ name, value }]
}

/** Name, value, domain, path and more; for Ory's cookies the name and the value are enough. */
function columnRow(line: string): SetCookie[] {
  const cells = line.includes('\t') ? line.split('\t', 5) : line.split(/ +/, 5)
  const [name = '', value = '', domain = '', path = ''] = cells.map((cell) => cell.trim())
  if (!cookieName.test(name) || cells.length < 2) return []
  const isWhole = line.includes('\t') && /^[\w.-]+$/.test(domain) && path.startsWith('/')
  const isOwn = isOryCookie(name) && value.length >= shortestValue && /^[\w+/=%.~|-]+$/.test(value) && /\d/.test(value)
  return isWhole || (isOwn && /^$|[.\d]|localhost/.test(domain)) ? [{ name, value }] : []
}

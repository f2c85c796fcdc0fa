import { Cookie, CookieJar } from 'tough-cookie'

/** A cookie of a browser, in the shape that Playwright's `addCookies` accepts. */
export interface BrowserCookie {
  name: string
  value: string
  /** The host; with a dot in front, its subdomains too. */
  domain: string
  path: string
  /** In seconds since 1970; -1 if it lasts as long as the browser runs. */
  expires: number
  httpOnly: boolean
  secure: boolean
  sameSite: 'Strict' | 'Lax' | 'None'
}

/** The cookies of one browser. Domain, Path, Expires and Secure decide where each is sent, as RFC 6265 says. */
export interface Cookies {
  /** The value of the `Cookie` header of a request to `url`; empty without cookies for it. */
  header: (url: string) => string
  /** Takes the `Set-Cookie` headers of an answer from `url`, without those that a browser refuses. */
  keep: (setCookies: readonly string[], url: string) => void
  list: () => BrowserCookie[]
}

/** What a browser that is logged in is known by: its cookies, or else the value of its `Cookie` header. */
export type WithCookies = { cookies: readonly BrowserCookie[] } | { cookie: string; cookies?: never }

/** newCookies is a browser without cookies, or with those that it has for `url`. */
export function newCookies(url: string, known?: WithCookies): Cookies {
  const jar = new CookieJar()
  const keep: Cookies['keep'] = (setCookies, from) => {
    for (const line of setCookies) jar.setCookieSync(line, from, { ignoreError: true })
  }
  if (known?.cookies !== undefined) for (const cookie of known.cookies) put(jar, cookie)
  else for (const pair of known?.cookie.split('; ') ?? []) keep([`${pair}; Path=/`], url)
  return {
    header: (to) => jar.getCookieStringSync(to),
    keep,
    list: () => (jar.serializeSync()?.cookies ?? []).flatMap((stored) => Cookie.fromJSON(stored) ?? []).map(plain),
  }
}

function put(jar: CookieJar, { name, domain, expires, sameSite, ...rest }: BrowserCookie): void {
  const host = domain.replace(/^\./, '')
  const cookie = new Cookie({
    ...rest,
    key: name,
    expires: expires === -1 ? 'Infinity' : new Date(expires * 1000),
    sameSite: sameSite.toLowerCase(),
    ...(domain === host ? { hostOnly: true } : { domain: host }),
  })
  jar.setCookieSync(cookie, `${rest.secure ? 'https' : 'http'}://${host}${rest.path}`)
}

function plain(cookie: Cookie): BrowserCookie {
  const { key, value, domain, path, hostOnly, httpOnly, secure, sameSite } = cookie
  const until = cookie.expiryTime()
  return {
    name: key,
    value,
    domain: `${hostOnly === true ? '' : '.'}${domain ?? ''}`,
    path: path ?? '/',
    expires: until === undefined || until === Infinity ? -1 : Math.floor(until / 1000),
    httpOnly,
    secure,
    sameSite: sameSite === 'strict' ? 'Strict' : sameSite === 'none' ? 'None' : 'Lax',
  }
}

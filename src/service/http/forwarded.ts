import type { IncomingMessage } from 'node:http'
import { hostForm } from '../../koa/login.ts'
import type { Forwarded } from '../style/style.ts'

const methodForm = /^[A-Z-]{1,20}$/
const uriForm = /^\/[\x21-\x7e]*$/

/**
 * forwardedOf reads `X-Forwarded-Method`, `-Proto`, `-Host` and `-Uri`. Envoy keeps the method and the host, and
 * appends path and query to ours: they are `appended`.
 */
export function forwardedOf({ method = '', headers }: IncomingMessage, appended: string): Forwarded {
  const given = (name: string, form: RegExp): string => {
    const value = headers[`x-forwarded-${name}`]
    return typeof value === 'string' && form.test(value) ? value : ''
  }
  const uri = given('uri', uriForm)
  const { host = '' } = headers
  return {
    method: given('method', methodForm) || method,
    proto: given('proto', /^https?$/),
    host: given('host', hostForm) || (uri === '' && appended !== '' && hostForm.test(host) ? host : ''),
    uri: uri || (uriForm.test(appended) ? appended : ''),
  }
}

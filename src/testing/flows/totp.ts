import { TOTP } from 'otpauth'
import type { components } from '../../../generated/ory.ts'

type Form = components['schemas']['uiContainer']

/** totpCode returns the six digits that an authenticator app shows now for a secret of `addTotp`. */
export function totpCode(secret: string): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate()
}

/** totpEntry is what a person enters from an authenticator app. */
export function totpEntry(secret: string): { method: 'totp'; totp_code: string } {
  return { method: 'totp', totp_code: totpCode(secret) }
}

/** totpSecret is the secret that a settings form offers. */
export function totpSecret(form: Form): string {
  for (const { attributes } of form.nodes) {
    if (attributes.node_type === 'text' && attributes.id === 'totp_secret_key') {
      const { context } = attributes.text
      if (context !== undefined && 'secret' in context) return String(context['secret'])
    }
  }
  throw new Error('reading a settings flow: it has no TOTP secret; TOTP is not enabled, or the identity has it already')
}

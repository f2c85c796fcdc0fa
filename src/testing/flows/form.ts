import type { components } from '../../../generated/ory.ts'

type Form = components['schemas']['uiContainer']

/** csrfToken is the token of a browser's form. */
export function csrfToken(form: Form): { csrf_token: string } {
  for (const { attributes } of form.nodes)
    if (attributes.node_type === 'input' && attributes.name === 'csrf_token')
      return { csrf_token: String(attributes.value) }
  throw new Error('reading a flow: it has no CSRF token')
}

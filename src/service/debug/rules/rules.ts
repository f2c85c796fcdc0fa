import { browser } from './browser.ts'
import { cookie } from './cookie.ts'
import { headers } from './headers.ts'
import { missing } from './missing.ts'
import { oryAnswers } from './ory-answers.ts'
import { oryFailures } from './ory-failures.ts'
import { refused } from './refused.ts'
import type { Rule } from './rule.ts'
import { session } from './session.ts'
import { tokenKinds } from './token-kinds.ts'
import { token } from './token.ts'
import { unsent } from './unsent.ts'

/** Every rule, the most important first: findings come in this order. */
export const rules: readonly Rule[] = [
  ...unsent, // Ory was not asked
  ...oryFailures, // Ory was asked, and there is no answer
  ...oryAnswers, // Ory answered, but not about the session
  ...session, // Ory knows the session
  ...browser, // a browser sent no session cookie
  ...missing, // no credentials came
  ...headers, // credentials came in the wrong way
  ...tokenKinds, // the token is something else
  ...token, // the token is not as the login returned it
  ...cookie, // the cookie is not as Ory set it
  ...refused, // nothing is wrong with the credential, but Ory does not know it
]

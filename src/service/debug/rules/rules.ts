import { besideRules } from './beside.ts'
import { browserRules } from './browser.ts'
import { cookieRules } from './cookie.ts'
import { headerRules } from './headers.ts'
import { cookieKindRules, tokenKindRules } from './kinds.ts'
import { misnamedRules } from './misnamed.ts'
import { missingRules } from './missing.ts'
import { oryAnswerRules } from './ory-answers.ts'
import { oryFailureRules } from './ory-failures.ts'
import { pasteRules } from './paste.ts'
import { refusedRules } from './refused.ts'
import type { Rule } from './rule.ts'
import { sessionRules } from './session.ts'
import { tokenRules } from './token.ts'
import { unsentRules } from './unsent.ts'

/** Every rule, the most important first: findings come in this order. */
export const rules: readonly Rule[] = [
  ...unsentRules, // Ory was not asked
  ...oryFailureRules, // Ory was asked, and there is no answer
  ...pasteRules, // what was pasted does not work as it stands
  ...oryAnswerRules, // Ory answered, but not about the session
  ...sessionRules, // Ory knows the session
  ...besideRules, // one credential hides another
  ...browserRules, // a browser sent no session cookie
  ...missingRules, // no credentials came
  ...misnamedRules, // credentials came in a header of another name
  ...headerRules, // credentials came in the wrong way
  ...tokenKindRules, // the token is something else
  ...tokenRules, // the token is not as the login returned it
  ...cookieKindRules, // the cookie is something else
  ...cookieRules, // the cookie is not as Ory set it
  ...refusedRules, // nothing is wrong with the credential, but Ory does not know it
]

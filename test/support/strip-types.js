import { stripTypeScriptTypes } from 'node:module'

/** Jest transform: what Node itself does to a `.ts` file, so tests and `npm start` run the same code. */
export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
}

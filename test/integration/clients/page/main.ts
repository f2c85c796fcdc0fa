import { Configuration, FetchError, FrontendApi, ResponseError } from '@ory/client-fetch'

/** What a page got: a status with a session or an error, or what the browser said when it refused. */
export interface PageOutcome {
  status?: number
  body?: unknown
  refusal?: string
}

function sdk(basePath: string): FrontendApi {
  return new FrontendApi(
    new Configuration({ basePath, credentials: 'include', headers: { Accept: 'application/json' } }),
  )
}

/** logIn logs the browser in with Ory's SDK, as a single-page app does: the session is then in its cookies. */
async function logIn(kratos: string, identifier: string, password: string): Promise<void> {
  const ory = sdk(kratos)
  const flow = await ory.createBrowserLoginFlow()
  const csrf = flow.ui.nodes
    .map(({ attributes }) => attributes)
    .find((attributes) => attributes.node_type === 'input' && attributes.name === 'csrf_token')
  const token = csrf?.node_type === 'input' ? { csrf_token: String(csrf.value) } : {}
  await ory.updateLoginFlow({
    flow: flow.id,
    updateLoginFlowBody: { method: 'password', identifier, password, ...token },
  })
}

/** whoami asks with Ory's SDK at `basePath` whose session the browser has, or whose `token` is. */
async function whoami(
  basePath: string,
  options: { xSessionToken?: string; tokenizeAs?: string } = {},
): Promise<PageOutcome> {
  try {
    const answer = await sdk(basePath).toSessionRaw(options)
    return { status: answer.raw.status, body: await answer.value() }
  } catch (error) {
    if (error instanceof ResponseError) return { status: error.response.status, body: await error.response.json() }
    if (error instanceof FetchError) return { refusal: String(error.cause) }
    throw error
  }
}

Object.assign(globalThis, { logIn, whoami })

import { hostname } from 'node:os'
import {
  AbstractStartedContainer,
  GenericContainer,
  getContainerRuntimeClient,
  RandomPortGenerator,
  Wait,
  type StartedTestContainer,
} from 'testcontainers'
import { flows, type KratosFlows } from './flows.ts'
import { findKratosImage, kratosImage } from './image.ts'
import { during, toStandardError, type Say } from './progress.ts'

export { kratosImage } from './image.ts'

/** A part of Kratos' configuration, as its reference describes it. */
export interface KratosConfig {
  [key: string]: string | number | boolean | KratosConfig | readonly (string | KratosConfig)[]
}

/** A JSON Schema of an identity's traits. */
export type IdentitySchema = Record<string, unknown>

type LogConsumer = Parameters<GenericContainer['withLogConsumer']>[0]

const publicPort = 4433
const adminPort = 4434

const defaultSchema: IdentitySchema = {
  $id: 'default',
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Person',
  type: 'object',
  properties: {
    traits: {
      type: 'object',
      properties: {
        email: {
          type: 'string',
          format: 'email',
          'ory.sh/kratos': { credentials: { password: { identifier: true }, totp: { account_name: true } } },
        },
        name: { type: 'string' },
      },
      required: ['email'],
    },
  },
}

/**
 * KratosContainer configures an Ory Kratos with an in-memory database: password and TOTP logins, sessions after
 * registration, and a schema with `email` and `name`.
 *
 * @example
 * const kratos = await new KratosContainer().withIdentitySchema(mySchema).start()
 * const { token } = await kratos.flows.register({ email: 'ann@example.com' })
 */
export class KratosContainer extends GenericContainer {
  readonly #image: string
  #config: KratosConfig = {}
  #schema = defaultSchema
  #say: Say = toStandardError
  #signal: AbortSignal | undefined
  #created: string | undefined
  #said = ''
  #consumer: LogConsumer | undefined

  constructor(image = kratosImage) {
    super(image)
    this.#image = image
    // Whose container it is: one whose process is gone was left behind.
    this.withLabels({ 'ory-session-echo': `${hostname()}:${process.pid}` })
    this.withEnvironment({ DSN: 'memory' })
    super.withLogConsumer((log) => {
      log.on('data', (line) => (this.#said = String(line).trim() || this.#said))
      this.#consumer?.(log)
    })
    this.withCommand(['serve', '--dev', '--sqa-opt-out', '--config', '/etc/kratos/kratos.json'])
  }

  /** Hands the container's log to `consumer`. */
  override withLogConsumer(consumer: LogConsumer): this {
    this.#consumer = consumer
    return this
  }

  /** Lays `config` over the configuration: objects are merged, all else replaces. */
  withConfig(config: KratosConfig): this {
    this.#config = merge(this.#config, config)
    return this
  }

  /** Replaces the identity schema, which Kratos knows as `default`. */
  withIdentitySchema(schema: IdentitySchema): this {
    this.#schema = schema
    return this
  }

  /** Asks for a second factor from identities that have one: whoami then answers 403 to their aal1 sessions. */
  withRequiredAal(aal: 'aal1' | 'highest_available'): this {
    return this.withConfig({ session: { whoami: { required_aal: aal } } })
  }

  /** How long a session counts, as a duration such as `2s` or `24h`. */
  withSessionLifespan(lifespan: string): this {
    return this.withConfig({ session: { lifespan } })
  }

  /** Lets whoami say in `Ory-Session-Cache-For` for how long a session may be kept, such as `10s` at most. */
  withCacheableSessions(maxAge: string): this {
    return this.withConfig({ feature_flags: { cacheable_sessions: true, cacheable_sessions_max_age: maxAge } })
  }

  /** Where the lines about image and start go; the standard error output unless told otherwise. */
  withProgress(say: Say): this {
    this.#say = say
    return this
  }

  /** Ends the search for the image, and a build, when `signal` says so: `start` then throws. */
  withAbortSignal(signal: AbortSignal): this {
    this.#signal = signal
    return this
  }

  /**
   * Finds the image, starts Kratos on free ports of this machine and waits until it is ready. Call it again when the
   * former call is done, or on another KratosContainer, for another Kratos.
   *
   * @throws Error in one line when there is no engine or no image, or Kratos refuses its configuration.
   */
  override async start(): Promise<StartedKratosContainer> {
    await findKratosImage(this.#image, this.#say, this.#signal)
    // A free port can be taken by somebody else before the engine takes it.
    for (let tries = 1; ; tries += 1) {
      this.#said = ''
      try {
        return await during('starting Kratos', this.#say, this.#startOnFreePorts())
      } catch (error) {
        await this.#removeCreated()
        const reason = Error.isError(error) ? error.message : String(error)
        if (/port is already allocated|address already in use/.test(reason) && tries < 3) continue
        const why = this.#said === '' ? reason.trim() + helperAdvice(reason) : `it ended; its last words: ${this.#said}`
        throw new Error(`starting Kratos: ${why}`, { cause: error })
      }
    }
  }

  protected override containerCreated = (id: string): Promise<void> => {
    this.#created = id
    return Promise.resolve()
  }

  async #removeCreated(): Promise<void> {
    if (this.#created === undefined) return
    const { container } = await getContainerRuntimeClient()
    // It is gone already where the wait for it failed.
    await container.remove(container.getById(this.#created)).catch(() => undefined)
  }

  async #startOnFreePorts(): Promise<StartedKratosContainer> {
    // Ports are chosen here, since Kratos must know its own URL, and keep it when it is started again.
    const ports = new RandomPortGenerator()
    const [onPublic, onAdmin] = [await ports.generatePort(), await ports.generatePort()]
    this.exposedPorts = []
    this.withExposedPorts({ container: publicPort, host: onPublic }, { container: adminPort, host: onAdmin })
    this.withWaitStrategy(
      Wait.forHttp('/admin/health/ready', adminPort, { abortOnContainerExit: true }).withReadTimeout(200),
    )
    this.withCopyContentToContainer([
      {
        content: JSON.stringify(merge(baseConfig(onPublic, onAdmin), this.#config)),
        target: '/etc/kratos/kratos.json',
      },
      { content: JSON.stringify(this.#schema), target: '/etc/kratos/identity.schema.json' },
    ])
    return new StartedKratosContainer(await super.start())
  }
}

/** A Kratos that answers, with what test suites do to it. Identities live as long as its process. */
export class StartedKratosContainer extends AbstractStartedContainer {
  readonly #flows: KratosFlows

  constructor(started: StartedTestContainer) {
    super(started)
    this.#flows = flows(this.getPublicUrl(), this.getAdminUrl())
  }

  /** Where browsers and apps reach Kratos. */
  getPublicUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(publicPort)}`
  }

  /** Where the administrative API answers. */
  getAdminUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(adminPort)}`
  }

  /** Logins and everything else that a test does with Kratos, see {@link KratosFlows}. */
  get flows(): KratosFlows {
    return this.#flows
  }

  /** Ends Kratos' process and keeps the container: connections are refused until {@link comeBack}. */
  async goDown(): Promise<void> {
    const engine = await getContainerRuntimeClient()
    await engine.container.stop(engine.container.getById(this.getId()), { timeout: 1000 })
  }

  /** Starts the process again at the same URLs, without the identities of before, and waits until it is ready. */
  async comeBack(): Promise<void> {
    const engine = await getContainerRuntimeClient()
    await engine.container.start(engine.container.getById(this.getId()))
    await this.ready()
  }

  /** Waits until Kratos answers that it is ready. */
  private async ready(): Promise<void> {
    const deadline = Date.now() + 30_000
    while (
      !(await fetch(`${this.getAdminUrl()}/admin/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (Date.now() > deadline) throw new Error('starting Kratos again: it was not ready within 30 s')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Kratos' image is there when it starts, so what can't be pulled then is the image of Testcontainers' own helper. */
function helperAdvice(reason: string): string {
  return /registry|manifest|pull/i.test(reason)
    ? "; where Testcontainers' own image can't be pulled, set TESTCONTAINERS_RYUK_DISABLED=true"
    : ''
}

function baseConfig(onPublic: number, onAdmin: number): KratosConfig {
  const page = `http://127.0.0.1:${onPublic}/`
  return {
    version: 'v1.3.0',
    serve: { public: { base_url: page }, admin: { base_url: `http://127.0.0.1:${onAdmin}/` } },
    identity: {
      default_schema_id: 'default',
      schemas: [{ id: 'default', url: 'file:///etc/kratos/identity.schema.json' }],
    },
    selfservice: {
      default_browser_return_url: page,
      allowed_return_urls: [page],
      methods: {
        password: { enabled: true, config: { haveibeenpwned_enabled: false } },
        totp: { enabled: true, config: { issuer: 'Kratos' } },
      },
      flows: { registration: { after: { password: { hooks: [{ hook: 'session' }] } } } },
    },
    // The cheapest cost that bcrypt knows: tests create hundreds of identities.
    hashers: { algorithm: 'bcrypt', bcrypt: { cost: 4 } },
    secrets: { cookie: ['a-secret-of-the-tests-and-no-other'], cipher: ['32-characters-of-the-tests-only!'] },
    log: { level: 'warning' },
  }
}

function merge(base: KratosConfig, over: KratosConfig): KratosConfig {
  const merged: KratosConfig = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const present = merged[key]
    merged[key] = isPart(present) && isPart(value) ? merge(present, value) : value
  }
  return merged
}

function isPart(value: KratosConfig[string] | undefined): value is KratosConfig {
  return typeof value === 'object' && !Array.isArray(value)
}

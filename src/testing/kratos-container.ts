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

/** A part of Kratos' configuration, see its reference. */
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
    // The owner of the container: without its process it was left behind.
    this.withLabels({ 'ory-session-echo': `${hostname()}:${process.pid}` })
    this.withEnvironment({ DSN: 'memory' })
    super.withLogConsumer((log) => {
      log.on('data', (line) => (this.#said = String(line).trim() || this.#said))
      this.#consumer?.(log)
    })
    this.withCommand(['serve', '--dev', '--sqa-opt-out', '--config', '/etc/kratos/kratos.json'])
  }

  /** Passes the container's log to `consumer`. */
  override withLogConsumer(consumer: LogConsumer): this {
    this.#consumer = consumer
    return this
  }

  /** Merges `config` into the configuration: objects are merged, anything else replaces. */
  withConfig(config: KratosConfig): this {
    this.#config = merge(this.#config, config)
    return this
  }

  /** Replaces the identity schema, which Kratos knows as `default`. */
  withIdentitySchema(schema: IdentitySchema): this {
    this.#schema = schema
    return this
  }

  /** Requires a second factor of identities that have one: whoami answers 403 to their aal1 sessions. */
  withRequiredAal(aal: 'aal1' | 'highest_available'): this {
    return this.withConfig({ session: { whoami: { required_aal: aal } } })
  }

  /** The lifespan of a session, such as `2s` or `24h`. */
  withSessionLifespan(lifespan: string): this {
    return this.withConfig({ session: { lifespan } })
  }

  /** Has whoami send `Ory-Session-Cache-For`, with this limit, such as `10s`. */
  withCacheableSessions(maxAge: string): this {
    return this.withConfig({ feature_flags: { cacheable_sessions: true, cacheable_sessions_max_age: maxAge } })
  }

  /** Sends lines about image and start to `say`; standard error by default. */
  withProgress(say: Say): this {
    this.#say = say
    return this
  }

  /** Aborts the search for the image, and a build, with `signal`: `start` then throws. */
  withAbortSignal(signal: AbortSignal): this {
    this.#signal = signal
    return this
  }

  /**
   * Finds the image, starts Kratos on free ports of this machine and waits until it is ready. For another Kratos, call
   * it again once it is done, or on another KratosContainer.
   *
   * @throws Error in one line when there is no engine or no image, or Kratos refuses its configuration.
   */
  override async start(): Promise<StartedKratosContainer> {
    await findKratosImage(this.#image, this.#say, this.#signal)
    // Somebody else may take a free port before the engine does.
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
    // It is gone already if waiting for it failed.
    await container.remove(container.getById(this.#created)).catch(() => undefined)
  }

  async #startOnFreePorts(): Promise<StartedKratosContainer> {
    // Ports are chosen here, since Kratos must know its URL, and keep it over a restart.
    const ports = new RandomPortGenerator()
    const [onPublic, onAdmin] = [await ports.generatePort(), await ports.generatePort()]
    this.exposedPorts = []
    this.withExposedPorts({ container: publicPort, host: onPublic }, { container: adminPort, host: onAdmin })
    this.withWaitStrategy(
      Wait.forHttp('/admin/health/ready', adminPort, { abortOnContainerExit: true }).withReadTimeout(1000),
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

/** A running Kratos. Identities live as long as its process. */
export class StartedKratosContainer extends AbstractStartedContainer {
  readonly #flows: KratosFlows

  constructor(started: StartedTestContainer) {
    super(started)
    this.#flows = flows(this.getPublicUrl(), this.getAdminUrl())
  }

  /** The URL for browsers and apps. */
  getPublicUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(publicPort)}`
  }

  /** The URL of the admin API. */
  getAdminUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(adminPort)}`
  }

  /** Logins and more, see {@link KratosFlows}. */
  get flows(): KratosFlows {
    return this.#flows
  }

  /** Ends Kratos' process but keeps the container: connections are refused until {@link comeBack}. */
  async goDown(): Promise<void> {
    const engine = await getContainerRuntimeClient()
    await engine.container.stop(engine.container.getById(this.getId()), { timeout: 1000 })
  }

  /** Restarts the process at the same URLs, without its identities, and waits until it is ready. */
  async comeBack(): Promise<void> {
    const engine = await getContainerRuntimeClient()
    await engine.container.start(engine.container.getById(this.getId()))
    await this.ready()
  }

  /** Waits until Kratos answers that it is ready. */
  private async ready(): Promise<void> {
    const deadline = Date.now() + 60_000
    while (
      !(await fetch(`${this.getAdminUrl()}/admin/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ))
    ) {
      if (Date.now() > deadline) throw new Error('starting Kratos again: it was not ready within a minute')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

/** Kratos' image is present by then, so what cannot be pulled is the image of Testcontainers' own helper. */
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
    // bcrypt's lowest cost, since tests create hundreds of identities.
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

import { hostname } from 'node:os'
import {
  AbstractStartedContainer,
  GenericContainer,
  getContainerRuntimeClient,
  RandomPortGenerator,
  Wait,
  type StartedTestContainer,
} from 'testcontainers'
import { baseConfig, defaultSchema, merge, type IdentitySchema, type KratosConfig } from './config.ts'
import { flows, type KratosFlows } from './flows.ts'
import { findKratosImage, kratosImage } from './image.ts'
import { during, toStandardError, type Say } from './progress.ts'

export type { IdentitySchema, KratosConfig } from './config.ts'
export { kratosImage } from './image.ts'

type LogConsumer = Parameters<GenericContainer['withLogConsumer']>[0]

const publicPort = 4433
const adminPort = 4434

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
        const reason = error instanceof Error ? error.message : String(error)
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

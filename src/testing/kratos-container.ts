import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { GenericContainer, RandomPortGenerator } from 'testcontainers'
import {
  baseConfig,
  configuredBaseUrl,
  defaultSchema,
  merge,
  type IdentitySchema,
  type IdentitySchemas,
  type KratosConfig,
} from './config.ts'
import { inMemory, isInMemory, migrate, takesOneWrite, whyNoDatabase, withoutPassword } from './database.ts'
import { findEngine, findKratosImage, kratosImage } from './image.ts'
import { follow, type Log } from './log.ts'
import { during, toStandardError, type Say } from './progress.ts'
import { whenReady } from './ready.ts'
import { hashOf, oneAtATime } from './reuse.ts'
import { adminPort, publicPort, StartedKratosContainer } from './started.ts'

type LogConsumer = Parameters<GenericContainer['withLogConsumer']>[0]

/** The process that a container belongs to: without Testcontainers' reaper, this tells which were left behind. */
const owner = { 'ory-session-echo': `${hostname()}:${process.pid}` }

/** How a Kratos uses a database. */
export interface DatabaseOptions {
  /** Whether its tables are made or renewed before Kratos starts; true by default. */
  migrate?: boolean
}

/**
 * KratosContainer configures an Ory Kratos: password and TOTP logins, sessions after registration, a schema with
 * `email` and `name`, and a database in memory.
 *
 * @example
 * const kratos = await new KratosContainer().withIdentitySchema(mySchema).start()
 * const { token } = await kratos.flows.register({ email: 'ann@example.com' })
 */
export class KratosContainer extends GenericContainer {
  readonly #image: string
  #config: KratosConfig = {}
  #schemas: IdentitySchemas = { default: defaultSchema }
  #migrates = false
  #say: Say = toStandardError
  #signal: AbortSignal | undefined
  #created: string | undefined
  #log: Log | undefined
  #whyNot: string | undefined
  #consumer: LogConsumer | undefined

  /** @param image {@link kratosImage} by default. */
  constructor(image = kratosImage) {
    super(image)
    this.#image = image
    this.withEnvironment({ DSN: inMemory(image) })
    super.withLogConsumer((log) => {
      this.#log = follow(log, (line) => (this.#whyNot ??= whyNoDatabase(line)))
      this.#consumer?.(log)
    })
    this.withCommand(['serve', '--dev', '--sqa-opt-out', '--config', '/etc/kratos/kratos.json'])
    this.withExposedPorts(publicPort, adminPort)
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
    return this.withIdentitySchemas({ default: schema })
  }

  /** Replaces the identity schemas. New identities have the one called `default`, or else the first. */
  withIdentitySchemas(schemas: IdentitySchemas): this {
    this.#schemas = schemas
    return this
  }

  /**
   * The URL at which browsers and apps reach Kratos, where that is not its port at the engine's host: an alias in a
   * network, or a proxy.
   *
   * @throws Error when it is no URL for HTTP.
   */
  withBaseUrl(url: string): this {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
      throw new Error(`configuring Kratos' base URL: expected one that starts with http:// or https://, got "${url}"`)
    return this.withConfig({ serve: { public: { base_url: url.replace(/\/*$/, '/') } } })
  }

  /**
   * Uses a database in place of memory: `postgres://`, `mysql://` or `sqlite://`, as Kratos reaches it from its
   * container. Its tables are made or renewed before Kratos starts, unless `migrate` is false.
   */
  withDatabase(url: string, { migrate: migrates = true }: DatabaseOptions = {}): this {
    this.#migrates = migrates && !isInMemory(url)
    return this.withEnvironment({ DSN: url })
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

  /** Aborts a pull or a build of the image with `signal`: `start` then throws. */
  withAbortSignal(signal: AbortSignal): this {
    this.#signal = signal
    return this
  }

  /**
   * Finds the image, starts Kratos and waits until it is ready. Ports that are not given are free ones, since Kratos
   * must know its URL, and keep it over a restart. With `withReuse`, a container of the same configuration is taken
   * where there is one. To start another Kratos, call it again once this one is ready.
   *
   * @throws Error in one line when there is no engine or no image, or Kratos refuses its configuration or database.
   */
  override async start(): Promise<StartedKratosContainer> {
    const options = { say: this.#say, signal: this.#signal, platform: this.createOpts.platform }
    // The other policies are Testcontainers' own matter.
    if (this.pullPolicy.shouldPull() === false) await findKratosImage(this.#image, options)
    const { info } = await findEngine()
    const start = (): Promise<StartedKratosContainer> => this.#startAnew(info.containerRuntime.host)
    if (!this.#isReused()) return during('starting Kratos', this.#say, start())
    return during('starting Kratos', this.#say, oneAtATime(this.#hash(info.containerRuntime.host), start))
  }

  protected override containerCreated = async (id: string): Promise<void> => {
    this.#created = id
    if (!this.#migrates) return
    const options = { ...this.createOpts, ExposedPorts: {}, Labels: owner }
    delete options.name
    const host = { ...this.hostConfig, PortBindings: {}, NetworkMode: this.networkMode }
    await migrate({ ...options, HostConfig: host }, this.startupTimeoutMs ?? 60_000)
  }

  /** What a start failed with, and Kratos' last words where they may say more. */
  async #whyFailed(error: unknown): Promise<string> {
    const said = error instanceof Error ? error.message.trim() : String(error)
    if (this.#whyNot !== undefined || this.#created === undefined) return said + helperAdvice(said)
    const { container } = await findEngine()
    const created = container.getById(this.#created)
    // Testcontainers has removed it if it was waiting for it already.
    const ended = await created.inspect().then(
      ({ State: state }) => state.Status === 'exited',
      () => false,
    )
    const log = this.#log ?? (ended ? follow(await container.logs(created)) : undefined)
    await Promise.race([log?.ended, pause(2000)])
    const words = log?.last() ?? ''
    return `${ended ? 'it ended' : said}${words === '' ? '' : `; its last words: ${words}`}`
  }

  async #removeCreated(): Promise<void> {
    if (this.#created === undefined) return
    const { container } = await findEngine()
    await container
      .getById(this.#created)
      .remove({ force: true, v: true })
      .catch(() => undefined) // it is gone already if waiting for it failed
  }

  #isReused(): boolean {
    return this.reuse && process.env['TESTCONTAINERS_REUSE_ENABLE'] !== 'false'
  }

  /** The same for the same Kratos; Testcontainers' own hash knows neither files nor networks. */
  #hash(host: string): string {
    const config = merge(baseConfig(`http://${host}/`, `http://${host}/`, this.#schemas), this.#config)
    const copied = [
      this.contentsToCopy.map(({ content, target }) => [
        target,
        Buffer.isBuffer(content) ? content.toString('base64') : typeof content === 'string' && content,
      ]),
      this.filesToCopy,
    ]
    const network = [this.networkMode, this.networkAliases.toSorted()]
    return hashOf([this.createOpts, this.hostConfig, config, this.#migrates, copied, network])
  }

  async #startAnew(host: string): Promise<StartedKratosContainer> {
    for (let tries = 1; ; tries += 1) {
      // What a start adds is not there for the next.
      const { createOpts, hostConfig, exposedPorts, contentsToCopy, waitStrategy } = this
      this.createOpts = { ...createOpts }
      this.hostConfig = { ...hostConfig }
      this.#created = this.#log = this.#whyNot = undefined
      let why: string
      try {
        return await this.#startOnFreePorts(host)
      } catch (error) {
        why = await this.#whyFailed(error)
      } finally {
        Object.assign(this, { createOpts, hostConfig, exposedPorts, contentsToCopy, waitStrategy })
      }
      await this.#removeCreated()
      // Somebody else may take a free port before the engine does, and the engine may be on another machine.
      const isTaken = /port is already allocated|address already in use|ports are not available/i.test(why)
      // Without a cause, in which the password may stand.
      if (!isTaken || tries === 10)
        throw new Error(`starting Kratos: ${withoutPassword(why, this.environment['DSN'] ?? '')}`)
    }
  }

  async #startOnFreePorts(host: string): Promise<StartedKratosContainer> {
    this.withLabels(
      this.#isReused() ? { 'ory-session-echo.configuration': this.#hash(host) } : this.autoCleanup ? owner : {},
    )
    const [onPublic, onAdmin] = [await this.#hostPort(publicPort), await this.#hostPort(adminPort)]
    const baseUrl = configuredBaseUrl(this.#config)
    const page = baseUrl ?? `http://${host}:${onPublic}/`
    const config = baseConfig(page, `http://${host}:${onAdmin}/`, this.#schemas)
    this.waitStrategy ??= whenReady(adminPort, () => this.#whyNot)
    this.contentsToCopy = [
      { content: JSON.stringify(merge(config, this.#config)), target: '/etc/kratos/kratos.json' },
      ...this.contentsToCopy,
    ]
    const takeTurns = takesOneWrite(this.environment['DSN'] ?? '')
    return new StartedKratosContainer(await super.start(), { ...(baseUrl !== undefined && { baseUrl }), takeTurns })
  }

  /** The port at the engine's machine for one of Kratos' own: the one that was given, or a free one. */
  async #hostPort(port: number): Promise<number> {
    const given = this.exposedPorts.findLast((one) => typeof one === 'object' && one.container === port)
    if (typeof given === 'object') return given.host
    const host = await new RandomPortGenerator().generatePort()
    this.withExposedPorts({ container: port, host })
    return host
  }
}

/** The image is present by then, so what cannot be pulled is the image of Testcontainers' own helper. */
function helperAdvice(reason: string): string {
  return /registry|manifest|pull/i.test(reason)
    ? "; where Testcontainers' own image can't be pulled, set TESTCONTAINERS_RYUK_DISABLED=true"
    : ''
}

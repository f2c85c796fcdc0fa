import { AbstractStartedContainer, type StartedTestContainer } from 'testcontainers'
import { flows, type FlowOptions, type KratosFlows } from './flows.ts'
import { findEngine } from './image.ts'
import { untilReady } from './ready.ts'

/** The ports on which Kratos listens in its container. */
export const publicPort = 4433
export const adminPort = 4434

/** A running Kratos. Identities in memory live as long as its process. */
export class StartedKratosContainer extends AbstractStartedContainer {
  readonly #flows: KratosFlows
  readonly #baseUrl: string

  /** @param options the URL for browsers, where Kratos was configured with one, and what its database needs. */
  constructor(started: StartedTestContainer, options: FlowOptions = {}) {
    super(started)
    const mapped = `http://${this.getHost()}:${this.getMappedPort(publicPort)}`
    this.#baseUrl = (options.baseUrl ?? mapped).replace(/\/+$/, '')
    this.#flows = flows(mapped, this.getAdminUrl(), { ...options, baseUrl: this.#baseUrl })
  }

  /**
   * The URL for browsers and apps, without a slash at its end: Kratos' own `serve.public.base_url`. That is the
   * mapped port at the engine's host, unless {@link KratosContainer.withBaseUrl} gave another.
   */
  getPublicUrl(): string {
    return this.#baseUrl
  }

  /** The URL of the admin API at the engine's host, without a slash at its end. */
  getAdminUrl(): string {
    return `http://${this.getHost()}:${this.getMappedPort(adminPort)}`
  }

  /** Logins and more, see {@link KratosFlows}. */
  get flows(): KratosFlows {
    return this.#flows
  }

  /** Ends Kratos' process but keeps the container: connections are refused until {@link comeBack}. */
  async goDown(): Promise<void> {
    const { container } = await findEngine()
    await container.stop(container.getById(this.getId()), { timeout: 1000 })
  }

  /** Restarts the process at the same URLs, without the identities in memory, and waits until it is ready. */
  async comeBack(): Promise<void> {
    const { container } = await findEngine()
    await container.start(container.getById(this.getId()))
    await untilReady(this.getAdminUrl(), 60_000, () => undefined).catch((error: unknown) => {
      throw new Error(`starting Kratos again: ${error instanceof Error ? error.message : String(error)}`)
    })
  }
}

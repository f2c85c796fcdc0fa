import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import type * as Api from '@opentelemetry/api'
import type { Middleware } from 'koa'
import type { Ask } from '../ory/client.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import { methodOf, targetAt } from './conventions.ts'
import type { ExchangeState, Observer } from './exchange.ts'
import { pathOf } from './path.ts'

/** Tracing of requests and calls. */
export interface Tracing {
  /** Wraps every request in a span, a child of the caller's if there is a `traceparent`. */
  request: Middleware<ExchangeState>
  /** Says in the request's span how it ended. */
  observe: Observer
  /** Wraps every call of `ask` in a span, and sends `traceparent` along. */
  traced: (ask: Ask) => Ask
  /** Sends the remaining spans, for two seconds at most. */
  close: () => Promise<void>
}

/** The variable that asks for traces; undefined where none does. */
function askedBy(environment: Readonly<NodeJS.ProcessEnv>): string | undefined {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true' || environment['OTEL_TRACES_EXPORTER'] === 'none')
    return undefined
  const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT']
  return endpoints.find((name) => (environment[name] ?? '') !== '')
}

/** missingForTracing says in one line what to install where traces are wanted; undefined when nothing is missing. */
export function missingForTracing(environment: Readonly<NodeJS.ProcessEnv>): string | undefined {
  const name = askedBy(environment)
  if (name === undefined) return undefined
  try {
    createRequire(import.meta.url).resolve('@opentelemetry/sdk-node')
    return undefined
  } catch {
    return `${name} is set, expected @opentelemetry/sdk-node: npm install @opentelemetry/sdk-node`
  }
}

/**
 * startTracing sends OpenTelemetry traces as the standard `OTEL_*` variables say. Unless one of them names an endpoint
 * it returns undefined, and loads nothing of OpenTelemetry's SDK. Calls go to the Ory at `oryUrl`.
 */
export async function startTracing(environment: NodeJS.ProcessEnv, oryUrl: URL): Promise<Tracing | undefined> {
  if (askedBy(environment) === undefined) return undefined
  // The SDK would send these to the endpoint for traces as well.
  environment['OTEL_METRICS_EXPORTER'] ??= 'none'
  environment['OTEL_LOGS_EXPORTER'] ??= 'none'
  environment['OTEL_SERVICE_NAME'] ??= 'ory-session-echo'
  const { NodeSDK } = await import('@opentelemetry/sdk-node')
  const api = await import('@opentelemetry/api') // the SDK's own copy, which knows it
  const sdk = new NodeSDK({ instrumentations: [] })
  sdk.start()
  // A missing receiver must neither keep the service from ending nor fail its end.
  const close = (): Promise<void> =>
    Promise.race([sdk.shutdown().catch(() => undefined), setTimeout(lastCall, undefined, { ref: false })])
  return { ...spansOf(api, oryUrl), close }
}

const lastCall = 2000

/**
 * The spans of a request and of a call, made with OpenTelemetry's API and named by its conventions for HTTP. Left out
 * is what may be secret or is about a person: queries, most headers, and the client's address.
 */
function spansOf(
  { context, propagation, SpanKind, SpanStatusCode, trace }: typeof Api,
  oryUrl: URL,
): Omit<Tracing, 'close'> {
  const tracer = trace.getTracer('ory-session-echo')
  const { address, port, url } = targetAt(oryUrl)
  const call = {
    'http.request.method': 'GET',
    'server.address': address,
    'server.port': port,
    'url.full': url, // where the call began, redirects or not
    'url.template': '/sessions/whoami',
  }
  const end = (span: Api.Span, status: number | undefined, errorType: string | undefined): void => {
    if (status !== undefined) span.setAttribute('http.response.status_code', status)
    if (errorType === undefined) return
    span.setAttribute('error.type', errorType)
    span.setStatus({ code: SpanStatusCode.ERROR })
  }

  const request: Middleware<ExchangeState> = (ctx, next) => {
    const method = methodOf(ctx.method)
    const caller = propagation.extract(context.active(), ctx.req.headers)
    const attributes = {
      'http.request.method': method,
      ...(method === ctx.method ? undefined : { 'http.request.method_original': ctx.method }),
      'network.protocol.version': ctx.req.httpVersion,
      ...serverIn(ctx.req.headers.host),
      'url.path': pathOf(ctx.url),
      'url.scheme': 'http',
    }
    return tracer.startActiveSpan(nameOf(method), { kind: SpanKind.SERVER, attributes }, caller, async (span) => {
      try {
        await next()
      } finally {
        span.end()
      }
    })
  }

  const observe: Observer = ({ method, state: { route } }, { outcome, status, errorType }) => {
    const span = trace.getActiveSpan()
    if (span === undefined) return
    if (route !== undefined) span.setAttribute('http.route', route).updateName(`${nameOf(methodOf(method))} ${route}`)
    end(span, outcome === 'client_left' ? undefined : status, errorType)
  }

  const traced: Tracing['traced'] = (ask) => (question, signal) =>
    tracer.startActiveSpan('GET /sessions/whoami', { kind: SpanKind.CLIENT, attributes: call }, async (span) => {
      const headers: Record<string, string> = {}
      propagation.inject(context.active(), headers)
      try {
        const answer = await ask({ ...question, headers }, signal)
        end(span, answer.status, answer.status < 400 ? undefined : String(answer.status))
        return answer
      } catch (error) {
        end(span, undefined, error instanceof UpstreamError ? error.kind : '_OTHER')
        throw error
      } finally {
        span.end()
      }
    })

  return { request, observe, traced }
}

const nameOf = (method: string): string => (method === '_OTHER' ? 'HTTP' : method)

const longestHost = 260 // characters: a host name of 253 with its port

/** The host and port that a client asked for. */
function serverIn(host = ''): Api.Attributes {
  const url = host.length > longestHost ? null : URL.parse(`http://${host}`)
  if (url === null) return {}
  return { 'server.address': url.hostname, ...(url.port === '' ? undefined : { 'server.port': Number(url.port) }) }
}

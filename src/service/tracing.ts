import { setTimeout } from 'node:timers/promises'
import type * as Api from '@opentelemetry/api'
import type { Middleware } from 'koa'
import type { Ask } from '../ory/client.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import type { ExchangeState } from './exchange.ts'
import { pathOf } from './path.ts'

/** Tracing of requests and calls. */
export interface Tracing {
  /** Wraps every request in a span, a child of the caller's if there is a `traceparent`. */
  request: Middleware<ExchangeState>
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
    import.meta.resolve('@opentelemetry/sdk-node')
    return undefined
  } catch {
    return `${name} is set, expected @opentelemetry/sdk-node: npm install @opentelemetry/sdk-node`
  }
}

/**
 * startTracing sends OpenTelemetry traces as the standard `OTEL_*` variables say. Unless one of them names an endpoint
 * it returns undefined, and loads nothing of OpenTelemetry's SDK.
 */
export async function startTracing(environment: NodeJS.ProcessEnv): Promise<Tracing | undefined> {
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
  return { ...spansOf(api), close }
}

const lastCall = 2000

/** The spans of a request and of a call, made with OpenTelemetry's API. */
function spansOf({ context, propagation, SpanKind, SpanStatusCode, trace }: typeof Api): Omit<Tracing, 'close'> {
  const tracer = trace.getTracer('ory-session-echo')

  const request: Middleware<ExchangeState> = (ctx, next) => {
    const method = ctx.method
    const caller = propagation.extract(context.active(), ctx.req.headers)
    return tracer.startActiveSpan(
      method,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method, 'url.path': pathOf(ctx.url), 'url.scheme': 'http' },
      },
      caller,
      async (span) => {
        try {
          await next()
          span.setAttribute('http.response.status_code', ctx.status)
          if (ctx.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR })
          throw error
        } finally {
          span.end()
        }
      },
    )
  }

  const traced: Tracing['traced'] = (ask) => (question, signal) =>
    tracer.startActiveSpan(
      'GET /sessions/whoami',
      { kind: SpanKind.CLIENT, attributes: { 'http.request.method': 'GET', 'url.template': '/sessions/whoami' } },
      async (span) => {
        const headers: Record<string, string> = {}
        propagation.inject(context.active(), headers)
        try {
          const answer = await ask({ ...question, headers }, signal)
          span.setAttribute('http.response.status_code', answer.status)
          if (answer.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
          return answer
        } catch (error) {
          span.setAttribute('error.type', error instanceof UpstreamError ? error.kind : '_OTHER')
          span.setStatus({ code: SpanStatusCode.ERROR })
          throw error
        } finally {
          span.end()
        }
      },
    )

  return { request, traced }
}

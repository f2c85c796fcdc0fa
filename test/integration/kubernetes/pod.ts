import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { docker, envFlags, image, label } from '../../image/container.ts'
import { at, one, type Manifest } from './manifests.ts'

const probe = v.strictObject({
  httpGet: v.strictObject({ path: v.string(), port: v.string() }),
  periodSeconds: v.number(),
  timeoutSeconds: v.number(),
  failureThreshold: v.number(),
})
export type Probe = v.InferOutput<typeof probe>

// Every field is carried out below, or is nothing to a container by itself. Any other fails, so that this stays exact.
const podSpec = v.strictObject({
  serviceAccountName: v.string(),
  automountServiceAccountToken: v.literal(false),
  enableServiceLinks: v.literal(false),
  terminationGracePeriodSeconds: v.number(),
  topologySpreadConstraints: v.array(v.unknown()),
  securityContext: v.strictObject({
    runAsNonRoot: v.literal(true),
    runAsUser: v.pipe(v.number(), v.minValue(1)),
    runAsGroup: v.number(),
    seccompProfile: v.strictObject({ type: v.literal('RuntimeDefault') }),
  }),
  containers: v.strictTuple([
    v.strictObject({
      name: v.string(),
      image: v.string(),
      imagePullPolicy: v.literal('IfNotPresent'),
      envFrom: v.array(v.strictObject({ configMapRef: v.strictObject({ name: v.string() }) })),
      ports: v.array(v.strictObject({ name: v.string(), containerPort: v.number() })),
      startupProbe: probe,
      readinessProbe: probe,
      livenessProbe: probe,
      resources: v.strictObject({
        requests: v.strictObject({ cpu: v.pipe(v.string(), v.regex(/^\d+m$/)), memory: v.string() }),
        limits: v.strictObject({ memory: v.pipe(v.string(), v.regex(/^\d+Mi$/)) }),
      }),
      securityContext: v.strictObject({
        allowPrivilegeEscalation: v.literal(false),
        readOnlyRootFilesystem: v.literal(true),
        capabilities: v.strictObject({ drop: v.array(v.string()) }),
      }),
    }),
  ]),
})

/** A Deployment's pod as `docker run` starts it. */
export interface PodPlan {
  args: string[]
  /** Its ports by name. */
  ports: Map<string, number>
  probes: { startup: Probe; readiness: Probe; liveness: Probe }
  /** Seconds from SIGTERM to SIGKILL. */
  grace: number
}

/**
 * planOf reads a Deployment and its ConfigMaps. `others` are variables in place of those.
 *
 * @throws Error for any field of the pod that it doesn't carry out.
 */
export function planOf(manifests: readonly Manifest[], name: string, others: Record<string, string>): PodPlan {
  const pod = v.parse(podSpec, at(one(manifests, 'Deployment', name), 'spec', 'template', 'spec'))
  const [container] = pod.containers
  const { securityContext: rights, resources } = container
  const settings = container.envFrom.map(({ configMapRef }) =>
    v.parse(v.record(v.string(), v.string()), at(one(manifests, 'ConfigMap', configMapRef.name), 'data')),
  )
  const variables = [...settings, others].reduce((all, some) => ({ ...all, ...some }), {})
  const memory = resources.limits.memory.replace('Mi', 'm')
  const args = [
    ...['--user', `${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`],
    ...['--read-only', '--security-opt', 'no-new-privileges'],
    ...rights.capabilities.drop.flatMap((capability) => ['--cap-drop', capability]),
    // No swap, as in Kubernetes. The engine's own seccomp profile is the runtime's default.
    ...['--memory', memory, '--memory-swap', memory],
    // A kubelet turns a request into such a share.
    ...['--cpu-shares', String(Math.floor((Number.parseInt(resources.requests.cpu) * 1024) / 1000))],
    // Kubernetes knows no HEALTHCHECK.
    '--no-healthcheck',
    ...container.ports.flatMap(({ containerPort }) => ['--publish', `127.0.0.1::${containerPort}`]),
    ...envFlags(variables),
  ]
  return {
    args,
    ports: new Map(container.ports.map((port) => [port.name, port.containerPort])),
    probes: {
      startup: container.startupProbe,
      readiness: container.readinessProbe,
      liveness: container.livenessProbe,
    },
    grace: pod.terminationGracePeriodSeconds,
  }
}

/** A pod's container that runs. */
export interface Pod {
  /** The URL of a port, by its name. */
  url: (port: string) => string
  /** What the kubelet makes of its probes until now. */
  state: () => { started: boolean; ready: boolean; restarts: number }
  /** How often its readiness was asked for. */
  asked: () => number
  /** Ends it as a kubelet does, and resolves to how it ended. */
  terminate: () => Promise<{ code: number; killed: boolean; log: string }>
  remove: () => Promise<void>
}

/** startPod starts a pod of the image that was built last in a network, and probes it until it is terminated. */
export async function startPod({ args, ports, probes, grace }: PodPlan, network: string): Promise<Pod> {
  const id = await docker(
    'run',
    '--detach',
    '--pull',
    'never',
    '--label',
    label,
    '--network',
    network,
    ...args,
    image ?? '',
  )
  const mapped = new Map<string, string>()
  for (const [name, port] of ports) mapped.set(name, (await docker('port', id, String(port))).split('\n')[0] ?? '')
  const url = (port: string): string => `http://${mapped.get(port) ?? 'no-such-port'}`
  const state = { started: false, ready: false, restarts: 0 }
  let asked = 0
  const over = new AbortController()

  /** Asks again and again; resolves when `next` says so about failures in a row, or it is over. */
  const asking = async (what: Probe, next: (failures: number) => boolean): Promise<void> => {
    let failures = 0
    while (!over.signal.aborted) {
      const { path, port } = what.httpGet
      const signal = AbortSignal.timeout(what.timeoutSeconds * 1000)
      const answer = await fetch(url(port) + path, { signal, redirect: 'manual' }).catch(() => undefined)
      failures = answer !== undefined && answer.status >= 200 && answer.status < 400 ? 0 : failures + 1
      if (next(failures)) return
      await paused(what.periodSeconds * 1000, over.signal)
    }
  }
  const restart = (failures: number, { failureThreshold }: Probe): void => {
    if (failures === failureThreshold) state.restarts += 1
  }
  const probing = (async () => {
    await asking(probes.startup, (failures) => {
      restart(failures, probes.startup)
      return (state.started = failures === 0)
    })
    await Promise.all([
      asking(probes.readiness, (failures) => {
        asked += 1
        if (failures === 0 || failures >= probes.readiness.failureThreshold) state.ready = failures === 0
        return false
      }),
      asking(probes.liveness, (failures) => {
        restart(failures, probes.liveness)
        return false
      }),
    ])
  })()

  return {
    url,
    state: () => ({ ...state }),
    asked: () => asked,
    terminate: async () => {
      over.abort()
      await docker('stop', '--time', String(grace), id)
      await probing
      const [code = '', killed = ''] = (
        await docker('inspect', '--format', '{{.State.ExitCode}} {{.State.OOMKilled}}', id)
      ).split(' ')
      const { stdout, stderr } = await promisify(execFile)('docker', ['logs', id])
      return { code: Number(code), killed: killed === 'true', log: stdout + stderr }
    },
    remove: async () => {
      over.abort()
      await docker('rm', '--force', id)
    },
  }
}

async function paused(time: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, time)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

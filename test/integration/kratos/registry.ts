import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { listenOnFreePort } from '../../support/free-port.ts'

/** A container registry on loopback, which engines ask without TLS. */
export interface Registry {
  /** Its address, such as `127.0.0.1:20000`. */
  address: string
  /** Whether a request waits for an answer. */
  isAsked: () => boolean
  close: () => void
}

const digestOf = (content: Buffer): string => `sha256:${createHash('sha256').update(content).digest('hex')}`

/**
 * startRegistry starts a registry that has an empty image under the name `repository`, and with `hangs` one that
 * answers only that it is a registry.
 */
export async function startRegistry({ repository = '', hangs = false } = {}): Promise<Registry> {
  const layer = Buffer.alloc(1024) // the end of a tar archive
  const config = Buffer.from(
    JSON.stringify({ architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: [digestOf(layer)] } }),
  )
  const blob = (content: Buffer, mediaType: string): object => ({
    mediaType: `application/vnd.docker.${mediaType}`,
    size: content.length,
    digest: digestOf(content),
  })
  const type = 'application/vnd.docker.distribution.manifest.v2+json'
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: type,
      config: blob(config, 'container.image.v1+json'),
      layers: [blob(layer, 'image.rootfs.diff.tar')],
    }),
  )
  const blobs = new Map([layer, config, manifest].map((content) => [digestOf(content), content]))
  let asked = false
  const server = createServer(({ url = '' }, response) => {
    if (hangs && url !== '/v2/') {
      asked = true
      return
    }
    const [, name, kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/(.+)$/.exec(url) ?? []
    const content = url === '/v2/' ? Buffer.from('{}') : (blobs.get(reference) ?? manifest)
    if (url !== '/v2/' && name !== repository) {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] }))
      return
    }
    response.writeHead(200, {
      'content-type': kind === 'manifests' ? type : 'application/octet-stream',
      'content-length': content.length,
      'docker-content-digest': digestOf(content),
    })
    response.end(content)
  })
  const port = await listenOnFreePort(server)
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return { address: `127.0.0.1:${port}`, isAsked: () => asked, close }
}

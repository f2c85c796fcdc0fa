import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'
import { defineConfig, type UserConfig } from 'tsdown'
import { thirdPartyLicences } from './release/licences.ts'

type Plugin = Extract<NonNullable<UserConfig['plugins']>, { name: string }>

/** Puts the page's style and script into the file that reads them. */
const inlinePage: Plugin = {
  name: 'inline-page',
  transform: {
    filter: { id: /debug\/html\.ts$/ },
    handler: async (code, id) => {
      let inlined = code
      for (const name of ['page.css', 'page.js']) {
        const reading = `readFileSync(new URL('${name}', import.meta.url), 'utf8')`
        if (!code.includes(reading)) throw new Error(`inlining ${name}: ${id} does not read it any more`)
        const text = JSON.stringify(await readFile(join(dirname(id), name), 'utf8'))
        inlined = inlined.replace(reading, () => text)
      }
      return inlined
    },
  },
}

/** Leaves OpenTelemetry's API to its SDK where spans are made; the metrics load it, and make none. */
const apiOfSdk: Plugin = {
  name: 'api-of-sdk',
  resolveId: {
    order: 'pre',
    filter: { id: /^@opentelemetry\/api$/ },
    handler: (id, importer) => (importer?.endsWith('/service/tracing.ts') === true ? { id, external: true } : null),
  },
}

/** Has the file that starts the service start the bundled one. */
const bundledService: Plugin = {
  name: 'bundled-service',
  resolveId: {
    filter: { id: /\/command\.ts$/ },
    handler: () => ({ id: './service.cjs', external: true }),
  },
}

/**
 * Gives `import` the same module as `require`: two copies would be two clients, two classes and two caches. Node finds
 * the names of a CommonJS module by reading it.
 */
const importsToo: Plugin = {
  name: 'imports-too',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk' || !output.isEntry || !output.fileName.endsWith('.cjs')) continue
      const name = output.fileName.replace(/\.cjs$/, '')
      const code = `export { ${output.exports.join(', ')} } from './${name}.cjs'\n`
      this.emitFile({ type: 'asset', fileName: `${name}.mjs`, source: code })
      this.emitFile({ type: 'asset', fileName: `${name}.d.mts`, source: `export * from './${name}.cjs'\n` })
    }
  },
}

/** What of others' code only the test kit needs. */
const vendor = { name: 'testing-vendor', test: /node_modules\/(?:tough-cookie|tldts|tldts-core|otpauth|@noble)\// }

/** Makes that small, and leaves out its source map: a list of the web's domains is most of it. */
const smallVendor: Plugin = {
  name: 'small-vendor',
  generateBundle: async (_, bundle) => {
    for (const [file, output] of Object.entries(bundle)) {
      if (!file.startsWith(vendor.name)) continue
      if (output.type === 'asset') Reflect.deleteProperty(bundle, file)
      else output.code = (await transform(output.code, { minify: true })).code
    }
  },
}

/** Leaves the sources out of their maps: file and line are what a stack trace shows, and installing stays small. */
const mapsAlone: Plugin = {
  name: 'maps-alone',
  generateBundle(_, bundle) {
    for (const [file, output] of Object.entries(bundle)) {
      if (output.type !== 'asset' || !file.endsWith('.map')) continue
      output.source = JSON.stringify(JSON.parse(String(output.source)), (key, value: unknown) =>
        key === 'sourcesContent' ? undefined : value,
      )
    }
  },
}

/** Declarations have no source maps, but say that they do. */
async function withoutMaps(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.d.cts')) continue
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(join(folder, name), text.replace(/^\/\/# sourceMappingURL=.*$/m, ''))
  }
}

const mimeDb = createRequire(import.meta.url).resolve('mime-db') // two versions of it would be a third of the service

const licences = thirdPartyLicences()

const common: UserConfig = {
  platform: 'node',
  target: 'node22.19',
  outDir: 'dist',
  checks: { eval: false },
}

/** The library for ESM and CommonJS with its declarations, and the service as one file behind one that starts it. */
export default defineConfig([
  {
    ...common,
    entry: {
      index: 'src/index.ts',
      koa: 'src/koa/index.ts',
      openapi: 'generated/ory.ts',
      testing: 'src/testing/index.ts',
    },
    format: 'cjs',
    sourcemap: true,
    dts: { sourcemap: false },
    plugins: [importsToo, smallVendor, mapsAlone, licences],
    // Else it goes into testing.cjs, and everything needs testcontainers.
    outputOptions: { codeSplitting: { groups: [{ name: 'runtime', test: /rolldown\/runtime/ }, vendor] } },
    copy: [{ from: 'src/testing/image', to: 'dist' }],
    hooks: { 'build:done': ({ options }) => withoutMaps(options.outDir) },
  },
  {
    ...common,
    entry: { service: 'src/command.ts' },
    // As a module, it would have Node make one of node:http as well, which loads Node's own fetch for that: 30 ms.
    format: 'cjs',
    minify: true,
    dts: false,
    clean: false,
    deps: { alwaysBundle: ['koa', '@opentelemetry/api'] },
    inputOptions: { resolve: { alias: { 'mime-db': mimeDb } } },
    outputOptions: { codeSplitting: false },
    plugins: [apiOfSdk, inlinePage, licences],
  },
  {
    ...common,
    entry: { start: 'src/start.js' },
    format: 'esm',
    dts: false,
    clean: false,
    outputOptions: { codeSplitting: false },
    plugins: [bundledService],
  },
])

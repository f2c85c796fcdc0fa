import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    koa: 'src/koa/index.ts',
    openapi: 'generated/ory.ts',
    testing: 'src/testing/kratos-container.ts',
  },
  outDir: 'dist',
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node22.19',
  sourcemap: true,
  dts: { sourcemap: false },
  clean: true,
})

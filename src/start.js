#!/usr/bin/env node
import './node-version.js'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'

// With hundreds of requests in flight, V8 takes what they need for long-lived and puts it where only a full collection
// finds it, with all that it points to: a third more CPU, and half more memory.
v8.setFlagsFromString('--no-allocation-site-pretenuring')

// Kept beside the packages, where nobody else can write, unlike the default in the temporary folder. Stripping types
// and compiling is most of a start; if nothing can be written, the start is just slower.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

// Asked every few seconds in a container, so it loads nothing of the service.
if (process.argv.length === 3 && process.argv[2] === '--health') {
  const { health } = await import('./health.ts')
  const { line, ok } = await health(process.env)
  console[ok ? 'log' : 'error'](line)
  process.exit(ok ? 0 : 1) // a name that is still being looked up would keep it waiting
} else await import('./command.ts')

#!/usr/bin/env node
import './node-version.js'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Kept beside the packages, where nobody else can write, unlike the default in the temporary folder. Stripping types
// and compiling is most of a start; if nothing can be written, the start is just slower.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

const { run } = await import('./command.ts')
await run()

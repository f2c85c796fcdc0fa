import './node-version.js'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Stripping types and compiling is most of what starting takes. The cache is kept beside the packages, where nobody
// else can write, unlike in the temporary folder; where nothing can be written, only the start is slower.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

await import('./main.ts')

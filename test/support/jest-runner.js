import TestRunner from 'jest-runner'

// What Jest needs for ES modules, given to its workers, so that `npx jest FILE` works as typed and no other program
// inherits it. Both features are experimental, and Node would say so once a worker.
process.execArgv.push('--experimental-vm-modules', '--disable-warning=ExperimentalWarning')

// The tests remove their containers themselves; without the reaper nothing more than Kratos' image is needed.
process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true'

/** Jest's own runner, with every file in a worker: Jest itself was started without these flags. */
export default class extends TestRunner {
  runTests(tests, watcher, options) {
    return super.runTests(tests, watcher, { ...options, serial: false })
  }
}

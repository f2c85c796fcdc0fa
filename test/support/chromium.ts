import { chromium, type Browser } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

/**
 * launchChromium starts the machine's own Chromium without a window.
 *
 * @throws Error in one line when there is none.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args }).catch((error: unknown) => {
    throw new Error(
      `starting ${executablePath}: it did not start; install it: sh test/scripts/tools.sh chromium=chromium`,
      { cause: error },
    )
  })
}

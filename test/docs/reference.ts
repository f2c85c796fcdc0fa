import { metricsPage } from './metrics.ts'
import { variablesPage } from './variables.ts'

/** referencePages makes the pages of docs/reference that come from the code: texts by their files. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/reference/variables.md', variablesPage()],
    ['docs/reference/metrics.md', await metricsPage()],
  ])
}

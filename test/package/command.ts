import type { Row } from './world.ts'

export const commandRows: readonly Row[] = []

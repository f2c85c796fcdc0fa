import type { Row } from './world.ts'

export const kratosRows: readonly Row[] = []

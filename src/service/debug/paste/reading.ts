import type { Evidence } from '../observation/evidence.ts'

/** What a paste holds. */
export type Reading = Evidence

/** Reads a paste in one kind of format, each character a bounded number of times; undefined where it is not of it. */
export type Reader = (text: string) => Reading | undefined

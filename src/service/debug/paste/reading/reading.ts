import type { Evidence } from '../../observation/evidence.ts'

/** What a paste holds. */
export type Reading = Evidence

/** Reads a paste in one kind of format, each character a bounded number of times; undefined where it is not of it. */
export type Reader = (text: string) => Reading | undefined

/** What to take in place of an answer. */
export const pasteRequest = 'Paste the request that was sent: its Cookie or Authorization header.'

/** The remark where several requests are in a paste. */
export const lastRead = 'Several requests are in it; the last one with credentials was read.'

/** What every reading has. */
type Read = Pick<Reading, 'subject' | 'headers'> & { readAs: string }

/** reading is what was read, with what is unknown or nothing unless it is given. */
export function reading(read: Read & Partial<Reading>): Reading {
  return { https: null, asksOry: false, remarks: [], flaws: [], ...read }
}

/** tokenReading is a token alone, read as one after `Authorization: Bearer`. */
export function tokenReading(readAs: string, token: string, remark = bearerRemark): Reading {
  return reading({ subject: 'token', readAs, headers: [['authorization', `Bearer ${token}`]], remarks: [remark] })
}

const bearerRemark = 'It was sent as if it had come after Authorization: Bearer.'

/** unreadable is a paste that holds no credentials to explain; `remark` says what to take instead. */
export function unreadable(readAs: string | null, remark?: string): Reading {
  return {
    ...reading({ subject: 'unreadable', headers: [], readAs: '', remarks: remark === undefined ? [] : [remark] }),
    readAs,
  }
}

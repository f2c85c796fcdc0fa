import type { Header } from '../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../src/service/debug/paste/paste.ts'

/** The value of a session cookie, as long as Kratos writes it. */
export const value = Buffer.from(`1795553336|${'Dk3h2-?>'.repeat(38)}|a mac`).toString('base64url')
export const session = `ory_kratos_session=${value}`
export const csrf = `csrf_token_${'0123456789abcdef'.repeat(4)}=${Buffer.alloc(32, 'csrf').toString('base64')}`
export const token = 'ory_st_0123456789abcdefghijABCDEFGHIJ01'
export const id = '01234567-89ab-4def-8123-456789abcdef'
export const bearer: Header = ['authorization', `Bearer ${token}`]
export const cookie: Header = ['cookie', `${csrf}; ${session}`]
export const sessionOnly: Header = ['cookie', session]

const credentialNames = ['cookie', 'authorization', 'x-session-token', 'cookies', 'x-session-cookie']

/** wrapped breaks a text into lines of `width` characters, as a terminal does. */
export const wrapped = (text: string, width: number): string =>
  text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n')

/** The credentials that a paste holds. */
export const credentialsIn = (text: string): Header[] =>
  readPaste(text).headers.filter(([name]) => credentialNames.includes(name))

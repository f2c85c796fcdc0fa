import { adminFlows, type AdminFlows } from './flows/admin.ts'
import { appFlows, type AppFlows } from './flows/app.ts'
import { browserFlows, type BrowserFlows } from './flows/browser.ts'
import { kratosAt, type FlowOptions } from './flows/kratos.ts'

export type { AdminFlows, Mail, Recovery } from './flows/admin.ts'
export type { AppFlows, NativeLogin } from './flows/app.ts'
export type { BrowserFlows, BrowserLogin } from './flows/browser.ts'
export type { BrowserCookie, WithCookies } from './flows/cookies.ts'
export type { FlowOptions } from './flows/kratos.ts'
export { defaultPassword, somebody } from './flows/person.ts'
export type { Person, PersonWithEmail, PersonWithTraits } from './flows/person.ts'
export { FlowError } from './flows/refusal.ts'
export type { FlowMessage } from './flows/refusal.ts'
export { totpCode } from './flows/totp.ts'

/** What tests do with Kratos. When Kratos refuses, a method throws a {@link FlowError} that says what and why. */
export interface KratosFlows extends AdminFlows, AppFlows, BrowserFlows {}

/**
 * flows acts on the Kratos at two URLs as browsers, apps and administrators do, typed by Ory's spec. No URL ends with a
 * slash.
 */
export function flows(publicUrl: string, adminUrl: string, options: FlowOptions = {}): KratosFlows {
  const kratos = kratosAt(publicUrl, adminUrl, options)
  return { ...adminFlows(kratos), ...appFlows(kratos), ...browserFlows(kratos) }
}

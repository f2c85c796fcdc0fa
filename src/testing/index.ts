export type { IdentitySchema, IdentitySchemas, KratosConfig } from './config.ts'
export {
  defaultPassword,
  FlowError,
  somebody,
  totpCode,
  type BrowserCookie,
  type BrowserLogin,
  type FlowMessage,
  type FlowOptions,
  type KratosFlows,
  type Mail,
  type NativeLogin,
  type Person,
  type PersonWithEmail,
  type PersonWithTraits,
  type Recovery,
  type WithCookies,
} from './flows.ts'
export { kratosImage } from './image.ts'
export { KratosContainer, type DatabaseOptions } from './kratos-container.ts'
export type { Say } from './progress.ts'
export { StartedKratosContainer } from './started.ts'

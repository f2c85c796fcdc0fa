export type { IdentitySchema, KratosConfig } from './config.ts'
export {
  defaultPassword,
  somebody,
  totpCode,
  type BrowserLogin,
  type KratosFlows,
  type NativeLogin,
  type Person,
  type PersonWithEmail,
  type PersonWithTraits,
} from './flows.ts'
export { kratosImage } from './image.ts'
export { KratosContainer, type DatabaseOptions } from './kratos-container.ts'
export type { Say } from './progress.ts'
export { StartedKratosContainer } from './started.ts'

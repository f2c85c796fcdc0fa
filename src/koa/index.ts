export { redirectToLogin } from './login.ts'
export {
  optionalSession,
  requireSession,
  sendRefusal,
  type OnRefused,
  type OptionalSessionOptions,
  type SessionOptions,
} from './session.ts'

import { goStyle } from './go/style.ts'
import { httpStyle, type HttpOptions } from './http/style.ts'
import type { ResponseStyle } from './style/style.ts'

const styles = { go: goStyle, http: httpStyle }

/** The name of a style, as `RESPONSES` has it. */
export type StyleName = keyof typeof styles

export const styleNames: readonly StyleName[] = ['go', 'http']

/** styleOf makes the style that `RESPONSES` names. */
export function styleOf(config: HttpOptions & { responses: StyleName }): ResponseStyle {
  return styles[config.responses](config)
}

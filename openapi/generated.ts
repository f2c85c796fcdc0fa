import { goModelOf } from './go-model.ts'
import { pathsOf } from './paths.ts'
import { files } from './spec.ts'
import { typesOf } from './types.ts'

/**
 * generatedFrom makes all that `generated/` holds of `openapi/ory.json`: texts by their files. The corrections are for
 * the types alone.
 *
 * @throws SpecError as {@link typesOf} and {@link goModelOf} do.
 */
export async function generatedFrom(spec: string, corrections: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [files.types, await typesOf(spec, corrections)],
    [files.goModel, goModelOf(spec)],
    [files.paths, pathsOf(spec)],
  ])
}

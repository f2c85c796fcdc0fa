import { goModelOf } from './go-model.ts'
import { pathsOf } from './paths.ts'
import { files, typesOf } from './spec.ts'

/**
 * generatedFrom makes all that `generated/` holds of `openapi/ory.json`: texts by their files.
 *
 * @throws SpecError as {@link typesOf} and {@link goModelOf} do.
 */
export async function generatedFrom(spec: string): Promise<ReadonlyMap<string, string>> {
  return new Map([
    [files.types, await typesOf(spec)],
    [files.goModel, goModelOf(spec)],
    [files.paths, pathsOf(spec)],
  ])
}

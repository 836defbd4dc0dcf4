import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { findReferences } from '../dockerfile/references.js'
import type { ImageSpec } from '../manifest/types.js'
import { circumstancesOf } from './inputs.js'
import type { Recipe } from './inputs.js'

/** Which images every image is built on, before any input is looked at. */
export interface Edges {
  readonly parents: ReadonlyMap<string, readonly string[]>
  readonly unreadable: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Finds the parents of images on all their platforms: FROM, COPY --from, mounts and named contexts. `known` has those
 * of images whose Dockerfile was looked at before.
 */
export function edgesOf(
  recipe: Recipe,
  specs: readonly ImageSpec[],
  known: (name: string) => readonly string[] | undefined
): Edges {
  const parents = new Map<string, readonly string[]>()
  const unreadable = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const { owner } = recipe
  for (const spec of specs) {
    const before = known(spec.name)
    if (before !== undefined) {
      parents.set(spec.name, before)
      continue
    }
    const parsed = recipe.dockerfiles.parsed(spec.dockerfile)
    if (parsed === undefined) {
      const diagnostic = missingDockerfile(spec)
      diagnostics.push(diagnostic)
      unreadable.set(spec.name, diagnostic.message)
      parents.set(spec.name, [])
      continue
    }
    const found = new Set<string>()
    for (const platform of spec.platforms) {
      const circumstances = circumstancesOf(spec, platform, recipe, () => undefined)
      for (const reference of findReferences(parsed, circumstances)) {
        const given = spec.contexts[reference.contextName]
        const own = owner(reference.reference)
        if (given?.kind === 'image') found.add(given.image)
        else if (own.kind === 'image') found.add(own.name)
      }
    }
    parents.set(spec.name, [...found])
  }
  return { parents, unreadable, diagnostics }
}

function missingDockerfile(spec: ImageSpec): Diagnostic {
  return errorAt(
    'D001',
    { file: spec.dockerfile },
    `image ${spec.name} has no Dockerfile: no regular file is tracked here`,
    `add the file to git, or name it with \`dockerfile:\` of ${spec.name}`
  )
}

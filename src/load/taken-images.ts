import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt, warningAt } from '../diagnostics/diagnostic.js'
import type { ImageReference } from '../dockerfile/types.js'
import type { ExternalInput, ParentInput } from '../keys/inputs.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import { externalOf } from './external-input.js'
import type { Recipe } from './inputs.js'
import { fixedTags, misspelt } from './misspelt.js'

/** What the references of an image come to on a platform. */
export interface TakenImages {
  /** By context name. */
  readonly parents: readonly ParentInput[]
  /** By reference. */
  readonly externals: readonly ExternalInput[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Sorts image references into parents and external bases. */
export function takenImages(
  spec: ImageSpec,
  platform: string,
  recipe: Recipe,
  references: readonly ImageReference[]
): TakenImages {
  const { owner } = recipe
  const parents = new Map<string, ParentInput>()
  const externals = new Map<string, ExternalInput>()
  const diagnostics: Diagnostic[] = []
  for (const each of references) {
    const { reference, contextName, line, column, ...use } = each
    const place = { file: spec.dockerfile, line, column }
    const given = spec.contexts[contextName]
    const own = given?.kind === 'image' ? { kind: 'image' as const, name: given.image } : owner(reference)
    const wanted = use.platform ?? platform
    if (own.kind === 'image') {
      const before = parents.get(contextName)
      if (before !== undefined && before.platform !== wanted)
        diagnostics.push(twoPlatforms(use.written, before, wanted, place))
      parents.set(contextName, { contextName, image: own.name, platform: wanted })
      const parent = recipe.manifest.images.find(image => image.name === own.name)
      if (parent !== undefined) diagnostics.push(...parentDiagnostics(spec, parent, wanted, place))
    } else if (own.kind === 'unpublished') {
      diagnostics.push(unpublished(use.written, own.repository, recipe.manifest, place))
    } else {
      const taken = { reference, contextName, wanted, line, ...use }
      externals.set(contextName, externalOf(taken, platform, externals.get(contextName), recipe.lock))
      diagnostics.push(...misspelt(spec, each, recipe))
    }
  }
  diagnostics.push(...declaredParents(spec, [...parents.values()]))
  return {
    parents: [...parents.values()].sort((a, b) => byCodeUnit(a.contextName, b.contextName)),
    externals: [...externals.values()].sort((a, b) => byCodeUnit(a.reference, b.reference)),
    diagnostics
  }
}

type At = { readonly file: string; readonly line: number; readonly column: number }

function parentDiagnostics(
  spec: ImageSpec,
  parent: ImageSpec,
  platform: string,
  place: At
): readonly Diagnostic[] {
  const { name, platforms, deprecated } = parent
  if (!platforms.includes(platform)) {
    const message = `parent ${name} is not built for ${platform}, only for ${platforms.join(', ')}`
    const remedy = `add ${platform} to \`platforms:\` of ${name}, or take it from this image`
    return [errorAt('G004', place, message, remedy)]
  }
  // What is on its way out itself need not be moved any more.
  if (deprecated === undefined || spec.deprecated !== undefined) return []
  const message = `${spec.name} is built on ${name}, which is deprecated: ${deprecated}`
  return [warningAt('G006', place, message, `move ${spec.name} to another image, or deprecate it as well`)]
}

/** A build gets one manifest for a name, so one of the stages would silently stand on the platform of the other. */
function twoPlatforms(written: string, before: ParentInput, platform: string, place: At): Diagnostic {
  const message = `${written} is taken for ${before.platform} and for ${platform}, and a name can be one of them only`
  const remedy =
    `give one of the two a name of its own, as in \`contexts: { other: { image: ${before.image} } }\`, ` +
    'and write that name in the Dockerfile'
  return errorAt('G005', place, message, remedy)
}

function unpublished(written: string, repository: string, manifest: Manifest, place: At): Diagnostic {
  const tags = manifest.images.filter(image => image.repository === repository).flatMap(image => image.tags)
  return errorAt(
    'G002',
    place,
    `${written} is an own repository with a tag that no image publishes; published are ${fixedTags(tags)}`,
    'use one of the published tags, or pin the image by digest if an older build is meant'
  )
}

function declaredParents(spec: ImageSpec, found: readonly ParentInput[]): readonly Diagnostic[] {
  if (spec.parents === undefined) return []
  const real = [...new Set(found.map(parent => parent.image))].sort(byCodeUnit)
  const declared = [...spec.parents].sort(byCodeUnit)
  if (real.join() === declared.join()) return []
  const message = `${spec.name} declares the parents ${list(declared)}, but its Dockerfile takes ${list(real)}`
  return [
    errorAt(
      'G003',
      { file: spec.dockerfile },
      message,
      'change `parents:` or the Dockerfile, or leave `parents:` out'
    )
  ]
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}

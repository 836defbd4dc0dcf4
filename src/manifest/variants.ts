import type { ImageEntry, VariantEntry } from './image.js'
import type { ImageSpec } from './types.js'

/**
 * The entry of a variant as if it were written out: what its image says, overridden by what the variant says; arguments
 * and named contexts are merged by name. Dockerfile, context and repository are those of the image. Aliases are not
 * inherited, because one reference means one image.
 */
export function variantEntry(image: ImageSpec, entry: ImageEntry, variant: VariantEntry): ImageEntry {
  return {
    ...entry,
    ...withoutUndefined(variant),
    dockerfile: image.dockerfile,
    context: image.context,
    repository: image.repository,
    args: merged(entry.args, variant.args),
    contexts: merged(entry.contexts, variant.contexts),
    aliases: variant.aliases,
    variants: undefined
  }
}

/** Name of the image that a variant is. */
export function variantName(image: string, variant: string): string {
  return `${image}-${variant}`
}

function merged<T>(
  below: ReadonlyMap<string, T> | undefined,
  above: ReadonlyMap<string, T> | undefined
): ReadonlyMap<string, T> {
  return new Map([...(below ?? []), ...(above ?? [])])
}

/** A key of the variant that could not be read must not hide the one of its image. */
function withoutUndefined(variant: VariantEntry): VariantEntry {
  return Object.fromEntries(Object.entries(variant).filter(([, value]) => value !== undefined))
}

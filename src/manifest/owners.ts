import { parseReference, repositoryMeant } from './reference.js'
import type { Manifest } from './types.js'

/** Whose image a reference is. */
export type Owner =
  | { readonly kind: 'image'; readonly name: string }
  | { readonly kind: 'external' }
  /** One of the manifest's repositories, with a tag that no image publishes. */
  | { readonly kind: 'unpublished'; readonly repository: string }

/**
 * Image of every reference of the manifest: `repository:tag` with unexpanded tags, aliases as `repository:tag` or
 * `repository:*`.
 */
export function ownReferences(manifest: Manifest): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const { name, repository, tags, aliases } of manifest.images)
    for (const reference of [...tags.map(tag => `${repository}:${tag}`), ...aliases])
      owners.set(reference, name)
  return owners
}

/**
 * Makes the function that says whose image a reference is (design §3). The reference is normalised, as
 * `docker.io/library/python:3.11`; with a digest it is external, whoever owns the repository.
 */
export function ownerLookup(manifest: Manifest): (reference: string) => Owner {
  const owners = ownReferences(manifest)
  const repositories = new Set(manifest.images.map(image => image.repository))
  return reference => {
    const parsed = parseReference(reference)
    if (parsed === undefined || parsed.digest !== undefined) return { kind: 'external' }
    const repository = repositoryMeant(parsed)
    const name = owners.get(`${repository}:${parsed.tag ?? 'latest'}`) ?? owners.get(`${repository}:*`)
    if (name !== undefined) return { kind: 'image', name }
    return repositories.has(repository) ? { kind: 'unpublished', repository } : { kind: 'external' }
  }
}

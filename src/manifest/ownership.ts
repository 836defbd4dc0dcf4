import { quoted } from './fields.js'
import type { Tell } from './fields.js'
import type { ReadImage } from './images.js'
import type { Manifest } from './types.js'
import type { KeyPath } from './values.js'

/** Reports references that several images claim, and images in repositories that are the manifest's own. */
export function checkOwnership(manifest: Manifest, images: readonly ReadImage[], tell: Tell): void {
  // Where an image cannot be read its tags are not known: a default must not be taken for them.
  const sound = images.filter(image => image.isSound)
  const published = new Map<string, string>()
  for (const image of sound) claimTags(image, published, tell)
  const repositories = new Map<string, Set<string>>()
  for (const { spec } of sound) namesOf(repositories, spec.repository).add(spec.name)
  const aliased = new Map<string, string>()
  for (const image of sound) claimAliases(image, { published, repositories, aliased }, tell)
  for (const image of sound) checkOwnRepositories(image, manifest, tell)
}

function claimTags({ spec, entry, path }: ReadImage, published: Map<string, string>, tell: Tell): void {
  for (const [index, tag] of spec.tags.entries()) {
    const reference = `${spec.repository}:${tag}`
    const other = published.get(reference)
    published.set(reference, other ?? spec.name)
    if (other === undefined || other === spec.name) continue
    const place: KeyPath = entry.tags === undefined ? path : [...path, 'tags', index]
    const message = `${spec.name} publishes ${quoted(reference)}, and so does ${other}`
    tell({
      code: 'M011',
      path: place,
      at: 'value',
      message,
      remedy: 'Give one of the two another tag or repository'
    })
  }
}

interface Claims {
  /** Image of every `repository:tag`. */
  readonly published: ReadonlyMap<string, string>
  /** Images of every repository, aliases so far included. */
  readonly repositories: Map<string, Set<string>>
  /** Image of every alias so far. */
  readonly aliased: Map<string, string>
}

function claimAliases({ spec, path }: ReadImage, claims: Claims, tell: Tell): void {
  for (const [index, alias] of spec.aliases.entries()) {
    const other = otherClaim(spec.name, alias, claims)
    if (!claims.aliased.has(alias)) claims.aliased.set(alias, spec.name)
    namesOf(claims.repositories, repositoryOfAlias(alias)).add(spec.name)
    if (other === undefined) continue
    const message = `The alias ${quoted(alias)} of ${spec.name} is also a reference of ${other}`
    const remedy = 'Leave the alias to one image, or write a tag'
    tell({ code: 'M015', path: [...path, 'aliases', index], at: 'value', message, remedy })
  }
}

/** Another image that the alias would also mean; `name:*` meets every tag and alias of that repository. */
function otherClaim(
  name: string,
  alias: string,
  { published, repositories, aliased }: Claims
): string | undefined {
  const repository = repositoryOfAlias(alias)
  const candidates = alias.endsWith(':*')
    ? (repositories.get(repository) ?? [])
    : [published.get(alias), aliased.get(alias), aliased.get(`${repository}:*`)]
  for (const candidate of candidates) if (candidate !== undefined && candidate !== name) return candidate
  return undefined
}

/** Builds, cache and record are swept by their own rules; an image published among them would be lost. */
function checkOwnRepositories({ spec, entry, path }: ReadImage, manifest: Manifest, tell: Tell): void {
  for (const key of ['staging', 'cache', 'record'] as const) {
    if (manifest[key] !== spec.repository) continue
    const place = 'repository' in entry ? [...path, 'repository'] : path
    const message = `${spec.name} is published in ${spec.repository}, which is also ${key}`
    tell({
      code: 'M010',
      path: place,
      at: 'value',
      message,
      remedy: `Give the image or ${key} another repository`
    })
  }
}

function repositoryOfAlias(alias: string): string {
  return alias.slice(0, alias.lastIndexOf(':'))
}

function namesOf(repositories: Map<string, Set<string>>, repository: string): Set<string> {
  const names = repositories.get(repository) ?? new Set<string>()
  repositories.set(repository, names)
  return names
}

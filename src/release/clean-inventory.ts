import type { ManifestBytes, Registry } from '../ports.js'
import { knownManifest } from './clean-reach.js'
import type { Inventory, KnownManifest } from './clean-types.js'
import { inParallel, QUESTIONS_AT_ONCE } from './parallel.js'

/** What a repository holds, and what of it could not be made out, each a sentence. */
export interface ReadInventory extends Inventory {
  readonly problems: readonly string[]
}

/**
 * Reads a repository: every tag and all manifests that tags lead to, and of `others` (digests that may lie there without a
 * tag, which no registry lists) those that are there. Failures of the registry are thrown.
 */
export async function readInventory(
  registry: Pick<Registry, 'tags' | 'head' | 'manifest'>,
  repository: string,
  others: Iterable<string>
): Promise<ReadInventory> {
  const names = await registry.tags(repository)
  const heads = await inParallel(QUESTIONS_AT_ONCE, names, tag => registry.head(repository, tag))
  const tags = new Map(names.flatMap((tag, at) => [[tag, heads[at]?.digest] as const].filter(hasDigest)))
  const unseen = await stillListed(
    registry,
    repository,
    names.filter(tag => !tags.has(tag))
  )
  const problems = unseen.map(
    tag => `${repository}: the tag ${tag} is listed, and what it names is not there`
  )
  const manifests = new Map<string, KnownManifest>()
  const below = await readBelow(registry, repository, [...tags.values(), ...others], manifests)
  return { repository, tags, manifests, problems: [...problems, ...below] }
}

/**
 * Adds these manifests and all that they name to `manifests`; what is not there is left out. Returns what could not be
 * made out, each a sentence.
 */
export async function readBelow(
  registry: Pick<Registry, 'manifest'>,
  repository: string,
  digests: Iterable<string>,
  manifests: Map<string, KnownManifest>
): Promise<readonly string[]> {
  const problems: string[] = []
  const asked = new Set<string>(manifests.keys())
  let open = [...new Set(digests)]
  while (open.length > 0) {
    const next = open.filter(digest => !asked.has(digest))
    for (const digest of next) asked.add(digest)
    const found = await inParallel(QUESTIONS_AT_ONCE, next, digest => registry.manifest(repository, digest))
    const read = found.filter(manifest => manifest !== undefined).map(readOne)
    problems.push(...read.filter(each => typeof each === 'string'))
    const known = read.filter(each => typeof each !== 'string')
    for (const manifest of known) manifests.set(manifest.digest, manifest)
    open = [...new Set(known.flatMap(manifest => manifest.names))]
  }
  return problems

  function readOne(manifest: ManifestBytes): KnownManifest | string {
    const { digest } = manifest.descriptor
    return (
      knownManifest(manifest) ?? `${repository}@${digest} cannot be read, so nobody can say what it needs`
    )
  }
}

/** Of tags that lead nowhere those that are still there: others were deleted while we looked. */
async function stillListed(
  registry: Pick<Registry, 'tags' | 'head'>,
  repository: string,
  tags: readonly string[]
): Promise<readonly string[]> {
  if (tags.length === 0) return []
  const listed = new Set(await registry.tags(repository))
  return tags.filter(tag => listed.has(tag))
}

function hasDigest(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined
}

import { byCodeUnit } from '../diagnostics/code-unit.js'
import { reach } from './clean-reach.js'
import type { CleanItem, CleanPlan, CleanRepository, KnownManifest, Seen } from './clean-types.js'

/** The name of a digest among what was seen unneeded. */
export function seenName(repository: string, digest: string): string {
  return `${repository}@${digest}`
}

/**
 * Decides what may be deleted: what no kept tag and no record leads to, and has been so for `keep` milliseconds, with its
 * present tags. What still waits keeps all that it leads to. Equal arguments give equal lists, parents before what they
 * list.
 */
export function cleanPlan(
  repositories: readonly CleanRepository[],
  seen: Seen,
  now: number,
  keep: number
): CleanPlan {
  const sorted = [...repositories].sort((a, b) => byCodeUnit(a.repository, b.repository))
  const decided = sorted.map(repository => decide(repository, seen, now, keep))
  const staying = decided.flatMap(each => each.staying)
  const deleted = new Set(staying.flatMap(digestsOf))
  const deletions = decided.flatMap(({ repository, going }) => itemsOf(repository, going, deleted))
  const later = new Set(decided.flatMap(each => each.needed).flatMap(digestsOf))
  const waiting = decided.flatMap(({ repository, waiting: items }) => itemsOf(repository, items, later))
  return { deletions, waiting }

  function itemsOf(
    repository: CleanRepository,
    manifests: readonly KnownManifest[],
    counted: Set<string>
  ): readonly CleanItem[] {
    const tagsOf = tagsByDigest(repository)
    return manifests.map(manifest => {
      const tags = tagsOf.get(manifest.digest) ?? []
      const since = sinceOf(repository, manifest.digest, tags, seen, now)
      const bytes = newBytes(manifest, counted)
      const { digest } = manifest
      return { repository: repository.repository, digest, tags, why: whyOf(repository, tags), since, bytes }
    })
  }
}

interface Decided {
  readonly repository: CleanRepository
  readonly going: readonly KnownManifest[]
  readonly waiting: readonly KnownManifest[]
  /** What is needed, and what is needed or waits. */
  readonly needed: readonly KnownManifest[]
  readonly staying: readonly KnownManifest[]
}

function decide(repository: CleanRepository, seen: Seen, now: number, keep: number): Decided {
  const all = [...repository.manifests.values()].sort((a, b) => byCodeUnit(a.digest, b.digest))
  const roots = [...repository.tags]
    .filter(([tag]) => !repository.freeTags.has(tag))
    .map(([, digest]) => digest)
  const needed = reach(all, [...roots, ...repository.needed])
  const tagsOf = tagsByDigest(repository)
  const young = all.filter(({ digest }) => {
    const since = sinceOf(repository, digest, tagsOf.get(digest) ?? [], seen, now)
    return !needed.has(digest) && now - since < keep
  })
  const staying = reach(all, [...needed, ...young.map(each => each.digest)])
  return {
    repository,
    going: parentsFirst(all.filter(each => !staying.has(each.digest))),
    waiting: all.filter(each => staying.has(each.digest) && !needed.has(each.digest)),
    needed: all.filter(each => needed.has(each.digest)),
    staying: all.filter(each => staying.has(each.digest))
  }
}

/** The tags of each digest, sorted. */
export function tagsByDigest({
  tags
}: Pick<CleanRepository, 'tags'>): ReadonlyMap<string, readonly string[]> {
  const byDigest = new Map<string, string[]>()
  for (const [tag, digest] of [...tags].sort(([a], [b]) => byCodeUnit(a, b))) {
    const there = byDigest.get(digest)
    if (there === undefined) byDigest.set(digest, [tag])
    else there.push(tag)
  }
  return byDigest
}

/**
 * Since when a digest is unneeded: what was noted, unless it got a tag since, which means that somebody made use of it;
 * now when nothing was noted.
 */
function sinceOf(
  { repository }: CleanRepository,
  digest: string,
  tags: readonly string[],
  seen: Seen,
  now: number
): number {
  const noted = seen.get(seenName(repository, digest))
  return noted !== undefined && tags.every(tag => noted.tags.includes(tag)) ? Math.min(noted.since, now) : now
}

function whyOf(repository: CleanRepository, tags: readonly string[]): string {
  const reasons = tags.flatMap(tag => repository.freeTags.get(tag) ?? [])
  return reasons[0] ?? 'no tag and no record leads to it'
}

/** Who lists or is attached to something goes before it: some registries refuse the other order. */
function parentsFirst(manifests: readonly KnownManifest[]): readonly KnownManifest[] {
  const byDigest = new Map(manifests.map(manifest => [manifest.digest, manifest]))
  const ordered = new Set<KnownManifest>()
  const visit = (manifest: KnownManifest, above: ReadonlySet<string>): void => {
    if (ordered.has(manifest) || above.has(manifest.digest)) return
    for (const name of manifest.names) {
      const child = byDigest.get(name)
      if (child !== undefined) visit(child, new Set([...above, manifest.digest]))
    }
    ordered.add(manifest)
  }
  for (const manifest of manifests) visit(manifest, new Set())
  return [...ordered].reverse()
}

/** Bytes of what was not counted yet; it is now. */
function newBytes(manifest: KnownManifest, counted: Set<string>): number {
  let bytes = 0
  for (const blob of contentsOf(manifest)) {
    if (!counted.has(blob.digest)) bytes += blob.size
    counted.add(blob.digest)
  }
  return bytes
}

function digestsOf(manifest: KnownManifest): readonly string[] {
  return contentsOf(manifest).map(blob => blob.digest)
}

/** Its blobs and itself: repositories of one registry share the one as the other. */
function contentsOf(manifest: KnownManifest): KnownManifest['blobs'] {
  const { digest, size, blobs } = manifest
  return [{ digest, size }, ...blobs]
}

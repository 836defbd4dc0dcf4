import type { Targets } from '../build/targets.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Registry } from '../ports.js'
import { parseReference, repositoryMeant } from '../manifest/reference.js'
import { readInventory } from '../release/clean-inventory.js'
import { freeBuildTags, freeCacheTags } from '../release/clean-names.js'
import { readRecords } from '../release/clean-records.js'
import type { Records } from '../release/clean-records.js'
import { readNote, seenIn } from '../release/clean-seen.js'
import type { CleanNote } from '../release/clean-seen.js'
import type { CleanRepository, ImagePlatform } from '../release/clean-types.js'
import { RegistryError } from '../io/registry-error.js'
import type { Wanted } from './clean-wanted.js'

/** Everything that is known of the repositories, or what could not be listed, each a sentence. */
export type Looked =
  | {
      readonly kind: 'seen'
      readonly repositories: readonly CleanRepository[]
      readonly note: CleanNote
      readonly images: readonly ImagePlatform[]
    }
  | { readonly kind: 'not listed'; readonly problems: readonly string[] }

/** The repositories of a run with those that images are published in. */
export interface CleanTargets extends Targets {
  readonly public: readonly string[]
}

/** Lists digests that no tag names, where a registry has a way of its own. */
export type Untagged = (repository: string) => Promise<readonly string[]>

/** Reads record, note and every repository; what fails is gathered, so that all of it can be told at once. */
export async function lookAtAll(
  registry: Registry,
  targets: CleanTargets,
  manifest: string,
  wanted: Wanted,
  untagged: Untagged
): Promise<Looked> {
  const problems: string[] = []
  const records = await orTold(problems, () => readRecords(registry, targets.record))
  const note = await orTold(problems, () => readNote(registry, targets.staging, manifest))
  problems.push(...(records?.problems ?? []))
  const known = { note: note ?? { seen: new Map(), images: {} }, records: records ?? NO_RECORDS }
  const images = imagesOf(wanted.snapshots, known.records, known.note)
  const repositories: CleanRepository[] = []
  for (const repository of new Set([...targets.public, targets.staging, targets.cache])) {
    const pinned = pinnedIn(repository, wanted)
    const read = await orTold(problems, async () => {
      const lost = await untagged(repository)
      const released = releasedIn(repository, targets, known.records.all)
      return readInventory(registry, repository, [
        ...released,
        ...pinned,
        ...lost,
        ...seenIn(known.note.seen, repository)
      ])
    })
    if (read === undefined) continue
    problems.push(...read.problems)
    repositories.push({
      ...read,
      freeTags: freeTagsOf(repository, read.tags.keys(), targets, images, wanted, known.records),
      needed: new Set([...releasedIn(repository, targets, known.records.latest ?? []), ...pinned])
    })
  }
  if (problems.length > 0) return { kind: 'not listed', problems }
  const listed = new Set([...repositories.map(each => each.repository), targets.record])
  repositories.push(...(await leftRepositories(registry, known.records, listed)))
  return { kind: 'seen', repositories, note: known.note, images }
}

/**
 * Repositories of images that left the manifest. Nothing there is ours to delete any more; what they hold is not freed
 * elsewhere. One that cannot be read changes nothing but the count of bytes.
 */
async function leftRepositories(
  registry: Registry,
  records: Records,
  listed: ReadonlySet<string>
): Promise<readonly CleanRepository[]> {
  const left: CleanRepository[] = []
  for (const repository of new Set(records.all.map(image => image.repository))) {
    if (listed.has(repository)) continue
    const read = await orTold([], () => readInventory(registry, repository, []))
    if (read !== undefined) left.push({ ...read, freeTags: new Map(), needed: new Set() })
  }
  return left
}

const NO_RECORDS: Records = { all: [], problems: [] }

async function orTold<T>(problems: string[], ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    problems.push(error.message)
    return undefined
  }
}

/** The digests that releases have in a repository. */
function releasedIn(repository: string, targets: CleanTargets, released: Records['all']): readonly string[] {
  return released.flatMap(image => {
    const platforms = Object.values(image.platforms).map(each => each.digest)
    return [
      ...(image.repository === repository ? [image.digest, ...platforms] : []),
      ...(repository === targets.staging ? platforms : [])
    ]
  })
}

/** The digests of a repository that Dockerfiles pin: those of images of this manifest too, which are external then. */
function pinnedIn(repository: string, { pinned }: Wanted): readonly string[] {
  const parsed = parseReference(repository)
  const meant = parsed && repositoryMeant(parsed)
  return pinned.filter(each => each.repository === meant).map(({ digest }) => digest)
}

/** In a repository that images are published in no tag is ours to take away. */
function freeTagsOf(
  repository: string,
  tags: Iterable<string>,
  targets: CleanTargets,
  images: readonly ImagePlatform[],
  wanted: Wanted,
  records: Records
): ReadonlyMap<string, string> {
  if (targets.public.includes(repository) || repository === targets.record) return new Map()
  const all = [...tags]
  const released = (records.latest ?? []).flatMap(({ name, platforms }) =>
    Object.entries(platforms).map(([platform, { key }]) => ({ image: name, platform, key }))
  )
  return new Map([
    ...(repository === targets.staging ? freeBuildTags(all, images, [...wanted.keys, ...released]) : []),
    ...(repository === targets.cache ? freeCacheTags(all, images) : [])
  ])
}

/** Every image and platform that somebody here knows: of the commits, of the records, and of earlier cleanings. */
function imagesOf(
  snapshots: readonly Snapshot[],
  records: Records,
  note: CleanNote
): readonly ImagePlatform[] {
  const present = snapshots.flatMap(snapshot =>
    snapshot.manifest.images.flatMap(({ name, platforms }) => platforms.map(each => [name, each] as const))
  )
  const released = records.all.flatMap(({ name, platforms }) =>
    Object.keys(platforms).map(each => [name, each] as const)
  )
  const noted = Object.entries(note.images).flatMap(([name, platforms]) =>
    platforms.map(each => [name, each] as const)
  )
  const all = new Map<string, ImagePlatform>()
  const add = (pairs: readonly (readonly [string, string])[], isPresent: boolean): void => {
    for (const [image, platform] of pairs) {
      const id = `${image} ${platform}`
      if (!all.has(id)) all.set(id, { image, platform, present: isPresent })
    }
  }
  add(present, true)
  add([...released, ...noted], false)
  return [...all.values()]
}

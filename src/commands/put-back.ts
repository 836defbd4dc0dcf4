import type { Targets } from '../build/targets.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { Registry } from '../ports.js'
import { inParallel, QUESTIONS_AT_ONCE } from '../release/parallel.js'
import { copyBlobs } from '../release/publish.js'
import type { World } from '../world.js'
import { lending } from './lending.js'
import { openPublished } from './published.js'
import type { PublishedBuild } from './published.js'
import { openStaged } from './staged.js'
import type { Fallback } from './staged.js'

/**
 * Puts a public build back into staging: blobs, mounted where the registry can, the manifest by its digest, then the
 * tags, in the order in which they are given. A tag that points elsewhere is moved.
 */
export async function putBack(
  registry: Registry,
  staging: string,
  { repository, manifest }: PublishedBuild,
  tags: readonly string[]
): Promise<void> {
  const { digest, mediaType } = manifest.descriptor
  await copyBlobs(registry, repository, staging, manifest)
  for (const reference of [digest, ...tags]) {
    if ((await registry.head(staging, reference))?.digest === digest) continue
    await registry.putManifest(staging, reference, mediaType, manifest.bytes)
  }
}

/** What of a plan is looked for. */
export interface LostOf {
  readonly targets: Targets
  readonly plan: Plan
  readonly images: readonly PlannedImage[]
  readonly snapshot: Snapshot
}

/**
 * Puts back what staging has lost of these images and what is public of them. Returns the registry in which it is there:
 * in a dry run a view of it, since nothing is written; undefined when there was nothing to put back.
 */
export async function putBackLost(
  world: World,
  { targets, plan, images, snapshot }: LostOf,
  dryRun: boolean
): Promise<Registry | undefined> {
  const registry = await world.registry()
  const lent = lending(registry, targets.staging)
  const put: Fallback['putBack'] = dryRun
    ? lent.putBack
    : (build, tags) => putBack(registry, targets.staging, build, tags)
  let count = 0
  const staged = openStaged(registry, targets.staging, plan, snapshot, {
    find: openPublished(registry, targets, snapshot, world.log),
    putBack: async (build, tags) => {
      world.signal.throwIfAborted()
      count += 1
      await put(build, tags)
    }
  })
  const all = images.flatMap(({ name, platforms }) =>
    Object.keys(platforms).map(platform => [name, platform] as const)
  )
  await inParallel(QUESTIONS_AT_ONCE, all, ([name, platform]) => staged.digest(name, platform))
  if (count === 0) return undefined
  world.log.info(`${targets.staging} has lost ${String(count)} public builds, which are put back`)
  return dryRun ? lent.registry : registry
}

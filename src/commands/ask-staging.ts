import { byCodeUnit } from '../diagnostics/code-unit.js'
import { ancestors } from '../graph/closure.js'
import type { ExternalInput } from '../keys/inputs.js'
import { isWork } from '../plan/actions.js'
import { isTaken } from '../plan/platforms.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { Git } from '../ports.js'
import { inParallel, QUESTIONS_AT_ONCE } from '../release/parallel.js'
import { externalDigests } from './external.js'
import { targetsFor } from './opened.js'
import { openNewest, openPublished } from './published.js'
import type { NewestRelease } from './published.js'
import { openStaged } from './staged.js'
import type { World } from '../world.js'

/**
 * The second step of a plan: what staging has already, or what is public of it, is reused, what is wanted and missing
 * joins, and external bases are pinned to what they are now for the whole run.
 */
export async function askStaging(
  world: World,
  git: Git,
  plan: Plan,
  snapshot: Snapshot,
  registry: string,
  wantsAll: boolean
): Promise<Plan> {
  const targets = await targetsFor(world, git, snapshot.manifest, registry)
  const client = await world.registry()
  const newest = openNewest(client, targets.record, world.log)
  const find = openPublished(client, targets, snapshot, world.log, newest)
  const staged = openStaged(client, targets.staging, plan, snapshot, { find })
  const there = new Map<string, boolean>()
  await inParallel(QUESTIONS_AT_ONCE, plan.images, async image => {
    const platforms = Object.keys(image.platforms).filter(each => isTaken(plan, each))
    // Of an image that this run leaves out nothing is asked, and nothing follows for it.
    if (platforms.length === 0) return
    const digests = await Promise.all(platforms.map(each => staged.digest(image.name, each)))
    there.set(
      image.name,
      digests.every(digest => digest !== undefined)
    )
  })
  const wanted = wantedImages(plan, snapshot, wantsAll)
  const images = plan.images.map(image => settle(image, there.get(image.name), wanted.has(image.name)))
  const pins = await pinsOf(plan, images, snapshot, externalDigests(client, plan))
  const weighed = images.some(isWork) ? weigh(images, await newest()) : images
  return { ...plan, images: weighed, pins }
}

/** Notes how large images were when they were released last: that is what a disk has to have room for. */
function weigh(
  images: readonly PlannedImage[],
  released: Awaited<ReturnType<NewestRelease>>
): readonly PlannedImage[] {
  return images.map(image => {
    const before = released.get(image.name)?.platforms ?? {}
    const platforms = Object.entries(image.platforms).map(([platform, planned]) => {
      const bytes = before[platform]?.bytes
      return [platform, bytes === undefined ? planned : { ...planned, bytes }] as const
    })
    return { ...image, platforms: Object.fromEntries(platforms) }
  })
}

/** Everything, or what is worked on with all that it is built on. */
function wantedImages(plan: Plan, snapshot: Snapshot, wantsAll: boolean): ReadonlySet<string> {
  if (wantsAll) return new Set(plan.images.map(image => image.name))
  const work = plan.images.filter(image => image.action !== 'none').map(image => image.name)
  return new Set([...work, ...ancestors(snapshot.graph, work)])
}

function settle(image: PlannedImage, there: boolean | undefined, wanted: boolean): PlannedImage {
  if (there === undefined) return image
  if (there) return isWork(image) ? { ...image, action: 'reuse' } : image
  if (isWork(image) || !wanted) return image
  return {
    ...image,
    action: 'build',
    reasons: [...image.reasons, { kind: 'missing', text: 'not built yet' }]
  }
}

async function pinsOf(
  plan: Plan,
  images: readonly PlannedImage[],
  snapshot: Snapshot,
  digest: (base: ExternalInput, dockerfile: string) => Promise<string>
): Promise<Readonly<Record<string, string>>> {
  const pins: Record<string, string> = {}
  for (const image of images.filter(each => each.action === 'build')) {
    const read = snapshot.images.get(image.name)
    for (const [platform, inputs] of read?.platforms ?? []) {
      if (!isTaken(plan, platform)) continue
      for (const base of inputs.externals.filter(each => each.lock === null)) {
        pins[base.reference] ??= await digest(base, read?.spec.dockerfile ?? '.')
      }
    }
  }
  return Object.fromEntries(Object.entries(pins).sort(([a], [b]) => byCodeUnit(a, b)))
}

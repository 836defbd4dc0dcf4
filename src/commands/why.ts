import { openLook } from '../load/look.js'
import type { Look } from '../load/look.js'
import { lockBeside } from '../load/read-manifest.js'
import { isAffected } from '../plan/actions.js'
import { changedFiles } from '../plan/changed-files.js'
import { explainReasons } from '../plan/explain.js'
import type { Examined, ExplainedReason } from '../plan/explain.js'
import { setAside } from '../plan/set-aside.js'
import type { SetAside } from '../plan/set-aside.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { World } from '../world.js'
import type { Outcome } from './outcome.js'
import { planWithSides } from './plan.js'
import type { PlanRequest } from './plan.js'
import type { Sides } from './sides.js'
import { unknownImage } from './unknown-image.js'

/** An image of the chain with its reasons explained. */
export interface WhyLink {
  readonly image: PlannedImage
  readonly reasons: readonly ExplainedReason[]
}

/** Why an image is in the plan, or why nothing that changed counts for it. */
export interface Why {
  readonly image: PlannedImage
  /** The image first, then each affected parent on the way to the cause; of an unaffected image the image alone. */
  readonly chain: readonly WhyLink[]
  /** For an unaffected image: the files that changed, and why each does not count; those near to it first. */
  readonly setAside: readonly SetAside[]
  readonly plan: Plan
}

/** Says why an image is in the plan, or that it is not and why nothing that changed counts for it. */
export async function why(world: World, name: string, request: PlanRequest): Promise<Outcome<Why>> {
  const planned = await planWithSides(world, request)
  if (planned.kind === 'invalid') return planned
  const { plan, sides } = planned.value
  const byName = new Map(plan.images.map(image => [image.name, image]))
  const image = byName.get(name)
  if (image === undefined) return { kind: 'invalid', diagnostics: [unknownImage(name, byName.keys())] }
  const closer = await openSides(sides, plan.manifest)
  const chain: WhyLink[] = []
  for (const link of chainOf(image, byName)) chain.push(await explained(link, sides, closer))
  const aside = image.action === 'none' ? await asideOf(image, plan.manifest, closer) : []
  return { ...planned, value: { image, chain, setAside: aside, plan } }
}

/** The shortest way over inherited causes upwards to an image that has a cause of its own. */
function chainOf(image: PlannedImage, byName: ReadonlyMap<string, PlannedImage>): readonly PlannedImage[] {
  const seen = new Set([image])
  let ways: (readonly PlannedImage[])[] = [[image]]
  while (ways.length > 0) {
    const found = ways.find(way => way[0] !== undefined && !isInherited(way[0]))
    if (found !== undefined) return found.toReversed()
    const longer: (readonly PlannedImage[])[] = []
    for (const way of ways) {
      for (const name of way[0]?.parents ?? []) {
        const parent = byName.get(name)
        if (parent === undefined || parent.reasons.length === 0 || seen.has(parent)) continue
        seen.add(parent)
        longer.push([parent, ...way])
      }
    }
    ways = longer
  }
  return [image]
}

function isInherited(image: PlannedImage): boolean {
  return image.reasons.length > 0 && image.reasons.every(reason => reason.kind === 'parent')
}

/** Base and head, open for a closer look, with the files that differ. */
interface Closer {
  readonly before: Look | undefined
  readonly after: Look
  readonly changed: readonly string[]
}

async function openSides(sides: Sides, manifest: string): Promise<Closer> {
  const { comparison, headGit, baseGit, configs, memory } = sides
  const base = comparison.simulation === undefined ? comparison.base.commit : comparison.head.tree
  const headTree = await headGit.tree(comparison.head.tree)
  const after = await openLook(headGit, headTree, manifest, memory, configs.head)
  if (base === null) return { before: undefined, after, changed: [] }
  const baseTree = await baseGit.tree(base)
  const before = await openLook(baseGit, baseTree, manifest, memory, configs.base)
  return { before, after, changed: changedFiles(baseTree, headTree) }
}

async function explained(image: PlannedImage, sides: Sides, closer: Closer): Promise<WhyLink> {
  const platform = platformOf(image)
  const after = await examine(image.name, platform, closer.after, sides.head.images.get(image.name))
  if (after === undefined) return { image, reasons: image.reasons.map(each => ({ ...each, details: [] })) }
  const was = sides.base?.images.get(image.name)
  const before = closer.before && (await examine(image.name, platform, closer.before, was))
  return { image, reasons: explainReasons(image.reasons, before, after) }
}

/** The platform to tell about: the first that is affected. */
function platformOf({ platforms }: PlannedImage): string {
  const entries = Object.entries(platforms)
  return (entries.find(([, { affected }]) => affected) ?? entries[0])?.[0] ?? ''
}

async function examine(
  name: string,
  platform: string,
  look: Look,
  image: ImageInputs | undefined
): Promise<Examined | undefined> {
  const inputs = image?.platforms.get(platform)
  const view = inputs && (await look(name, platform))
  return view && inputs && { view, inputs }
}

async function asideOf(image: PlannedImage, manifest: string, closer: Closer): Promise<readonly SetAside[]> {
  // Affected and yet not planned: something else was asked for.
  if (isAffected(image)) return []
  const platform = platformOf(image)
  const after = await closer.after(image.name, platform)
  const before = await closer.before?.(image.name, platform)
  if (after === undefined) return []
  return setAside(closer.changed, before, after, { manifest, lock: lockBeside(manifest) })
}

import { errorAt } from '../diagnostics/diagnostic.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { Outcome } from './outcome.js'
import { plan as makePlan } from './plan.js'
import type { PlanRequest } from './plan.js'
import type { World } from '../world.js'

/** The chain of causes of one image: itself, then the parents that drag it in, up to the changed line. */
export interface Why {
  readonly image: PlannedImage
  /** The image first, then each affected parent on the way to the cause. */
  readonly chain: readonly PlannedImage[]
  readonly plan: Plan
}

/** Says why an image is in the plan, or that it is not. */
export async function why(world: World, name: string, request: PlanRequest): Promise<Outcome<Why>> {
  const planned = await makePlan(world, request)
  if (planned.kind === 'invalid') return planned
  const byName = new Map(planned.value.images.map(image => [image.name, image]))
  const image = byName.get(name)
  if (image === undefined) {
    const message = `the manifest has no image ${JSON.stringify(name)}; it has ${[...byName.keys()].slice(0, 20).join(', ')}`
    const place = { file: planned.value.manifest }
    return { kind: 'invalid', diagnostics: [errorAt('E003', place, message, 'name one of these')] }
  }
  return { ...planned, value: { image, chain: chainOf(image, byName), plan: planned.value } }
}

/** Follows inherited causes upwards until an image has a cause of its own. */
function chainOf(image: PlannedImage, byName: ReadonlyMap<string, PlannedImage>): readonly PlannedImage[] {
  const chain = [image]
  for (let at = image; isInherited(at);) {
    const parent = at.parents
      .map(name => byName.get(name))
      .find(each => each !== undefined && each.reasons.length > 0)
    if (parent === undefined || chain.includes(parent)) break
    chain.push(parent)
    at = parent
  }
  return chain
}

function isInherited(image: PlannedImage): boolean {
  return image.reasons.length > 0 && image.reasons.every(reason => reason.kind === 'parent')
}

import { byCodeUnit } from '../diagnostics/code-unit.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Plan, PlannedImage } from './types.js'

/**
 * The plan of a run that builds these platforms only, all when undefined: rows of others go. What the images are does not
 * depend on it, so keys, actions and reasons stay.
 */
export function onlyPlatforms(plan: Plan, platforms: readonly string[] | undefined): Plan {
  if (platforms === undefined) return plan
  const levels = plan.levels
    .map(rows => rows.filter(row => platforms.includes(row.platform)))
    .filter(rows => rows.length > 0)
  return { ...plan, platforms: [...new Set(platforms)].sort(byCodeUnit), levels }
}

/** Whether a run of this plan builds for a platform. */
export function isTaken(plan: Pick<Plan, 'platforms'>, platform: string): boolean {
  return plan.platforms?.includes(platform) !== false
}

/** Images with something to do that this run leaves out, since they have none of its platforms. */
export function leftOut(plan: Plan): readonly string[] {
  return plan.images
    .filter(image => image.action !== 'none' && !platformsOf(image).some(each => isTaken(plan, each)))
    .map(image => image.name)
}

/** The findings about platforms that no image of the plan has. */
export function unknownPlatforms(plan: Plan, platforms: readonly string[]): readonly Diagnostic[] {
  const known = [...new Set(plan.images.flatMap(platformsOf))].sort(byCodeUnit)
  return platforms
    .filter(platform => !known.includes(platform))
    .map(platform =>
      errorAt(
        'E004',
        COMMAND_LINE,
        `no image has the platform ${JSON.stringify(platform)}; there are ${known.join(', ')}`,
        'name one of these, or add it to `platforms:` of an image'
      )
    )
}

/** The images of a plan with the platforms that this run builds, without images that have none of them. */
export function takenImages(plan: Plan): readonly PlannedImage[] {
  if (plan.platforms === undefined) return plan.images
  return plan.images.flatMap(image => {
    const platforms = Object.entries(image.platforms).filter(([platform]) => isTaken(plan, platform))
    return platforms.length === 0 ? [] : [{ ...image, platforms: Object.fromEntries(platforms) }]
  })
}

function platformsOf(image: PlannedImage): readonly string[] {
  return Object.keys(image.platforms)
}

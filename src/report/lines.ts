import type { BuildResult } from '../build/results.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import { isAffected } from '../plan/actions.js'
import { isTaken } from '../plan/platforms.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { ReleaseResult } from '../release/types.js'

/** An image on a platform, with what was planned and how it ended. */
export interface ReportLine {
  readonly image: PlannedImage
  readonly platform: string
  /** Absent when it was not to be built, or when its job never told. */
  readonly result?: BuildResult
  /** Public references that the release moved, or found to be right already. */
  readonly tags: readonly string[]
}

/** The images that a plan does something about, parents before children. */
export function plannedImages(plan: Plan): readonly PlannedImage[] {
  return plan.images
    .filter(image => image.action !== 'none')
    .sort((a, b) => a.level - b.level || byCodeUnit(a.name, b.name))
}

/**
 * The images that a plan does something about, parents before children, one line for each platform that its run builds, or
 * has built beside.
 */
export function affectedLines(
  plan: Plan,
  results: readonly BuildResult[],
  release?: ReleaseResult
): readonly ReportLine[] {
  const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]))
  const published = new Map(release?.images.map(image => [image.name, image]))
  return plannedImages(plan).flatMap(image =>
    Object.keys(image.platforms)
      .filter(platform => isTaken(plan, platform) || ended.has(`${image.name} ${platform}`))
      .sort(byCodeUnit)
      .map((platform): ReportLine => {
        const result = ended.get(`${image.name} ${platform}`)
        const of = published.get(image.name)
        const tags = of === undefined ? [] : [...of.moved, ...of.unchanged].sort(byCodeUnit)
        return { image, platform, ...(result === undefined ? {} : { result }), tags }
      })
  )
}

/** Names of images that nothing happens to, below what is said of them. */
export interface Untouched {
  readonly title: 'Not affected' | 'Not asked for, but affected'
  readonly names: readonly string[]
}

/** The images that nothing happens to, those that `--image` left out although they are affected first; no empty groups. */
export function untouchedImages(plan: Plan): readonly Untouched[] {
  const untouched = plan.images.filter(image => image.action === 'none')
  const named = (affected: boolean): readonly string[] =>
    untouched.filter(image => isAffected(image) === affected).map(image => image.name)
  const groups: readonly Untouched[] = [
    { title: 'Not asked for, but affected', names: named(true) },
    { title: 'Not affected', names: named(false) }
  ]
  return groups.filter(({ names }) => names.length > 0)
}

/** Whether platforms must be told apart. */
export function hasManyPlatforms(plan: Plan): boolean {
  return new Set(plan.images.flatMap(image => Object.keys(image.platforms))).size > 1
}

/** How a line ended, in words; the planned action while nothing is known. */
export function outcomeWords(line: ReportLine): string {
  const { result } = line
  if (result === undefined) return line.image.action === 'reuse' ? 'in staging already' : ''
  return stateWords(result)
}

/** How a build ended, in words: its state, and of what is blocked by which image. */
export function stateWords({ state, blockedBy }: BuildResult): string {
  return state === 'blocked' && blockedBy !== undefined ? `blocked by ${blockedBy}` : state
}

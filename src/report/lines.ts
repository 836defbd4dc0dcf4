import type { BuildResult } from '../build/results.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
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

/** The affected images of a plan in parent order, one line a platform. */
export function affectedLines(
  plan: Plan,
  results: readonly BuildResult[],
  release?: ReleaseResult
): readonly ReportLine[] {
  const ended = new Map(results.map(result => [`${result.image} ${result.platform}`, result]))
  const published = new Map(release?.images.map(image => [image.name, image]))
  return plan.images
    .filter(image => image.action !== 'none')
    .sort((a, b) => a.level - b.level || byCodeUnit(a.name, b.name))
    .flatMap(image =>
      Object.keys(image.platforms)
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

/** Whether the key of an image differs from that at the base, on any platform. */
export function isAffected(image: PlannedImage): boolean {
  return Object.values(image.platforms).some(platform => platform.affected)
}

/** Whether platforms must be told apart. */
export function hasManyPlatforms(plan: Plan): boolean {
  return new Set(plan.images.flatMap(image => Object.keys(image.platforms))).size > 1
}

/** How a line ended, in words; the planned action while nothing is known. */
export function outcomeWords(line: ReportLine): string {
  const { result } = line
  if (result === undefined) return line.image.action === 'reuse' ? 'in staging already' : ''
  if (result.state === 'blocked' && result.blockedBy !== undefined) return `blocked by ${result.blockedBy}`
  return result.state
}

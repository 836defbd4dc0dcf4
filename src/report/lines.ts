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

/** Names of the images that nothing happens to. */
export function untouchedImages(plan: Plan): readonly string[] {
  return plan.images.filter(image => image.action === 'none').map(image => image.name)
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

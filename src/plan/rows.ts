import { platformTag } from '../manifest/names.js'
import type { Manifest } from '../manifest/types.js'
import { withDiskWarnings } from './disk-warnings.js'
import { UNPACKED } from './rows-bytes.js'
import { fitDisk } from './rows-disk.js'
import { bytesOf } from './rows-parts.js'
import { loosen } from './rows-loose.js'
import { packLevels } from './rows-pack.js'
import { estimateOf } from './rows-estimate.js'
import { LANES } from './rows-lanes.js'
import type { Lane, StepRow } from './rows-lanes.js'
import type { Fleet } from './rows-run.js'
import { workOf } from './rows-work.js'
import type { SecondsOf, Work } from './rows-work.js'
import type { Plan, Row } from './types.js'

/** GitHub refuses a matrix of more rows (docs.github.com, "Usage limits"); the workflow has this many level jobs. */
export const MAX_ROWS = 256
export const MAX_LEVELS = 8

/** Jobs that GitHub runs at once on its free plan (docs.github.com, "Usage limits"), and a start as it usually is. */
export const USUAL_FLEET: Fleet = { machines: 20, start: 30 }

/** Seconds of an image that was not timed before. */
export const USUAL_SECONDS = 120

/** What the time of a run is estimated from. */
export interface Pace {
  readonly fleet?: Fleet
  /** Seconds of an image on a platform in an earlier run; undefined when there was none. */
  readonly past?: (image: string, platform: string) => number | undefined
  /** Seconds of every other image; those that are usual when absent. */
  readonly usual?: number
}

/**
 * Lays what must be built or tested into levels of rows so that the run is as short as can be found: every parent of an
 * image is in an earlier level or earlier in its row, and what the next level need not wait for has a lane of its own.
 * What would fill a disk together is parted, and told (W006) where that cannot be. Nothing is refused, however deep or
 * wide. A plan for some platforms gets rows of these only. With the rows comes an estimate of the time.
 */
export function withRows(plan: Plan, manifest: Manifest, pace: Pace = {}): Plan {
  const usual = pace.usual ?? USUAL_SECONDS
  const secondsOf: SecondsOf = (image, platform) => pace.past?.(image, platform) ?? usual
  const work = workOf(plan.images, plan.platforms, secondsOf)
  // Every platform may get one row more than its share.
  const { machines, start } = pace.fleet ?? USUAL_FLEET
  const fleet = { machines: Math.max(1, Math.min(machines, MAX_ROWS - work.platforms.length + 1)), start }
  const loose = loosen(work, packLevels(work, fleet, MAX_LEVELS), fleet, MAX_ROWS)
  const levels = fitDisk(work, loose, { maxLevels: MAX_LEVELS, maxRows: MAX_ROWS, start })
  const rows = levels.map((level, depth) =>
    LANES.flatMap(lane => level[lane].map(row => rowOf(work, row, { depth, lane }, manifest)))
  )
  if (rows.length === 0) return { ...plan, levels: rows }
  const builds = pace.past === undefined ? 0 : timedBuilds(work, pace.past)
  const timed = builds === 0 ? {} : { timed: { builds, usual: Math.round(usual) } }
  return withDiskWarnings({
    ...plan,
    levels: rows,
    estimate: { ...estimateOf(work, levels, fleet), ...timed }
  })
}

function timedBuilds(work: Work, past: NonNullable<Pace['past']>): number {
  const isTimed = (image: string, step: number): boolean =>
    past(image, work.platforms[work.platform[step] ?? 0] ?? '') !== undefined
  return work.images.filter(isTimed).length
}

function rowOf(
  work: Work,
  row: StepRow,
  { depth, lane }: { readonly depth: number; readonly lane: Lane },
  manifest: Manifest
): Row {
  const images = row.map(step => work.images[step] ?? '')
  const platform = work.platforms[work.platform[row[0] ?? 0] ?? 0] ?? ''
  const bytes = bytesOf(work, row) * UNPACKED
  const more = images.length > 1 ? `+${images.length - 1}` : ''
  return {
    id: `${depth}-${images[0] ?? ''}${more}-${platformTag(platform)}`,
    images,
    platform,
    runner: manifest.runners[platform] ?? 'ubuntu-24.04',
    ...(lane === 'level' ? {} : { lane }),
    ...(bytes === 0 ? {} : { bytes })
  }
}

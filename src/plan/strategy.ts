import { platformTag } from '../manifest/names.js'
import { withDiskWarnings } from './disk-warnings.js'
import { DISK } from './rows-bytes.js'
import { estimateOfSingle } from './rows-estimate.js'
import type { Plan, Row } from './types.js'

/** How builds are dealt out to jobs. */
export type Strategy = 'levels' | 'single' | 'auto'

/** What a run may say about its jobs beside the manifest. */
export interface Jobs {
  readonly strategy: Strategy
  /** Runner by platform, in place of the manifest's. */
  readonly runners?: Readonly<Record<string, string>>
}

/**
 * Lays the rows of a plan out anew. `single` puts all images of a platform into one row of the first level: one job, in
 * which a child starts when its own parents are done; what it takes on another platform it builds itself. `auto` is
 * `single` where no level has two rows of one platform, so that more machines would only wait for each other, and where one
 * job has room for all. Rows that their runners have no room for are warned about anew.
 */
export function withJobs(plan: Plan, jobs: Jobs): Plan {
  const levels = plan.levels.map(rows =>
    rows.map(row => ({ ...row, runner: jobs.runners?.[row.platform] ?? row.runner }))
  )
  const single = singleLevel(levels)
  const isSingle =
    jobs.strategy === 'single' || (jobs.strategy === 'auto' && levels.every(isLine) && hasRoom(single))
  if (!isSingle) return withDiskWarnings({ ...plan, levels })
  const estimate = plan.estimate && estimateOfSingle(plan.estimate)
  return withDiskWarnings({ ...plan, levels: single, ...(estimate === undefined ? {} : { estimate }) })
}

function isLine(rows: readonly Row[]): boolean {
  return new Set(rows.map(row => row.platform)).size === rows.length
}

function hasRoom(levels: Plan['levels']): boolean {
  return levels.flat().every(row => (row.bytes ?? 0) <= DISK)
}

function singleLevel(levels: Plan['levels']): Plan['levels'] {
  const byPlatform = new Map<string, Row>()
  for (const row of levels.flat()) {
    const before = byPlatform.get(row.platform)
    const bytes = (before?.bytes ?? 0) + (row.bytes ?? 0)
    byPlatform.set(row.platform, { ...row, images: [...(before?.images ?? []), ...row.images], bytes })
  }
  const rows = [...byPlatform.values()].map(({ images, platform, runner, bytes = 0 }) => {
    return { id: platformTag(platform), images, platform, runner, ...(bytes === 0 ? {} : { bytes }) }
  })
  return rows.length === 0 ? [] : [rows]
}

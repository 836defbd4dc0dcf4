import { PLATFORM_NAME } from '../manifest/names.js'
import type { StepLevel } from './rows-lanes.js'
import { freeSeconds, runSeconds } from './rows-run.js'
import type { Fleet } from './rows-run.js'
import type { Work } from './rows-work.js'
import type { Estimate } from './types.js'

/** What a run of these rows is thought to take, in whole seconds. */
export function estimateOf(work: Work, levels: readonly StepLevel[], fleet: Fleet): Estimate {
  const seconds = Math.round(runSeconds(work, levels, fleet))
  const byPlatform = new Map<string, number>()
  work.seconds.forEach((own, step) => {
    const platform = work.platforms[work.platform[step] ?? 0] ?? ''
    byPlatform.set(platform, (byPlatform.get(platform) ?? 0) + own)
  })
  return {
    seconds,
    criticalPath: Math.round(fleet.start + (work.tail[work.order[0] ?? -1] ?? 0)),
    barriers: Math.max(0, seconds - Math.round(freeSeconds(work, fleet))),
    work: Object.fromEntries([...byPlatform].map(([platform, own]) => [platform, Math.round(own)])),
    machines: fleet.machines,
    start: fleet.start
  }
}

/** The same for one job a platform: nothing waits for a level, and everything of a platform for its machine. */
export function estimateOfSingle(estimate: Estimate): Estimate {
  const seconds = estimate.start + Math.max(0, ...Object.values(estimate.work))
  return { ...estimate, seconds, barriers: 0 }
}

const SECONDS = ['seconds', 'criticalPath', 'barriers', 'start'] as const

/** Whether a value that was read is an estimate. */
export function isEstimate(value: unknown): value is Estimate {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const read = value as Readonly<Record<string, unknown>>
  const { work, machines, timed } = read
  if (!SECONDS.every(key => isSeconds(read[key])) || !isSeconds(machines) || machines < 1) return false
  if (timed !== undefined && !isTimed(timed)) return false
  if (typeof work !== 'object' || work === null || Array.isArray(work)) return false
  return Object.entries(work).every(([platform, own]) => PLATFORM_NAME.test(platform) && isSeconds(own))
}

function isTimed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { builds, usual } = value as Readonly<Record<string, unknown>>
  return isSeconds(builds) && isSeconds(usual)
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

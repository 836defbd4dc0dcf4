import { isObject } from '../keys/json.js'
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
  if (!isObject(value)) return false
  const { work, machines, timed } = value
  if (!SECONDS.every(key => isSeconds(value[key])) || !isSeconds(machines) || machines < 1) return false
  if (timed !== undefined && !isTimed(timed)) return false
  if (!isObject(work)) return false
  return Object.entries(work).every(([platform, own]) => PLATFORM_NAME.test(platform) && isSeconds(own))
}

function isTimed(value: unknown): boolean {
  if (!isObject(value)) return false
  const { builds, usual } = value
  return isSeconds(builds) && isSeconds(usual)
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

import type { BuildResult } from '../build/results.js'
import { countResults } from '../build/results.js'
import { someOf } from '../diagnostics/shown.js'
import { isAffected } from '../plan/actions.js'
import { USUAL_SECONDS } from '../plan/rows.js'
import type { Action, Comparison, Estimate, Plan } from '../plan/types.js'
import { counted, humanTime, shortCommit } from './amounts.js'

const ACTIONS: readonly Action[] = ['build', 'test', 'retag', 'reuse']

/** What was compared with what, in one sentence without markup. */
export function comparisonSentence(plan: Comparison): string {
  const head = `${shortCommit(plan.head.commit)}${plan.head.dirty ? ' with the changes of the working tree' : ''}`
  if (plan.simulation !== undefined)
    return `Simulation on ${head}: ${someOf(plan.simulation, SUPPOSED_SHOWN)}.`
  return plan.base.commit === null
    ? `Everything at ${head}, because nothing could be compared: ${plan.base.how}.`
    : `Compared ${shortCommit(plan.base.commit)} (${plan.base.how}) with ${head}.`
}

const SUPPOSED_SHOWN = 5

/** What the plan does, in a few words: `3 of 4 images affected: 2 to build, 1 to reuse`. */
export function planHeadline(plan: Plan): string {
  const parts = ACTIONS.map(action => ({ action, count: withAction(plan, action) }))
    .filter(part => part.count > 0)
    .map(part => `${part.count} to ${part.action}`)
  const all = counted(plan.images.length, 'image')
  if (parts.length === 0) return `nothing to do for ${all}`
  // Of images that --image left out some may be affected: then those of the plan are not the affected ones.
  const isPart = plan.images.some(image => image.action === 'none' && isAffected(image))
  const count = plan.images.length - withAction(plan, 'none')
  return `${count} of ${all} ${isPart ? 'in the plan' : 'affected'}: ${parts.join(', ')}`
}

/**
 * What the rows are thought to take, in one sentence: `Estimated 9 min 30 s, at 2 min 0 s an image, …`. Undefined where it
 * would tell nothing: for a single row, and without an estimate.
 */
export function estimateSentence(plan: Plan): string | undefined {
  const { estimate, levels } = plan
  const rows = levels.flat().length
  if (estimate === undefined || rows <= 1) return undefined
  const time = (seconds: number): string => humanTime(seconds * 1000)
  const barriers = estimate.barriers === 0 ? 'nothing' : time(estimate.barriers)
  return (
    `Estimated ${time(estimate.seconds)}, ${sourceOf(plan, estimate)}, for ${counted(rows, 'row')} ` +
    `in ${counted(levels.length, 'level')} on up to ${counted(estimate.machines, 'machine')}; ` +
    `the longest chain takes ${time(estimate.criticalPath)}, waiting for levels costs ${barriers}.`
  )
}

/** What an estimate is made from: that is said, so that nobody takes a guess for a promise. */
function sourceOf(plan: Plan, { timed }: Estimate): string {
  if (timed === undefined) return `at ${humanTime(USUAL_SECONDS * 1000)} an image`
  const all = plan.levels.flat().reduce((count, row) => count + row.images.length, 0)
  const others = all > timed.builds ? ` and ${humanTime(timed.usual * 1000)} for each other` : ''
  return `from earlier times of ${timed.builds} of ${counted(all, 'build')}${others}`
}

/** How the images of a run ended, in a few words: `2 built, 1 reused, 1 failed, 1 blocked`. */
export function resultsHeadline(results: readonly BuildResult[]): string {
  const counts = countResults(results)
  const parts = (['built', 'reused', 'failed', 'blocked', 'cancelled'] as const)
    .filter(state => counts[state] > 0)
    .map(state => `${counts[state]} ${state}`)
  return parts.length === 0 ? 'nothing was built' : parts.join(', ')
}

function withAction(plan: Plan, action: Action): number {
  return plan.images.filter(image => image.action === action).length
}

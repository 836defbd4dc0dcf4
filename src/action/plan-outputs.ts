import { LANES } from '../plan/rows-lanes.js'
import { MAX_LEVELS } from '../plan/rows.js'
import type { Action, Plan, Row } from '../plan/types.js'
import { packPlan } from './transport.js'

/** One matrix of a level job. */
interface Matrix {
  readonly include: readonly Row[]
}

const ACTIONS: readonly Action[] = ['build', 'test', 'retag', 'reuse', 'none']

/** The outputs of the planning step, by name; everything but `plan` and the two scalars is JSON. */
export function planOutputs(plan: Plan): Readonly<Record<string, string>> {
  const matrices = Array.from({ length: MAX_LEVELS }, (_, at): Matrix => ({ include: plan.levels[at] ?? [] }))
  const jobs = Object.fromEntries(
    matrices.flatMap(({ include }, at) =>
      LANES.map((lane): [string, Matrix] => [
        `${lane}-${at}`,
        { include: include.filter(row => (row.lane ?? 'level') === lane) }
      ])
    )
  )
  const affected = plan.images.filter(image => image.action !== 'none').map(image => image.name)
  const counts = Object.fromEntries(
    ACTIONS.map(action => [action, plan.images.filter(image => image.action === action).length])
  )
  const levelCounts = matrices.map(matrix => matrix.include.length)
  return {
    plan: packPlan(plan),
    levels: JSON.stringify(matrices),
    'level-counts': JSON.stringify(levelCounts),
    jobs: JSON.stringify(jobs),
    'job-counts': JSON.stringify(
      Object.fromEntries(Object.entries(jobs).map(([id, { include }]) => [id, include.length]))
    ),
    counts: JSON.stringify(counts),
    affected: JSON.stringify(affected),
    'affected-count': String(affected.length),
    'has-work': String(levelCounts.some(count => count > 0))
  }
}

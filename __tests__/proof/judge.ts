import { UNEXPLAINED } from '../../src/plan/plan.js'
import type { CaseRun, ImageRun, Outcome } from './run-case.js'

/**
 * What a case says about the planner:
 * - `miss`: the image changed and the plan does not build it;
 * - `difference`: the materialised context gives another result than the full folder;
 * - `warned`: such a difference that the plan itself tells, a fault of BuildKit's;
 * - `refused`: the planner finds a commit wrong whose every image BuildKit builds;
 * - `needless`: the plan builds an image whose digest stays;
 * - `unexplained`: the plan builds an image and does not say why.
 */
export interface Finding {
  readonly kind: 'miss' | 'difference' | 'warned' | 'refused' | 'needless' | 'unexplained'
  /** Kind of reason and of change, to count by. */
  readonly className: string
  readonly text: string
}

/** Everything that a case says. */
export function judge(run: CaseRun, mutations: readonly string[]): readonly Finding[] {
  const changes = [...new Set(mutations)].sort().join(' + ')
  if (run.refused !== undefined) {
    const errors = run.refused.filter(each => each.severity === 'error')
    const text = errors.map(each => `${each.code} ${each.file}:${each.line ?? 1} ${each.message}`).join('; ')
    const builds = (run.refusedBuilds ?? []).every(each => each !== 'blocked' && 'digest' in each)
    return builds ? [{ kind: 'refused', className: errors[0]?.code ?? '?', text }] : []
  }
  return run.images.flatMap(image => [
    ...compared(image, changes),
    ...materialised(image),
    ...unexplained(image, changes)
  ])
}

function unexplained({ name, affected, reasons }: ImageRun, changes: string): readonly Finding[] {
  if (!affected || reasons.some(({ text }) => !text.endsWith(UNEXPLAINED))) return []
  return [{ kind: 'unexplained', className: changes, text: name }]
}

function compared(image: ImageRun, changes: string): readonly Finding[] {
  const { name, before, after, affected } = image
  if (before === undefined || before === 'blocked' || after === 'blocked') return []
  const reasons = [...new Set(image.reasons.map(reason => reason.kind))].join(', ')
  const changed =
    'digest' in before && 'digest' in after
      ? before.digest !== after.digest
      : 'digest' in before !== 'digest' in after
  if (changed && !affected)
    return [{ kind: 'miss', className: changes, text: `${name}: ${told(before)} became ${told(after)}` }]
  if (changed || !affected || 'failure' in before) return []
  const text = `${name}: ${image.reasons.map(reason => reason.text).join('; ')}`
  return [{ kind: 'needless', className: `${reasons} | ${changes}`, text }]
}

/** What the plan says of a file that BuildKit lists and cannot open: its full folder gives an empty file, ours a whole one. */
const COPIED_EMPTY = 'BuildKit copies it empty'

function materialised(image: ImageRun): readonly Finding[] {
  const { name, after, materialised: again, reasons } = image
  if (after === 'blocked' || again === 'blocked') return []
  const warned = reasons.some(reason => reason.text.includes(COPIED_EMPTY))
  const same =
    'digest' in after && 'digest' in again
      ? after.digest === again.digest
      : 'digest' in after === 'digest' in again
  if (!same && warned) return [{ kind: 'warned', className: COPIED_EMPTY, text: name }]
  return same
    ? []
    : [
        {
          kind: 'difference',
          className: name,
          text: `${name}: full ${told(after)}, materialised ${told(again)}`
        }
      ]
}

function told(outcome: Outcome): string {
  if (outcome === 'blocked') return 'blocked'
  return 'digest' in outcome ? outcome.digest.slice(0, 19) : `failure (${outcome.failure})`
}

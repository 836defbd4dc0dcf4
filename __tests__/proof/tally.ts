import type { Finding } from './judge.js'
import type { CaseRun } from './run-case.js'

/** Counts over many cases. */
export interface Tally {
  cases: number
  images: number
  affected: number
  /** Images of which both commits were built, so that the plan could be judged. */
  judged: number
  needless: number
  misses: number
  differences: number
  unexplained: number
  /** Builds from the full folder after the change that failed, and images behind them. */
  failed: number
  blocked: number
  /** Commits that the planner refuses, and how many of these BuildKit builds. */
  refusedRightly: number
  refusedNeedlessly: number
  readonly mutations: Map<string, number>
  readonly classes: Map<string, number>
  /** Why builds failed, in BuildKit's words without names. */
  readonly failures: Map<string, number>
}

/** Nothing counted yet. */
export function newTally(): Tally {
  return {
    cases: 0,
    images: 0,
    affected: 0,
    judged: 0,
    needless: 0,
    misses: 0,
    differences: 0,
    unexplained: 0,
    failed: 0,
    blocked: 0,
    refusedRightly: 0,
    refusedNeedlessly: 0,
    mutations: new Map(),
    classes: new Map(),
    failures: new Map()
  }
}

/** Adds a case. */
export function count(
  tally: Tally,
  run: CaseRun,
  findings: readonly Finding[],
  mutations: readonly string[]
): void {
  tally.cases += 1
  for (const mutation of mutations) add(tally.mutations, mutation)
  for (const image of run.images) {
    tally.images += 1
    if (image.after === 'blocked') tally.blocked += 1
    else if ('failure' in image.after) {
      tally.failed += 1
      add(tally.failures, general(image.after.failure))
    }
    const both = [image.before, image.after].every(
      each => each !== undefined && each !== 'blocked' && 'digest' in each
    )
    if (!both) continue
    tally.judged += 1
    if (image.affected) tally.affected += 1
  }
  const refused = findings.filter(each => each.kind === 'refused')
  if (refused.length > 0) tally.refusedNeedlessly += 1
  else if (run.refused !== undefined) tally.refusedRightly += 1
  for (const { kind, className } of findings) {
    if (kind === 'miss') tally.misses += 1
    if (kind === 'difference') tally.differences += 1
    if (kind === 'needless') tally.needless += 1
    if (kind === 'unexplained') tally.unexplained += 1
    if (kind !== 'miss' && kind !== 'difference') add(tally.classes, `${kind}: ${className}`)
  }
}

/** The result for a person. */
export function tallyText(tally: Tally): string {
  const rate = tally.affected === 0 ? 0 : (100 * tally.needless) / tally.affected
  return [
    `${tally.cases} cases, ${tally.images} images; ${tally.judged} built before and after, ${tally.affected} of these planned`,
    `misses                    ${tally.misses}`,
    `materialised differences  ${tally.differences}`,
    `planned without a reason  ${tally.unexplained}`,
    `needless                  ${tally.needless} of ${tally.affected} planned images (${rate.toFixed(2)} %)`,
    `builds that fail after the change: ${tally.failed}, images behind them: ${tally.blocked}`,
    `  ${listed(tally.failures, '\n  ')}`,
    `commits the planner refuses: ${tally.refusedRightly} that BuildKit refuses too, ${tally.refusedNeedlessly} that it builds`,
    `changes: ${listed(tally.mutations, ', ')}`,
    ...(tally.classes.size === 0 ? [] : ['classes (reason | change):', `  ${listed(tally.classes, '\n  ')}`])
  ].join('\n')
}

/** The last two parts of a chain of errors, names taken out. */
function general(failure: string): string {
  const words = failure.replaceAll(/"[^"]*"|sha256:[0-9a-f]+|[\w:]{20,}/g, '…').split(': ')
  return words.slice(-2).join(': ').slice(0, 110)
}

function listed(counts: ReadonlyMap<string, number>, between: string): string {
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return sorted.map(([name, times]) => `${times} ${name}`).join(between)
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/**
 * The conditions of the jobs. What each of them must say for every combination of results is written as a rule in
 * __tests__/workflows/conditions.test.ts.
 */

export const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7]

const PLANNED = "needs.plan.result == 'success'"
const count = level => `fromJSON(needs.plan.outputs.level-counts)[${level}]`

/** Starts jobs of a level: however the levels before ended, so that a failure stops its own descendants only. */
export function levelStarts(level) {
  return [`!cancelled() && ${PLANNED}`, `&& ${count(level)} > 0`]
}

/** A level did what it had to: succeeded, or had nothing to do. */
function levelDone(level) {
  const result = `needs.level-${level}.result`
  return `(${result} == 'success' || ${result} == 'skipped' && ${count(level)} == 0)`
}

/** Starts the release: every row of every level succeeded. */
export function releaseStarts() {
  return [`!cancelled() && ${PLANNED}`, ...LEVELS.map(level => `&& ${levelDone(level)}`)]
}

/** Starts the report: it tells of failures too. */
export function reportStarts() {
  return [`!cancelled() && ${PLANNED}`]
}

/** The gate of a publishing run is green. */
export function publishedWell() {
  return [
    PLANNED,
    ...LEVELS.map(level => `&& ${levelDone(level)}`),
    "&& needs.release.result == 'success' && needs.report.result == 'success'"
  ]
}

/** Starts the builds of a check. */
export function checkStarts() {
  return [`!cancelled() && ${PLANNED}`, `&& ${count(0)} > 0`]
}

/** The gate of a check is green. */
export function checkedWell() {
  const build = 'needs.build.result'
  return [
    PLANNED,
    `&& (${build} == 'success' || ${build} == 'skipped' && ${count(0)} == 0)`,
    "&& needs.report.result == 'success'"
  ]
}

/**
 * The conditions of the jobs. What each of them must say for every combination of results is written as a rule in
 * __tests__/workflows/conditions.test.ts.
 */

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7]
const LAST = LEVELS.length - 1

/**
 * The jobs that build, as they stand in the workflow, each with the jobs that it waits for: a level waits for the level
 * jobs of all before it and for the late jobs of all but the one right before it; nothing waits for a leaf job but the
 * release. There are no late jobs that no level would wait for, and no leaf jobs of the last level.
 */
export const BUILDS = LEVELS.flatMap(level => {
  const waits = LEVELS.slice(0, level).flatMap(at => [
    `level-${at}`,
    ...(at < level - 1 ? [`late-${at}`] : [])
  ])
  const lanes = ['level', ...(level < LAST - 1 ? ['late'] : []), ...(level < LAST ? ['leaf'] : [])]
  return lanes.map(lane => ({ id: `${lane}-${level}`, waits }))
})

const PLANNED = "needs.plan.result == 'success'"
const rows = id => `fromJSON(needs.plan.outputs.job-counts)['${id}']`
const rowsOfCheck = 'fromJSON(needs.plan.outputs.level-counts)[0]'

/** Starts jobs that build: however those before ended, so that a failure stops its own descendants only. */
export function buildStarts(id) {
  return [`!cancelled() && ${PLANNED}`, `&& ${rows(id)} > 0`]
}

/** Jobs did what they had to: succeeded, or had nothing to do. */
function done(id, count) {
  const result = `needs.${id}.result`
  return `(${result} == 'success' || ${result} == 'skipped' && ${count} == 0)`
}

/** Starts the release: every row of every job succeeded. */
export function releaseStarts() {
  return [`!cancelled() && ${PLANNED}`, ...BUILDS.map(({ id }) => `&& ${done(id, rows(id))}`)]
}

/** Starts the report: it tells of failures too. */
export function reportStarts() {
  return [`!cancelled() && ${PLANNED}`]
}

/** The gate of a publishing run is green. */
export function publishedWell() {
  return [
    PLANNED,
    ...BUILDS.map(({ id }) => `&& ${done(id, rows(id))}`),
    "&& needs.release.result == 'success' && needs.report.result == 'success'"
  ]
}

/** Starts the builds of a check. */
export function checkStarts() {
  return [`!cancelled() && ${PLANNED}`, `&& ${rowsOfCheck} > 0`]
}

/** The gate of a check is green. */
export function checkedWell() {
  return [PLANNED, `&& ${done('build', rowsOfCheck)}`, "&& needs.report.result == 'success'"]
}

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { MAX_LEVELS } from '../../src/plan/rows.js'
import { RESULTS, conditionOf } from './expressions.js'
import type { Condition, Needs, Result } from './expressions.js'

/** Every condition of the reusable workflows, against rules that are written here in words of what must happen. */

interface Job {
  readonly needs?: readonly string[]
  readonly if?: string
  readonly steps?: readonly { readonly env?: Readonly<Record<string, string>> }[]
}

/** A level, or the builds of a check: how its jobs ended together, and how many rows it had. */
interface Part {
  readonly result: Result
  readonly rows: number
}

function jobsOf(name: string): Readonly<Record<string, Job>> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const text = readFileSync(join(root, '.github', 'workflows', `${name}.yml`), 'utf8')
  return (parse(text) as { jobs: Record<string, Job> }).jobs
}

/** The jobs that build: by level, by late rows for levels after the next, by leaf rows for levels before the last. */
const LEVELS = Array.from({ length: MAX_LEVELS }, (_, at) => `level-${at}`)
const BUILDS = LEVELS.flatMap((id, at) => [
  id,
  ...(at < MAX_LEVELS - 2 ? [`late-${at}`] : []),
  ...(at < MAX_LEVELS - 1 ? [`leaf-${at}`] : [])
])
const PARTS: readonly Part[] = RESULTS.flatMap(result => [0, 2].map(rows => ({ result, rows })))

/** A part did what it had to do. */
const isDone = ({ result, rows }: Part): boolean =>
  result === 'success' || (result === 'skipped' && rows === 0)

/** The context of a job: a plan that failed or was cut off has no outputs. */
function needsOf(
  plan: Result,
  ids: readonly string[],
  parts: readonly Part[],
  more: Readonly<Record<string, Result>>
): Needs {
  const outputs: Record<string, string> =
    plan === 'success'
      ? countsOf(
          ids,
          parts.map(part => part.rows)
        )
      : {}
  const entries = [
    ['plan', { result: plan, outputs }] as const,
    ...ids.map((id, at) => [id, { result: parts[at]?.result ?? 'skipped', outputs: {} }] as const),
    ...Object.entries(more).map(([id, result]) => [id, { result, outputs: {} }] as const)
  ]
  return Object.fromEntries(entries)
}

/** How many rows the jobs of a plan have, by job and, for a check, by level. */
function countsOf(ids: readonly string[], rows: readonly number[]): Record<string, string> {
  const byJob = Object.fromEntries([...BUILDS, ...ids].map(id => [id, rows[ids.indexOf(id)] ?? 0]))
  return { 'job-counts': JSON.stringify(byJob), 'level-counts': JSON.stringify([rows[0] ?? 0]) }
}

/** What the gate's step is told; evaluated where the step is, so an expression that cannot be evaluated makes it red. */
function wellOf(jobs: Readonly<Record<string, Job>>): Condition {
  const well = conditionOf(jobs['gate']?.steps?.[0]?.env?.['WELL'] ?? '')
  return (needs, cancelled) => {
    try {
      return well(needs, cancelled)
    } catch {
      return false
    }
  }
}

describe('images.yml', () => {
  const jobs = jobsOf('images')
  const starting = BUILDS.map(id => conditionOf(jobs[id]?.if ?? ''))
  const release = conditionOf(jobs['release']?.if ?? '')
  const report = conditionOf(jobs['report']?.if ?? '')
  const gate = wellOf(jobs)
  const ALL = { minLength: BUILDS.length, maxLength: BUILDS.length }
  const anyParts = fc.array(fc.constantFrom(...PARTS), ALL)

  test('a job starts when the run goes on, the plan succeeded and it has rows, however earlier ones ended', () => {
    for (const [at, starts] of starting.entries()) {
      for (const plan of RESULTS) {
        for (const cancelled of [true, false]) {
          for (const before of PARTS) {
            for (const rows of [0, 1, 256]) {
              const parts = [
                ...Array.from({ length: at }, () => before),
                { result: 'skipped' as const, rows }
              ]
              const needs = needsOf(plan, BUILDS.slice(0, at + 1), parts, {})
              const expected = !cancelled && plan === 'success' && rows > 0
              expect({ at, plan, cancelled, before, rows, starts: starts(needs, cancelled) }).toEqual({
                ...{ at, plan, cancelled, before, rows },
                starts: expected
              })
            }
          }
        }
      }
    }
  })

  test.each(['level', 'late', 'leaf'])(
    'over all ends of all %s jobs: the release starts only when all succeeded',
    lane => {
      const wrong: unknown[] = []
      const own = BUILDS.filter(id => id.startsWith(lane))
      for (let code = 0; code < RESULTS.length ** own.length; code += 1) {
        // Base four digits of a number are one combination of results; a job is skipped because it has no rows.
        const parts = BUILDS.map((id): Part => {
          const at = own.indexOf(id)
          const result =
            at < 0 ? 'success' : RESULTS[Math.floor(code / RESULTS.length ** at) % RESULTS.length]
          return { result: result ?? 'skipped', rows: result === 'skipped' ? 0 : 1 }
        })
        if (release(needsOf('success', BUILDS, parts, {}), false) !== parts.every(isDone)) wrong.push(parts)
      }
      expect(wrong).toEqual([])
    }
  )

  test('over all states of one job among any others: a skipped one that had rows stops the release', () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom(...RESULTS), fc.boolean(), (parts, plan, cancelled) => {
        const expected = !cancelled && plan === 'success' && parts.every(isDone)
        return release(needsOf(plan, BUILDS, parts, {}), cancelled) === expected
      }),
      { numRuns: 3000 }
    )
    for (const at of BUILDS.keys()) {
      for (const part of PARTS) {
        const parts = BUILDS.map((_, other): Part => (other === at ? part : { result: 'success', rows: 1 }))
        expect([at, part, release(needsOf('success', BUILDS, parts, {}), false)]).toEqual([
          at,
          part,
          isDone(part)
        ])
      }
    }
  })

  test('the report starts whenever there is a plan to tell of and nobody cancelled', () => {
    fc.assert(
      fc.property(
        anyParts,
        fc.constantFrom(...RESULTS),
        fc.constantFrom(...RESULTS),
        fc.boolean(),
        (parts, plan, released, cancelled) =>
          report(needsOf(plan, BUILDS, parts, { release: released }), cancelled) ===
          (!cancelled && plan === 'success')
      )
    )
  })

  test('the gate always runs and is green exactly when plan, jobs with rows, release and report succeeded', () => {
    expect(conditionOf(jobs['gate']?.if ?? '')({}, true)).toBe(true)
    const good = PARTS.filter(isDone)
    for (const parts of [anyParts, fc.array(fc.constantFrom(...good), ALL)]) {
      fc.assert(
        fc.property(
          parts,
          fc.constantFrom(...RESULTS),
          fc.constantFrom(...RESULTS),
          fc.constantFrom(...RESULTS),
          (ended, plan, released, reported) => {
            const needs = needsOf(plan, BUILDS, ended, { release: released, report: reported })
            const expected =
              [plan, released, reported].every(result => result === 'success') && ended.every(isDone)
            return gate(needs, false) === expected
          }
        ),
        { numRuns: 3000 }
      )
    }
  })

  test('whole runs: what fails, is cancelled or is run again ends in the right colour and never in a half release', () => {
    const scenario = fc.record({
      rows: fc.array(fc.nat(2), ALL),
      fails: fc.uniqueArray(fc.constantFrom('plan', ...BUILDS, 'release', 'report'), { maxLength: 2 }),
      cancelledAt: fc.option(fc.constantFrom('plan', ...BUILDS, 'release', 'report'))
    })
    fc.assert(
      fc.property(scenario, ({ rows, fails, cancelledAt }) => {
        const first = simulate(jobs, rows, new Set(fails), cancelledAt, new Map())
        const started = [...first].filter(([, result]) => result !== 'skipped').map(([id]) => id)
        const broken = started.some(id => fails.includes(id)) || cancelledAt !== null
        expect(first.get('gate')).toBe(broken ? 'failure' : 'success')
        const buildsBroken = BUILDS.some(id => started.includes(id) && first.get(id) !== 'success')
        if (buildsBroken) expect(first.get('release')).toBe('skipped')
        // "Re-run failed jobs" keeps what succeeded and starts the rest again.
        const kept = new Map([...first].filter(([, result]) => result === 'success'))
        const again = simulate(jobs, rows, new Set(), null, kept)
        expect(again.get('gate')).toBe('success')
        for (const [at, id] of BUILDS.entries()) {
          expect(again.get(id)).toBe((rows[at] ?? 0) > 0 ? 'success' : 'skipped')
        }
      }),
      { numRuns: 1000 }
    )
  })
})

describe('check.yml', () => {
  const jobs = jobsOf('check')
  const gate = wellOf(jobs)

  test('every combination: builds and the report start, and the gate is green, by the same rules', () => {
    const build = conditionOf(jobs['build']?.if ?? '')
    const report = conditionOf(jobs['report']?.if ?? '')
    for (const plan of RESULTS) {
      for (const part of PARTS) {
        for (const reported of RESULTS) {
          for (const cancelled of [true, false]) {
            const goesOn = !cancelled && plan === 'success'
            const needs = needsOf(plan, ['build'], [part], { report: reported })
            expect({
              case: { plan, part, reported, cancelled },
              build: build(needs, cancelled),
              report: report(needs, cancelled),
              gate: gate(needs, cancelled)
            }).toEqual({
              case: { plan, part, reported, cancelled },
              build: goesOn && part.rows > 0,
              report: goesOn,
              gate: plan === 'success' && isDone(part) && reported === 'success'
            })
          }
        }
      }
    }
    expect(conditionOf(jobs['gate']?.if ?? '')({}, true)).toBe(true)
  })
})

/** Runs a workflow as the service does: jobs in the order of their needs, each by its condition. */
function simulate(
  jobs: Readonly<Record<string, Job>>,
  rows: readonly number[],
  fails: ReadonlySet<string>,
  cancelledAt: string | null,
  kept: ReadonlyMap<string, Result>
): ReadonlyMap<string, Result> {
  const ended = new Map<string, Result>()
  let cancelled = false
  for (const [id, job] of Object.entries(jobs)) {
    const needs: Needs = Object.fromEntries(
      (job.needs ?? []).map(need => {
        const result = ended.get(need) ?? 'skipped'
        const outputs: Record<string, string> =
          need === 'plan' && result === 'success' ? countsOf(BUILDS, rows) : {}
        return [need, { result, outputs }]
      })
    )
    cancelled ||= id === cancelledAt
    if (id === 'gate') {
      ended.set(id, !cancelled && wellOf(jobs)(needs, cancelled) ? 'success' : 'failure')
    } else if (kept.has(id)) {
      ended.set(id, 'success')
    } else if (job.if !== undefined && !conditionOf(job.if)(needs, cancelled)) {
      ended.set(id, 'skipped')
    } else {
      ended.set(id, cancelled ? 'cancelled' : fails.has(id) ? 'failure' : 'success')
    }
  }
  return ended
}

import { describe, expect, test } from '@jest/globals'
import { withJobs } from '../../src/plan/strategy.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import type { Plan, Row } from '../../src/plan/types.js'
import { planOf } from '../report/samples.js'

function row(id: string, images: readonly string[], platform = 'linux/amd64'): Row {
  return { id, images, platform, runner: 'ubuntu-24.04' }
}

const WIDE: Plan = planOf([], {
  levels: [
    [row('0', ['base']), row('1', ['base'], 'linux/arm64')],
    [row('2', ['web']), row('3', ['tools']), row('4', ['web'], 'linux/arm64')]
  ]
})
const LINE: Plan = planOf([], { levels: [[row('0', ['base'])], [row('1', ['web', 'api'])]] })

const layout = (plan: Plan): unknown =>
  plan.levels.map(rows => rows.map(each => [each.platform, ...each.images]))

describe('jobs of a plan', () => {
  test('by levels are as they were planned', () => {
    expect(withJobs(WIDE, { strategy: 'levels' })).toEqual(WIDE)
  })

  test('single are one a platform, each with its images, parents first', () => {
    expect(layout(withJobs(WIDE, { strategy: 'single' }))).toEqual([
      [
        ['linux/amd64', 'base', 'web', 'tools'],
        ['linux/arm64', 'base', 'web']
      ]
    ])
  })

  test('single have no lanes: there is no level that they could hold up', () => {
    const [first = [], last = []] = WIDE.levels
    const late = { ...WIDE, levels: [first.map(each => ({ ...each, lane: 'leaf' as const })), last] }
    const rows = withJobs(late, { strategy: 'single' }).levels.flat()
    expect(rows.map(each => Object.keys(each))).toEqual(
      rows.map(() => ['id', 'images', 'platform', 'runner'])
    )
  })

  test('auto are single where every level has one row of a platform, else by levels', () => {
    expect(layout(withJobs(LINE, { strategy: 'auto' }))).toEqual([[['linux/amd64', 'base', 'web', 'api']]])
    expect(withJobs(WIDE, { strategy: 'auto' })).toEqual(WIDE)
  })

  test('single are estimated as the longest of the platforms, without levels', () => {
    const work = { 'linux/amd64': 360, 'linux/arm64': 240 }
    const estimate = { seconds: 300, criticalPath: 270, barriers: 30, work, machines: 20, start: 30 }
    const single = withJobs({ ...WIDE, estimate }, { strategy: 'single' })
    expect(single.estimate).toEqual({ ...estimate, seconds: 390, barriers: 0 })
    expect(withJobs({ ...WIDE, estimate }, { strategy: 'auto' }).estimate).toEqual(estimate)
  })

  test('auto keep what was parted for the disk in rows of its own', () => {
    const heavy = LINE.levels.map(rows => rows.map(each => ({ ...each, bytes: 8e9 })))
    expect(withJobs({ ...LINE, levels: heavy }, { strategy: 'auto' }).levels).toEqual(heavy)
    const light = heavy.map(rows => rows.map(each => ({ ...each, bytes: 7e9 })))
    const [[only] = []] = withJobs({ ...LINE, levels: light }, { strategy: 'auto' }).levels
    expect([only?.images, only?.bytes]).toEqual([['base', 'web', 'api'], 14e9])
  })

  test('single are one all the same, with a warning when the disk has no room for all', () => {
    const heavy = LINE.levels.map(rows => rows.map(each => ({ ...each, bytes: 8e9 })))
    const kept: Diagnostic = { code: 'G006', severity: 'warning', message: 'm', file: 'f', remedy: 'r' }
    const before = { ...LINE, levels: heavy, warnings: [kept, { ...kept, code: 'W006' as const }] }
    const plan = withJobs(before, { strategy: 'single' })
    expect(plan.levels.flat().map(each => each.bytes)).toEqual([16e9])
    expect(plan.warnings.map(({ code }) => code)).toEqual(['G006', 'W006'])
    expect(plan.warnings[1]?.message).toMatch(
      /^base .* on linux\/amd64 share one job and are thought to need 16\.0 GB of disk; ubuntu-24\.04 has 14\.0 GB$/
    )
    expect(plan.warnings[1]?.remedy).toContain('`levels`')
    const larger = { strategy: 'single', runners: { 'linux/amd64': 'own-large' } } as const
    expect(withJobs(before, larger).warnings).toEqual([kept])
  })

  test('run where the caller says', () => {
    const plan = withJobs(WIDE, { strategy: 'single', runners: { 'linux/arm64': 'own-arm' } })
    expect(plan.levels[0]?.map(each => each.runner)).toEqual(['ubuntu-24.04', 'own-arm'])
  })

  test('of an empty plan are none', () => {
    expect(withJobs(planOf([]), { strategy: 'single' }).levels).toEqual([])
  })
})

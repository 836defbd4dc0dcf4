import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import type { Row } from '../../src/plan/types.js'
import { planOutputs } from '../../src/action/plan-outputs.js'
import {
  PLAN_CHARACTERS,
  packPlan,
  packRelease,
  unpackPlan,
  unpackRelease
} from '../../src/action/transport.js'
import { fourImages, image, planOf, released } from '../report/samples.js'

describe('a plan that travels', () => {
  test('arrives as it was', () => {
    expect(unpackPlan(packPlan(fourImages()))).toEqual(fourImages())
  })

  test('is one line of characters that no log command, shell or template knows', () => {
    expect(packPlan(fourImages())).toMatch(/^[A-Za-z0-9+/]+=*$/)
  })

  test('may be plain JSON, as the command line prints it', () => {
    expect(unpackPlan(JSON.stringify(fourImages()))).toEqual(fourImages())
  })

  test('of a thousand images fits', () => {
    const images = Array.from({ length: 1000 }, (_, index) =>
      image(`image-${index}`, {
        parents: index === 0 ? [] : [`image-${Math.floor(index / 8)}`],
        platforms: { 'linux/amd64': { key: randomBytes(32).toString('hex'), affected: true } }
      })
    )
    expect(packPlan(planOf(images)).length).toBeLessThan(PLAN_CHARACTERS)
  })

  test('that is too long is refused with its length, the limit and a remedy', () => {
    const noise = randomBytes(PLAN_CHARACTERS).toString('hex')
    expect(() => packPlan(planOf([], { manifest: noise }))).toThrow(
      /^the plan has \d+ characters compressed and a job output may have 92160: plan fewer images/
    )
  })

  test.each(['', 'rubbish', 'bnVsbA==', '{"version":1', '[]', '"text"'])('is not %j', text => {
    expect(() => unpackPlan(text)).toThrow(/^input plan: expected the output of that name of an earlier step/)
  })

  test('of another format is refused', () => {
    expect(() => unpackPlan('{"version":2}')).toThrow(
      /^input plan: no plan can be read: it has version 2, expected 1; use one version/
    )
  })
})

describe('a release that travels', () => {
  test('arrives as it was', () => {
    expect(unpackRelease(packRelease(released()))).toEqual(released())
  })

  test('leaves its images behind when there are too many', () => {
    const [one] = released().images
    const images = Array.from({ length: 3000 }, () => ({
      ...one!,
      digest: `sha256:${randomBytes(32).toString('hex')}`
    }))
    const packed = packRelease({ ...released(), images })
    expect(packed.length).toBeLessThan(PLAN_CHARACTERS)
    expect(unpackRelease(packed)).toEqual({ ...released(), images: [] })
  })
})

describe('the outputs of the planning step', () => {
  test('always have eight levels with their counts', () => {
    const row = { id: '0-a-linux-amd64', images: ['a'], platform: 'linux/amd64', runner: 'ubuntu-24.04' }
    const outputs = planOutputs(planOf([image('a'), image('b', { action: 'none' })], { levels: [[row]] }))
    const empty = Array.from({ length: 7 }, () => ({ include: [] }))
    expect(JSON.parse(outputs['levels'] ?? '')).toEqual([{ include: [row] }, ...empty])
    expect(JSON.parse(outputs['level-counts'] ?? '')).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
    expect(outputs['affected']).toBe('["a"]')
    expect(outputs['affected-count']).toBe('1')
    expect(outputs['has-work']).toBe('true')
    expect(JSON.parse(outputs['counts'] ?? '')).toEqual({ build: 1, test: 0, retag: 0, reuse: 0, none: 1 })
  })

  test('deal the rows out to the jobs of their lanes as well', () => {
    const row = (id: string, lane?: 'late' | 'leaf'): Row => {
      return {
        id,
        images: ['a'],
        platform: 'linux/amd64',
        runner: 'r',
        ...(lane === undefined ? {} : { lane })
      }
    }
    const levels = [[row('0'), row('1', 'late'), row('2', 'leaf'), row('3', 'leaf')], [row('4')]]
    const outputs = planOutputs(planOf([image('a')], { levels }))
    const jobs = JSON.parse(outputs['jobs'] ?? '') as Record<string, { include: { id: string }[] }>
    const ids = Object.entries(jobs).map(([id, { include }]) => [id, include.map(each => each.id)])
    expect(Object.fromEntries(ids.filter(([, rows]) => rows?.length !== 0))).toEqual({
      'level-0': ['0'],
      'late-0': ['1'],
      'leaf-0': ['2', '3'],
      'level-1': ['4']
    })
    const counts = JSON.parse(outputs['job-counts'] ?? '') as Record<string, number>
    expect(Object.keys(counts)).toEqual(Object.keys(jobs))
    expect([counts['leaf-0'], counts['level-1'], counts['late-7']]).toEqual([2, 1, 0])
    expect(JSON.parse(outputs['level-counts'] ?? '')).toEqual([4, 1, 0, 0, 0, 0, 0, 0])
  })

  test('of an empty plan say that there is no work', () => {
    const outputs = planOutputs(planOf([image('a', { action: 'none' })]))
    expect(outputs['has-work']).toBe('false')
    expect(outputs['affected']).toBe('[]')
  })
})

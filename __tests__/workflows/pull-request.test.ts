import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import { PARENTS, endingWith } from './images.js'
import { catalogue } from './published.js'
import type { Rehearsal } from './rehearsal.js'
import { jobById, rehearse } from './rehearsal.js'

/** Pull requests of a repository that has published its images before, by a token that may only read. */

const IMAGES = Object.keys(PARENTS)
const MINUTES = 60_000
const PLATFORM = 'linux/amd64'

let rig: ActRig
let repository: Rehearsal
let before: Readonly<Record<string, string>>
let first: ActRun

beforeAll(async () => {
  rig = openActRig()
  repository = rehearse(rig)
  first = await repository.push({}, 'Images')
  before = await catalogue(repository.prefix)
}, 3 * MINUTES)

afterAll(() => {
  repository.dispose()
  rig.dispose()
})

function affected(run: ActRun): unknown {
  return JSON.parse(jobById(run, 'plan').outputs['affected'] ?? '')
}

function counts(run: ActRun): unknown {
  return JSON.parse(jobById(run, 'report').outputs['counts'] ?? '')
}

type ByImage<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

function built(run: ActRun, output: 'digests'): ByImage<string>
function built(run: ActRun, output: 'built-on'): ByImage<Readonly<Record<string, string>>>
function built(run: ActRun, output: string): unknown {
  return JSON.parse(jobById(run, 'build').outputs[output] ?? '')
}

test('the images are there before', () => {
  expect(first.code).toBe(0)
  expect(Object.keys(before).filter(name => name.endsWith(':latest'))).toHaveLength(IMAGES.length + 1)
})

test(
  'one that changes words affects nothing and is green',
  async () => {
    const run = await repository.pullRequest({ 'README.md': 'Changed.\n' }, 'Words')
    expect(run.code).toBe(0)
    expect(affected(run)).toEqual([])
    expect(run.jobs.map(job => job.id)).toEqual(['plan', 'report', 'gate'])
    expect(jobById(run, 'report').summary).toContain('nothing to do for 5 images')
  },
  2 * MINUTES
)

test(
  'one that changes a parent builds it and exactly its descendants, each on the new parent, and writes nothing',
  async () => {
    const run = await repository.pullRequest({ 'images/base/base.txt': 'base 2\n' }, 'Base')
    expect(run.code).toBe(0)
    expect(affected(run)).toEqual(['base', 'web', 'tools', 'api'])
    expect(counts(run)).toEqual({ built: 4, reused: 0, failed: 0, blocked: 0, cancelled: 0 })
    const digests = built(run, 'digests')
    const on = built(run, 'built-on')
    const digest = (image: string): string | undefined => digests[image]?.[PLATFORM]
    expect(Object.keys(digests).sort()).toEqual(['api', 'base', 'tools', 'web'])
    expect(on['web']?.[PLATFORM]).toEqual({ base: digest('base') })
    expect(on['api']?.[PLATFORM]).toEqual({ tools: digest('tools'), web: digest('web') })
    expect(Object.values(before)).not.toContain(digest('base'))
    expect(await catalogue(repository.prefix)).toEqual(before)
  },
  3 * MINUTES
)

test(
  'one that breaks an image is red, says what failed and what that blocks, and takes its parent from staging',
  async () => {
    const run = await repository.pullRequest(
      {
        'images/web/check': endingWith(3),
        'images/web/Dockerfile': `FROM ${repository.prefix}/base\nCOPY --chmod=755 check /\nRUN ["/check"]\n`
      },
      'Broken'
    )
    expect(run.code).not.toBe(0)
    expect(jobById(run, 'gate').result).toBe('failure')
    const { summary } = jobById(run, 'report')
    const row = (name: string): string =>
      summary.split('\n').find(line => line.startsWith(`| \`${name}\` |`)) ?? ''
    expect(row('web')).toContain('failed')
    expect(row('api')).toContain('blocked by web')
    expect(row('base')).toBe('')
    expect(await catalogue(repository.prefix)).toEqual(before)
  },
  3 * MINUTES
)

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import { PARENTS, endingWith } from './images.js'
import { published } from './published.js'
import type { Rehearsal } from './rehearsal.js'
import { jobById, rehearse } from './rehearsal.js'

const IMAGES = Object.keys(PARENTS)
const MINUTES = 60_000

let rig: ActRig
let repository: Rehearsal

beforeAll(() => {
  rig = openActRig()
  repository = rehearse(rig)
  repository.fixture.commit(repository.ground, 'Images')
}, MINUTES)

afterAll(() => {
  repository.dispose()
  rig.dispose()
})

function planned(run: ActRun): { readonly affected: unknown; readonly counts: unknown } {
  const { affected, counts } = jobById(run, 'images').outputs
  return { affected: JSON.parse(affected ?? ''), counts: JSON.parse(counts ?? '') }
}

/** What was published anywhere but in the registry of the job. */
async function publicImages(): Promise<readonly unknown[]> {
  const found = await Promise.all(IMAGES.map(repository.published))
  return found.filter(image => image !== undefined)
}

test(
  'a pull request that changes words affects nothing and is green',
  async () => {
    const run = await repository.pullRequest({ 'README.md': 'Changed.\n' }, 'Words')
    expect(run.code).toBe(0)
    expect(planned(run).affected).toEqual([])
    expect(jobById(run, 'images').summary).toContain('nothing to do for 5 images')
  },
  2 * MINUTES
)

test(
  'a pull request that changes a shared file affects the one image that copies it',
  async () => {
    const run = await repository.pullRequest({ 'common/helper.txt': 'helper 2\n' }, 'Helper')
    expect(run.code).toBe(0)
    expect(planned(run).affected).toEqual(['media'])
    expect(planned(run).counts).toMatchObject({ built: 1, failed: 0 })
  },
  2 * MINUTES
)

test(
  'a pull request that changes a parent builds it and exactly its descendants, and publishes nothing',
  async () => {
    const run = await repository.pullRequest({ 'images/base/base.txt': 'base 2\n' }, 'Base')
    expect(run.code).toBe(0)
    expect(planned(run).affected).toEqual(['base', 'web', 'tools', 'api'])
    const job = jobById(run, 'images')
    const digests = JSON.parse(job.outputs['digests'] ?? '') as Record<string, Record<string, string>>
    const builtOn = JSON.parse(job.outputs['built-on'] ?? '') as Record<string, Record<string, object>>
    expect(Object.keys(digests).sort()).toEqual(['api', 'base', 'tools', 'web'])
    expect(builtOn['api']?.['linux/amd64']).toEqual({
      tools: digests['tools']?.['linux/amd64'],
      web: digests['web']?.['linux/amd64']
    })
    expect(await publicImages()).toEqual([])
    expect(await published(`${repository.prefix}/of-pull-requests/base:latest`)).toBeUndefined()
  },
  3 * MINUTES
)

test(
  'a pull request that breaks an image is red and says what failed and what that blocks',
  async () => {
    const run = await repository.pullRequest(
      {
        'images/web/check': endingWith(3),
        'images/web/Dockerfile': `FROM ${repository.prefix}/base\nCOPY check /\nRUN ["/check"]\n`
      },
      'Broken'
    )
    expect(run.code).not.toBe(0)
    const job = jobById(run, 'images')
    expect(job.result).toBe('failure')
    const row = (name: string): string =>
      job.summary.split('\n').find(line => line.startsWith(`| \`${name}\` |`)) ?? ''
    expect(row('web')).toContain('failed')
    expect(row('api')).toContain('blocked by web')
  },
  3 * MINUTES
)

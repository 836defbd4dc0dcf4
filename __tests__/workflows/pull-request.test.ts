import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGithubApi } from '../support/github-api.js'
import type { GithubApi } from '../support/github-api.js'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import { startGatekeeper } from './gatekeeper.js'
import type { Gatekeeper } from './gatekeeper.js'
import { endingWith } from './images.js'
import { catalogue } from './published.js'
import type { Rehearsal } from './rehearsal.js'
import { jobById, rehearse } from './rehearsal.js'

/** Pull requests, pushes and runs by hand, in front of a registry and an API that refuse as GitHub does. */

const MINUTES = 60_000
const PLATFORM = 'linux/amd64'

let rig: ActRig
let registry: Gatekeeper
let github: GithubApi
let repository: Rehearsal
let before: Readonly<Record<string, string>>

beforeAll(async () => {
  rig = openActRig()
  registry = await startGatekeeper(rig.host)
  github = await startGithubApi('acme/fixture', 1, rig.token)
  repository = rehearse(rig, { host: registry.host, api: github.url })
  const first = await repository.push({}, 'Images')
  expect(first.code).toBe(0)
  before = await catalogue(repository.prefix)
}, 3 * MINUTES)

afterAll(async () => {
  repository.dispose()
  rig.dispose()
  await registry.stop()
  await github.stop()
})

function built<T>(run: ActRun, output: string): Readonly<Record<string, Readonly<Record<string, T>>>> {
  return JSON.parse(jobById(run, 'build').outputs[output] ?? '') as Record<string, Record<string, T>>
}

/** Changes a parent and its grandchild. */
const CHANGE = { 'images/base/base.txt': 'base 2\n', 'images/api/api.txt': 'api 2\n' }

test(
  'a fork that changes a parent and its grandchild has both built on the new parent, and nothing tries to write',
  async () => {
    registry.rights = 'read'
    github.refuseWith = 403
    const run = await repository.pullRequest(CHANGE, 'Parent and grandchild')
    expect(run.code).toBe(0)
    const digests = built<string>(run, 'digests')
    const on = built<Readonly<Record<string, string>>>(run, 'built-on')
    const digest = (image: string): string | undefined => digests[image]?.[PLATFORM]
    // What an image was built on comes from a build whose materials were compared with it.
    expect(on['web']?.[PLATFORM]).toEqual({ base: digest('base') })
    expect(on['api']?.[PLATFORM]).toEqual({ tools: digest('tools'), web: digest('web') })
    expect(registry.refused).toEqual([])
    registry.rights = 'all'
    expect(await catalogue(repository.prefix)).toEqual(before)
    const report = jobById(run, 'report')
    expect(report.outputs['comment']).toBe('not allowed')
    expect(report.summary).toContain('No comment was written')
    expect(github.comments).toEqual([])
  },
  3 * MINUTES
)

test(
  'a pull request of the repository gets one comment, and the next run changes it',
  async () => {
    github.refuseWith = undefined
    const first = await repository.pullRequest({ 'common/helper.txt': 'helper 2\n' }, 'Helper')
    expect(first.code).toBe(0)
    expect(jobById(first, 'report').outputs['comment']).toBe('written')
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toMatch(/^<!-- base-images [0-9a-f]{16} -->\n## Images: 1 of 5/)
    const second = await repository.pullRequest({ 'README.md': 'Words.\n' }, 'Words')
    expect(second.code).toBe(0)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('nothing to do for 5 images')
    expect(second.jobs.map(job => job.id)).toEqual(['plan', 'report', 'gate'])
    expect(jobById(second, 'report').summary).toContain('nothing to do for 5 images')
  },
  3 * MINUTES
)

test(
  'a fork that may not even read the builds has the parents built too, and is told so',
  async () => {
    registry.rights = 'none'
    const run = await repository.pullRequest({ 'images/api/api.txt': 'api 2\n' }, 'Grandchild')
    registry.rights = 'all'
    expect(run.code).toBe(0)
    expect(Object.keys(built<string>(run, 'digests')).sort()).toEqual(['api', 'base', 'tools', 'web'])
    expect(jobById(run, 'report').summary).toContain('not built yet')
    expect(registry.refused.filter(request => !/^(?:GET|HEAD) /.test(request))).toEqual([])
    expect(await catalogue(repository.prefix)).toEqual(before)
  },
  3 * MINUTES
)

test(
  'a pull request that breaks an image is red, says what failed and what that blocks, and takes its parent from staging',
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

test(
  'a push that the registry refuses in the middle is red and moves nothing; run again, it ends as if nothing had been',
  async () => {
    registry.rights = 'read'
    const refused = await repository.push({ 'images/base/base.txt': 'base 3\n' }, 'Base')
    expect(refused.code).not.toBe(0)
    expect(jobById(refused, 'gate').result).toBe('failure')
    expect(refused.jobs.some(job => job.id === 'release')).toBe(false)
    registry.rights = 'all'
    expect(await catalogue(repository.prefix)).toEqual(before)
    const again = await repository.again()
    expect(again.code).toBe(0)
    expect((await repository.published('api'))?.annotations['org.opencontainers.image.revision']).toBe(
      repository.fixture.git('rev-parse', 'HEAD')
    )
  },
  4 * MINUTES
)

test(
  'by hand, one image that is named is planned, and nothing moves when it is there already',
  async () => {
    const now = await catalogue(repository.prefix)
    const run = await repository.dispatch({ images: 'media' })
    expect(run.code).toBe(0)
    expect(JSON.parse(jobById(run, 'plan').outputs['affected'] ?? '')).toEqual(['media'])
    expect(jobById(run, 'gate').result).toBe('success')
    expect(await catalogue(repository.prefix)).toEqual(now)
  },
  2 * MINUTES
)

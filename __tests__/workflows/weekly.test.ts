import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { isoWeek } from '../../src/freshness/epoch.js'
import { readLock } from '../../src/freshness/read-lock.js'
import { ROOT, sectionOf, textOf } from '../docs/markdown.js'
import { pushUpstream } from '../support/upstream.js'
import type { ActRig, ActRun } from './act.js'
import { openActRig } from './act.js'
import type { Fixture } from './fixture.js'
import { makeFixture } from './fixture.js'
import { published } from './published.js'
import { builtDigests, jobById } from './rehearsal.js'
import { startRestServer } from './rest-server.js'
import type { RestServer } from './rest-server.js'
import { OWNER, OWN_REF } from './rewrite.js'

const MINUTES = 60_000
const LOCK = 'images/lock.yaml'
const WEEK = isoWeek(Date.now())
const BOT = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

let rig: ActRig
let rest: RestServer

beforeAll(async () => {
  rig = openActRig()
  rest = await startRestServer()
}, 5 * MINUTES)

afterAll(async () => {
  rig.dispose()
  await rest.stop()
})

/** The weekly caller of docs/actions.md, word for word but for the two words that a reader replaces. */
function weeklyCaller(): string {
  const [, block = ''] =
    /```yaml\n([\s\S]*?)```/.exec(sectionOf(textOf('docs/actions.md'), '## Weekly: `weekly.yml`')) ?? []
  return block.replaceAll('OWNER', OWNER).replaceAll('COMMIT', OWN_REF)
}

/** Publishes after a push, as the caller of docs/actions.md does. */
const PUSH = `name: push
on: { push: { branches: [main] } }
permissions: {}
jobs:
  images:
    permissions: { contents: read, packages: write }
    uses: ${OWNER}/base-images/.github/workflows/images.yml@${OWN_REF}
`

/** A repository with a base of somebody else's: `service` stands on it, `patched` declares the epoch, `alone` neither. */
interface Weekly {
  readonly fixture: Fixture
  readonly prefix: string
  readonly base: string
  readonly run: (event?: 'schedule' | 'workflow_dispatch') => Promise<ActRun>
  readonly push: (files: Parameters<Fixture['commit']>[0], message: string) => Promise<ActRun>
  /** Brings the work tree to what the bare repository has. */
  readonly pull: () => void
  /** Digest of the base that the public image says it stands on. */
  readonly publicBase: () => Promise<string | undefined>
}

function weeklyRepository(): Weekly {
  const prefix = `${rig.host}/weekly-${randomBytes(6).toString('hex')}`
  const base = `${prefix}/up/base:1`
  const fixture = makeFixture()
  let before = fixture.commit(
    {
      '.github/workflows/weekly.yml': weeklyCaller(),
      '.github/workflows/push.yml': PUSH,
      'images/manifest.yaml': `version: 1\nregistry: ${prefix}\nimages:\n  service: {}\n  patched: {}\n  alone: {}\n`,
      'images/service/Dockerfile': `FROM ${base}\nCOPY service.txt /\n`,
      'images/service/service.txt': 'service 1\n',
      'images/patched/Dockerfile': 'FROM scratch\nARG PATCH_EPOCH\nCOPY Dockerfile /\n',
      'images/alone/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n'
    },
    'Images'
  )
  const repository = { default_branch: 'main', name: 'fixture', owner: { login: 'acme' } }
  return {
    fixture,
    prefix,
    base,
    run: (event = 'schedule') =>
      rig.run(fixture, 'weekly.yml', { name: event, payload: { repository, inputs: {} } }, rest.url),
    push: (files, message) => {
      before = fixture.git('rev-parse', 'HEAD')
      const after = fixture.commit(files, message)
      const payload = { ref: 'refs/heads/main', before, after, repository }
      return rig.run(fixture, 'push.yml', { name: 'push', payload })
    },
    pull: () => {
      fixture.git('fetch', '-q', 'bare', 'main')
      fixture.git('reset', '-q', '--hard', 'FETCH_HEAD')
    },
    publicBase: async () => {
      const image = await published(`${prefix}/service:latest`)
      return image?.labels['org.opencontainers.image.base.digest']
    }
  }
}

/** Says of a run which images it built. */
function built(run: ActRun): readonly string[] {
  return Object.keys(builtDigests(run)).sort()
}

describe('the weekly run', () => {
  let weekly: Weekly
  let first: ActRun
  let digests: Readonly<Record<string, string>>
  let start: string

  beforeAll(async () => {
    weekly = weeklyRepository()
    start = weekly.fixture.git('rev-parse', 'HEAD')
    digests = await pushUpstream(weekly.base, { text: 'upstream 1\n' }, ['linux/amd64'])
    first = await weekly.run()
    weekly.pull()
  }, 5 * MINUTES)

  afterAll(() => weekly.fixture.dispose())

  test('commits the lock to the default branch as the bot, with what moved in the message', () => {
    expect(first.code).toBe(0)
    const { commit, base, changed } = jobById(first, 'lock').outputs
    expect({ commit, base, changed }).toEqual({
      commit: weekly.fixture.git('rev-parse', 'HEAD'),
      base: start,
      changed: 'true'
    })
    expect(weekly.fixture.git('log', '-1', '--format=%an <%ae>|%cn <%ce>')).toBe(`${BOT}|${BOT}`)
    expect(weekly.fixture.git('diff', '--name-only', start, 'HEAD')).toBe(LOCK)
    const message = weekly.fixture.git('log', '-1', '--format=%B')
    expect(message).toMatch(/^Take in security updates\n/)
    expect(message).toContain(`- ${weekly.base} linux/amd64: none → `)
    expect(message).toContain(`- patch epoch ${WEEK}: patched`)
    const { lock } = readLock(weekly.fixture.git('show', `HEAD:${LOCK}`), LOCK)
    expect(lock.bases[weekly.base]?.['linux/amd64']?.digest).toBe(digests['linux/amd64'])
    expect(lock.epochs).toEqual({ patched: { epoch: WEEK, reason: 'weekly security updates' } })
  })

  test('builds and publishes that very commit in the same run', async () => {
    expect(built(first)).toEqual(['alone', 'patched', 'service'])
    expect(jobById(first, 'plan').log).toContain('the lock')
    expect(jobById(first, 'gate').result).toBe('success')
    expect(await weekly.publicBase()).toBe(digests['linux/amd64'])
  })

  test('tells in its summary what moved and as which commit', () => {
    const { summary } = jobById(first, 'lock')
    expect(summary).toContain('Weekly security updates')
    expect(summary).toContain(weekly.base)
    expect(summary).toContain(weekly.fixture.git('rev-parse', 'HEAD'))
  })

  test(
    'with nothing new commits nothing and builds nothing',
    async () => {
      const run = await weekly.run()
      expect(run.code).toBe(0)
      expect(jobById(run, 'lock').outputs).toMatchObject({ changed: 'false', commit: '' })
      expect(run.jobs.map(job => job.id)).toEqual(['lock'])
      expect(weekly.fixture.git('ls-remote', 'bare', 'main')).toContain(
        weekly.fixture.git('rev-parse', 'HEAD')
      )
    },
    2 * MINUTES
  )

  test(
    'takes in a base that moved, builds exactly what stands on it, and says why; the next push stays on it',
    async () => {
      const moved = await pushUpstream(weekly.base, { text: 'upstream 2\n' }, ['linux/amd64'])
      const run = await weekly.run('workflow_dispatch')
      expect(run.code).toBe(0)
      expect(built(run)).toEqual(['service'])
      expect(jobById(run, 'plan').log).toContain('moved in the lock')
      expect(await weekly.publicBase()).toBe(moved['linux/amd64'])

      weekly.pull()
      await pushUpstream(weekly.base, { text: 'upstream 3\n' }, ['linux/amd64'])
      const push = await weekly.push({ 'images/service/service.txt': 'service 2\n' }, 'Service')
      expect(push.code).toBe(0)
      expect(await weekly.publicBase()).toBe(moved['linux/amd64'])

      const old = weekly.fixture.git('log', '--format=%H', '-1', '--skip=1', '--', LOCK)
      const reverted = weekly.fixture.git('show', `${old}:${LOCK}`)
      expect((await weekly.push({ [LOCK]: `${reverted}\n` }, 'Revert the lock')).code).toBe(0)
      expect(await weekly.publicBase()).toBe(digests['linux/amd64'])
    },
    5 * MINUTES
  )
})

describe('a branch that somebody pushed to meanwhile', () => {
  test(
    'gets the lock on top of that push',
    async () => {
      const weekly = weeklyRepository()
      await pushUpstream(weekly.base, { text: 'upstream 1\n' }, ['linux/amd64'])
      const { fixture } = weekly
      const start = fixture.git('rev-parse', 'HEAD')
      const other = fixture.commit({ 'README.md': 'Somebody else.\n' }, 'Somebody else')
      fixture.git('reset', '-q', '--hard', start)
      const run = await weekly.run()
      expect(run.code).toBe(0)
      weekly.pull()
      expect(fixture.git('rev-parse', 'HEAD^')).toBe(other)
      expect(jobById(run, 'lock').outputs).toMatchObject({
        commit: fixture.git('rev-parse', 'HEAD'),
        base: other
      })

      // "Re-run all jobs" begins with the old commit again and finds its own lock there.
      fixture.git('reset', '-q', '--hard', start)
      const again = await weekly.run()
      expect(again.code).toBe(0)
      weekly.pull()
      expect(jobById(again, 'lock').outputs['commit']).toBe(fixture.git('rev-parse', 'HEAD'))
      expect(fixture.git('rev-parse', 'HEAD^')).toBe(other)
      fixture.dispose()
    },
    5 * MINUTES
  )
})

describe('a branch that takes no push', () => {
  let weekly: Weekly
  let run: ActRun

  beforeAll(async () => {
    weekly = weeklyRepository()
    await pushUpstream(weekly.base, { text: 'upstream 1\n' }, ['linux/amd64'])
    protect(weekly.fixture.remote)
    run = await weekly.run()
  }, 5 * MINUTES)

  afterAll(() => weekly.fixture.dispose())

  test('stays as it is, and nothing is built', async () => {
    expect(run.code).toBe(0)
    expect(run.jobs.map(job => job.id)).toEqual(['lock'])
    expect(weekly.fixture.git('ls-remote', 'bare', 'main')).toContain(weekly.fixture.git('rev-parse', 'HEAD'))
    expect(await published(`${weekly.prefix}/service:latest`)).toBeUndefined()
  })

  test('gets a pull request with the lock, made with the token of the job', () => {
    expect(rest.pullRequests).toMatchObject([
      { head: 'base-images/lock', base: 'main', title: 'Take in security updates' }
    ])
    expect(rest.pullRequests[0]?.body).toContain(weekly.base)
    expect(new Set(rest.authorizations)).toEqual(new Set([`token ${rig.token}`]))
    weekly.fixture.git('fetch', '-q', 'bare', 'base-images/lock')
    expect(weekly.fixture.git('diff', '--name-only', 'HEAD', 'FETCH_HEAD')).toBe(LOCK)
  })

  test('is told in the summary, with the reason and the address', () => {
    const { outputs, summary } = jobById(run, 'lock')
    expect(outputs['pull-request']).toBe('https://github.com/acme/fixture/pull/1')
    expect(outputs['commit']).toBe('')
    expect(summary).toContain('takes no push of this run')
    expect(summary).toContain('Protected branch update failed')
    expect(summary).toContain('https://github.com/acme/fixture/pull/1')
    expect(summary).toContain('close and reopen it')
  })

  test(
    'a week later the same pull request is brought up to date',
    async () => {
      const moved = await pushUpstream(weekly.base, { text: 'upstream 2\n' }, ['linux/amd64'])
      const again = await weekly.run()
      expect(again.code).toBe(0)
      expect(rest.pullRequests).toHaveLength(1)
      expect(jobById(again, 'lock').summary).toContain('a pull request was updated')
      weekly.fixture.git('fetch', '-q', 'bare', 'base-images/lock')
      expect(weekly.fixture.git('show', `FETCH_HEAD:${LOCK}`)).toContain(moved['linux/amd64'])
    },
    2 * MINUTES
  )

  test(
    'and may open no pull request: the run is red and says what to allow',
    async () => {
      const other = weeklyRepository()
      await pushUpstream(other.base, { text: 'upstream 1\n' }, ['linux/amd64'])
      protect(other.fixture.remote)
      const kept = (rest.pullRequests as unknown[]).splice(0)
      rest.forbidCreation = true
      const red = await other.run()
      rest.forbidCreation = false
      ;(rest.pullRequests as unknown[]).push(...kept)
      expect(red.code).not.toBe(0)
      const { result, summary, log } = jobById(red, 'lock')
      expect(result).toBe('failure')
      expect(log).toContain('GitHub Actions is not permitted to create or approve pull requests')
      expect(summary).toContain('allow GitHub Actions to create pull requests in the settings')
      expect(other.fixture.git('ls-remote', 'bare', 'base-images/lock')).not.toBe('')
      other.fixture.dispose()
    },
    2 * MINUTES
  )
})

describe('the caller', () => {
  test('that people copy does what the one of this repository does', () => {
    const own = parse(readFileSync(join(ROOT, '.github/workflows/weekly.yml'), 'utf8')) as object
    const names = /"name":"(?:lock|images)",?/g
    const plain = (workflow: object): string =>
      JSON.stringify(workflow)
        .replace(names, '')
        .replaceAll('$/', `${OWNER}/base-images/`)
        .replaceAll(`@${OWN_REF}`, '')
        .replace(/"description":"[^"]*"/, '')
    expect(plain(parse(weeklyCaller()) as object)).toBe(plain(own))
  })
})

/** Refuses every push to main, as a protected branch does. */
function protect(remote: string): void {
  const hook = join(remote, 'hooks', 'update')
  const words = 'GH006: Protected branch update failed for refs/heads/main.'
  writeFileSync(
    hook,
    `#!/bin/sh\nif [ "$1" = refs/heads/main ]; then echo "error: ${words}" >&2; exit 1; fi\n`
  )
  chmodSync(hook, 0o755)
}

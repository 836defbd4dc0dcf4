import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DEPTHS, UNTRUSTED } from '../../src/changes/untrusted.js'
import type { UntrustedId } from '../../src/changes/untrusted.js'
import { disposeRepositories, makeClone, makeRemote, makeRepository } from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'
import { ALL, checkOut, planIn, SHOP, ZERO } from './runs.js'
import type { Planned } from './runs.js'

afterAll(disposeRepositories)

const pullRequest = (base: string, head: string): { name: string; payload: unknown } => ({
  name: 'pull_request',
  payload: { pull_request: { base: { sha: base }, head: { sha: head } } }
})
const newBranch = (branch: string): { name: string; payload: unknown } => ({
  name: 'push',
  payload: { ref: `refs/heads/${branch}`, before: ZERO, repository: { default_branch: 'main' } }
})
const headOf = (repository: TestRepository): string => repository.git('rev-parse', 'HEAD').trim()
const WEB = (text: string): Readonly<Record<string, string>> => ({ 'images/web/index.html': text })

/**
 * A history of which a shallow clone shows a wrong merge base, with frequent merges from a side branch as in
 * https://github.com/thesofproject/linux/issues/2556. `s` is merged into main at m4; topic leaves at m5 and main goes on;
 * then both take up a newer commit of the side, which makes `s` the nearest common commit that shows.
 *
 * ```
 *   m1 ── m2(web) ── m3 ── m4 ── m5 ── m6 ── m7 ── main
 *     └─ s ───────────────┘ │ └─ t1(web back) ── t2 ── t3 ── topic
 *        ├─ s3 ─────────────┼──────────────────── into main  │
 *        └─ s2 ─────────────┴────────────────────────── into topic
 * ```
 */
interface Crossed {
  readonly remote: string
  readonly s: string
  readonly m5: string
  readonly main: string
  readonly topic: string
}

function crossed(): Crossed {
  const repository = makeRepository({ ...SHOP, ...WEB('one\n') })
  const from = (commit: string): void => {
    repository.git('checkout', '--quiet', '--detach', commit)
  }
  const merge = (commit: string): string => {
    repository.git('merge', '--quiet', '--no-ff', '--message=Merge', commit)
    return headOf(repository)
  }
  const m1 = headOf(repository)
  const s = repository.commit('s', { s: '1' })
  const s2 = repository.commit('s2', { s2: '1' })
  from(s)
  const s3 = repository.commit('s3', { s3: '1' })
  from(m1)
  repository.commit('m2', WEB('two\n'))
  repository.commit('m3')
  merge(s)
  const m5 = repository.commit('m5')
  repository.commit('m6')
  repository.commit('m7')
  const main = merge(s3)
  from(m5)
  repository.commit('t1', WEB('one\n'))
  repository.commit('t2')
  repository.commit('t3')
  const topic = merge(s2)
  repository.git('branch', '--force', 'topic', topic)
  repository.git('checkout', '--quiet', '-B', 'main', main)
  return { remote: makeRemote(repository), s, m5, main, topic }
}

describe('a shallow clone that shows a wrong merge base', () => {
  let history: Crossed
  beforeAll(() => {
    history = crossed()
  })

  const shallow = (): TestRepository => {
    const clone = checkOut(history.remote, history.topic, { depth: 3 })
    clone.git('fetch', '--quiet', '--depth=3', 'origin', '+main:refs/remotes/origin/main')
    return clone
  }

  test('is what git says without us: a comparison with it would find nothing changed', async () => {
    const { folder, git } = shallow()
    const wrong = git('merge-base', history.main, history.topic).trim()
    expect(wrong).toBe(history.s)
    expect((await planIn(folder, undefined, { base: wrong })).builds).toEqual([])
  })

  test('is deepened until the right one is certain', async () => {
    const clone = shallow()
    const planned = await planIn(clone.folder, pullRequest(history.main, history.topic))
    expect(planned).toMatchObject({ base: history.m5, builds: ['api', 'web'] })
    expect(planned.how).toBe('where the pull request left its base branch')
  })

  test('plans everything where it cannot be deepened', async () => {
    const clone = shallow()
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere/to/be/found')
    const planned = await planIn(clone.folder, pullRequest(history.main, history.topic))
    expect(planned).toMatchObject({ base: null, builds: ALL })
    expect(planned.how).toMatch(
      /^the clone is shallow, so a merge base cannot be trusted, and more history cannot be fetched: .*nowhere/
    )
  })

  test('plans everything on the command line, which does not fetch', async () => {
    const clone = shallow()
    const commits = clone.git('rev-list', '--count', 'HEAD')
    const planned = await planIn(clone.folder)
    expect(planned).toEqual({
      base: null,
      how: 'the clone is shallow, so a merge base cannot be trusted',
      builds: ALL
    })
    expect(clone.git('rev-list', '--count', 'HEAD')).toBe(commits)
  })
})

describe('a merge base in a shallow clone', () => {
  /** main with many commits, and a branch that left so many commits before its end. */
  function longAgo(commits: number): { remote: string; left: string; topic: string } {
    const repository = makeRepository(SHOP)
    const left = headOf(repository)
    repository.git('branch', 'topic')
    const tree = repository.git('write-tree').trim()
    const stream = Array.from({ length: commits }, (_, number) => {
      const from = number === 0 ? `from ${left}\n` : ''
      const who = `committer C <c@example.org> ${1_767_600_000 + number} +0000`
      return `commit refs/heads/main\n${who}\ndata 1\nm\n${from}`
    })
    repository.git('read-tree', tree)
    repository.write({ '.git/stream': `${stream.join('')}\n` })
    repository.git(
      '-c',
      'alias.feed=!git fast-import --quiet --force < "$(git rev-parse --git-dir)/stream"',
      'feed'
    )
    repository.git('checkout', '--quiet', '--force', 'topic')
    const topic = repository.commit('topic', WEB('topic\n'))
    repository.git('checkout', '--quiet', '--force', 'main')
    return { remote: makeRemote(repository), left, topic }
  }

  test.each([30, 150])('is found %d commits back by deepening', async commits => {
    const { remote, left, topic } = longAgo(commits)
    const planned = await planIn(checkOut(remote, topic).folder, newBranch('topic'))
    expect(planned).toMatchObject({ base: left, builds: ['api', 'web'] })
  })

  test('is not looked for without end: everything is planned, and the plan says so', async () => {
    const { remote, topic } = longAgo((DEPTHS.at(-1) ?? 0) + 100)
    const planned = await planIn(checkOut(remote, topic).folder, newBranch('topic'))
    expect(planned).toEqual({
      base: null,
      how: 'the clone is shallow, so a merge base cannot be trusted, even with 1000 commits fetched',
      builds: ALL
    })
  })

  /** A checkout of topic and main with so many commits each, which can fetch nothing more. */
  function cutOff(remote: string, head: string, depth: number): TestRepository {
    const clone = checkOut(remote, head, { depth })
    clone.git('fetch', '--quiet', `--depth=${depth}`, 'origin', '+main:refs/remotes/origin/main')
    expect(clone.git('rev-parse', '--is-shallow-repository').trim()).toBe('true')
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere/to/be/found')
    return clone
  }

  test('is certain without fetching when it lies above all that is cut off', async () => {
    const repository = makeRepository(SHOP)
    repository.commit('second')
    const left = repository.commit('third')
    repository.commit('main')
    const remote = makeRemote(repository)
    repository.git('checkout', '--quiet', '-b', 'topic', left)
    const topic = repository.commit('topic', WEB('topic\n'))
    repository.git('push', '--quiet', 'origin', 'topic')
    const clone = cutOff(remote, topic, 2)
    expect(await planIn(clone.folder, newBranch('topic'))).toMatchObject({ base: left })
  })

  test('is certain not to exist when first commits are all that lies at the edge', async () => {
    const repository = makeRepository(SHOP)
    repository.git('checkout', '--quiet', '--orphan', 'pages')
    const pages = repository.commit('pages')
    repository.git('checkout', '--quiet', 'main')
    const clone = cutOff(makeRemote(repository), pages, 1)
    expect(await planIn(clone.folder, newBranch('pages'))).toMatchObject({
      base: null,
      how: 'the branch origin/main and the head have no common history'
    })
  })
})

describe('no trustworthy base', () => {
  const CASES: Readonly<Record<Exclude<UntrustedId, 'too-shallow'>, () => Promise<Planned>>> = {
    missing: () => {
      // The server has dropped the commit of before a forced push.
      const repository = makeRepository(SHOP)
      const remote = makeRemote(repository)
      const payload = { ref: 'refs/heads/main', before: 'f'.repeat(40), forced: true }
      return planIn(checkOut(remote, headOf(repository)).folder, { name: 'push', payload })
    },
    unrelated: () => {
      const repository = makeRepository(SHOP)
      repository.git('checkout', '--quiet', '--orphan', 'pages')
      const pages = repository.commit('pages')
      repository.git('checkout', '--quiet', 'main')
      return planIn(checkOut(makeRemote(repository), pages).folder, newBranch('pages'))
    },
    several: () => {
      const repository = makeRepository(SHOP)
      repository.git('checkout', '--quiet', '-b', 'topic')
      const topic = repository.commit('topic', { t: '1' })
      repository.git('checkout', '--quiet', 'main')
      const main = repository.commit('main', { m: '1' })
      repository.git('merge', '--quiet', '--no-ff', '--message=Merge', topic)
      repository.git('checkout', '--quiet', 'topic')
      repository.git('merge', '--quiet', '--no-ff', '--message=Merge', main)
      return planIn(checkOut(makeRemote(repository), headOf(repository)).folder, newBranch('topic'))
    },
    'not-deepened': () => {
      const repository = makeRepository(SHOP)
      repository.commit('second')
      const base = headOf(repository)
      repository.git('checkout', '--quiet', '-b', 'topic', 'HEAD~1')
      const topic = repository.commit('topic', WEB('topic\n'))
      const clone = checkOut(makeRemote(repository), topic)
      clone.git('fetch', '--quiet', '--depth=1', 'origin', base)
      clone.git('remote', 'remove', 'origin')
      return planIn(clone.folder, pullRequest(base, topic))
    },
    shallow: () => {
      const repository = makeRepository(SHOP)
      repository.commit('second')
      repository.git('checkout', '--quiet', '-b', 'topic')
      repository.commit('topic', WEB('topic\n'))
      const remote = makeRemote(repository)
      return planIn(makeClone(remote, '--depth=1', '--no-single-branch', '--branch=topic').folder)
    },
    'parent-missing': () => {
      const repository = makeRepository(SHOP)
      repository.commit('second')
      return planIn(makeClone(makeRemote(repository), '--depth=1').folder)
    }
  }

  // The one of a branch that left too long ago is above.
  test.each(UNTRUSTED.filter(row => row.id !== 'too-shallow'))(
    '$id: everything is planned, and the plan says: $how',
    async ({ id, how }) => {
      const planned = await CASES[id]()
      const pattern = how.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replace(/\{\w+\}/g, '.+')
      expect(planned).toMatchObject({ base: null, builds: ALL })
      expect(planned.how).toMatch(new RegExp(`^${pattern}$`))
    }
  )
})

test('the depths are in order, so that each fetch brings more', () => {
  expect([...DEPTHS].sort((a, b) => a - b)).toEqual([...DEPTHS])
})

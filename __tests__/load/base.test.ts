import { afterAll, describe, expect, test } from '@jest/globals'
import { eventOf } from '../../src/changes/event.js'
import type { RunEvent } from '../../src/changes/event.js'
import { openGit } from '../../src/io/git.js'
import { findBase } from '../../src/load/base.js'
import type { FoundBase, MissingBase } from '../../src/load/base.js'
import {
  disposeRepositories,
  makeClone,
  makeRemote,
  makeRepository,
  openRepository
} from '../support/repository.js'
import type { TestRepository } from '../support/repository.js'

afterAll(disposeRepositories)

const LOCAL: RunEvent = { kind: 'local' }
const ZERO = '0'.repeat(40)

async function find(
  repository: TestRepository,
  event: RunEvent,
  options: { readonly dirty?: boolean; readonly head?: string } = {}
): Promise<FoundBase | MissingBase> {
  const git = await openGit(repository.folder)
  const head = await git?.resolve(options.head ?? 'HEAD')
  if (git === undefined || head === undefined) throw new Error('the test has no repository or no head')
  return findBase(git, event, head, options.dirty ?? false)
}

const pullRequest = (base: string, head: string): RunEvent =>
  eventOf('pull_request', { pull_request: { base: { sha: base }, head: { sha: head } } })
const push = (before: string, branch = 'main'): RunEvent =>
  eventOf('push', { ref: `refs/heads/${branch}`, before, repository: { default_branch: 'main' } })

describe('a local run', () => {
  test('on a branch is compared with where it left the default branch of the remote', async () => {
    const repository = makeRepository({ a: '1' })
    const left = repository.commit('on main', { a: '2' })
    makeRemote(repository)
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit('one', { b: '1' })
    repository.commit('two', { b: '2' })
    expect(await find(repository, LOCAL)).toEqual({
      commit: left,
      how: "where the branch left the remote's default branch"
    })
  })

  test('does not see what the default branch got since', async () => {
    const repository = makeRepository({ a: '1' })
    const left = repository.git('rev-parse', 'HEAD').trim()
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit('topic', { b: '1' })
    repository.git('checkout', '--quiet', 'main')
    repository.commit('main goes on', { a: '2' })
    makeRemote(repository)
    repository.git('checkout', '--quiet', 'topic')
    expect(await find(repository, LOCAL)).toMatchObject({ commit: left })
  })

  test('on the default branch with uncommitted work is compared with the last commit', async () => {
    const repository = makeRepository({ a: '1' })
    makeRemote(repository)
    const head = repository.git('rev-parse', 'HEAD').trim()
    expect(await find(repository, LOCAL, { dirty: true })).toEqual({ commit: head, how: 'the last commit' })
  })

  test('on the default branch without uncommitted work is compared with the commit before', async () => {
    const repository = makeRepository({ a: '1' })
    const before = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('second')
    makeRemote(repository)
    expect(await find(repository, LOCAL)).toEqual({ commit: before, how: 'the commit before' })
  })

  test('behind the default branch is compared with the commit before, not with itself', async () => {
    const repository = makeRepository({ a: '1' })
    const first = repository.git('rev-parse', 'HEAD').trim()
    const second = repository.commit('second')
    repository.commit('third')
    makeRemote(repository)
    repository.git('checkout', '--quiet', '-b', 'behind', second)
    expect(await find(repository, LOCAL)).toEqual({ commit: first, how: 'the commit before' })
  })

  test('with commits that are not pushed is compared with what is', async () => {
    const repository = makeRepository({ a: '1' })
    makeRemote(repository)
    const pushed = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('second')
    repository.commit('third')
    expect(await find(repository, LOCAL)).toMatchObject({ commit: pushed })
  })

  test('without a remote is compared with the commit before', async () => {
    const repository = makeRepository({ a: '1' })
    const before = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('second')
    expect(await find(repository, LOCAL)).toMatchObject({ commit: before })
  })

  test.each(['main', 'master'])(
    'without a remote, on a branch, is compared with where that left the local %s',
    async name => {
      const repository = makeRepository({ a: '1' })
      repository.git('branch', '--quiet', '--move', name)
      const left = repository.commit('left here', { a: '2' })
      repository.git('checkout', '--quiet', '-b', 'feature')
      repository.commit('one', { b: '1' })
      repository.commit('two', { b: '2' })
      repository.git('checkout', '--quiet', name)
      repository.commit('goes on', { a: '3' })
      repository.git('checkout', '--quiet', 'feature')
      const found = { commit: left, how: `where the branch left the local branch ${name}` }
      expect(await find(repository, LOCAL)).toEqual(found)
      expect(await find(repository, LOCAL, { dirty: true })).toEqual(found)
    }
  )

  test('without a remote, on main, does not look at an old master', async () => {
    const repository = makeRepository({ a: '1' })
    repository.git('branch', '--quiet', 'master')
    const before = repository.commit('second')
    const head = repository.commit('third')
    expect(await find(repository, LOCAL)).toEqual({ commit: before, how: 'the commit before' })
    expect(await find(repository, LOCAL, { dirty: true })).toEqual({ commit: head, how: 'the last commit' })
  })

  test('without a remote, behind main or with no history in common, is compared with the commit before', async () => {
    const repository = makeRepository({ a: '1' })
    const first = repository.git('rev-parse', 'HEAD').trim()
    const second = repository.commit('second')
    repository.commit('third')
    repository.git('checkout', '--quiet', '-b', 'behind', second)
    expect(await find(repository, LOCAL)).toEqual({ commit: first, how: 'the commit before' })
    repository.git('checkout', '--quiet', '--orphan', 'other')
    const other = repository.commit('other history', { b: '1' })
    repository.commit('and on', { b: '2' })
    expect(await find(repository, LOCAL)).toEqual({ commit: other, how: 'the commit before' })
  })

  test('with a default branch of the remote does not look at the local one', async () => {
    const repository = makeRepository({ a: '1' })
    const before = repository.commit('second')
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit('topic', { b: '1' })
    makeRemote(repository)
    repository.git('push', '--quiet', 'origin', 'topic:main')
    repository.git('fetch', '--quiet', 'origin')
    expect(await find(repository, LOCAL)).toEqual({ commit: before, how: 'the commit before' })
  })

  test('without a remote, on a branch that was merged crosswise with main, plans everything', async () => {
    const repository = makeRepository({ a: '1' })
    repository.git('checkout', '--quiet', '-b', 'feature')
    const feature = repository.commit('feature', { b: '1' })
    repository.git('checkout', '--quiet', 'main')
    const main = repository.commit('main', { c: '1' })
    repository.git('merge', '--quiet', '--no-ff', '--message=Merge', feature)
    repository.git('checkout', '--quiet', 'feature')
    repository.git('merge', '--quiet', '--no-ff', '--message=Merge', main)
    expect(await find(repository, LOCAL)).toEqual({
      commit: null,
      how: 'the branch main and the head have several best common commits, so none of them can be trusted'
    })
  })

  test('at the first commit has no base, and says so', async () => {
    const repository = makeRepository({ a: '1' })
    expect(await find(repository, LOCAL)).toEqual({ commit: null, how: 'this is the first commit' })
  })

  test('in a shallow clone does not call its oldest commit the first', async () => {
    const repository = makeRepository({ a: '1' })
    repository.commit('second')
    const clone = makeClone(makeRemote(repository), '--depth=1')
    expect(await find(clone, LOCAL)).toEqual({
      commit: null,
      how: 'the commit before is not in this clone'
    })
  })
})

describe('--base', () => {
  test.each(['HEAD~1', 'main~1', 'v1'])('takes a revision as git does: %s', async revision => {
    const repository = makeRepository({ a: '1' })
    repository.git('tag', '--annotate', '--message=1', 'v1')
    const first = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('second')
    expect(await find(repository, { kind: 'given', base: revision })).toEqual({
      commit: first,
      how: 'given by --base'
    })
  })

  test.each(['nope', 'f'.repeat(40), '--help', 'HEAD:a', '', 'HEAD\nHEAD', 'main..HEAD'])(
    'that names no commit (%j) is a mistake, not a reason to build everything',
    async revision => {
      const repository = makeRepository({ a: '1' })
      expect(await find(repository, { kind: 'given', base: revision })).toEqual({ missing: revision })
    }
  )
})

describe('a push', () => {
  test('is compared with the commit before it', async () => {
    const repository = makeRepository({ a: '1' })
    const before = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('one')
    repository.commit('two')
    expect(await find(repository, push(before))).toEqual({
      commit: before,
      how: 'the commit before the push'
    })
  })

  test('in a shallow clone fetches that commit', async () => {
    const repository = makeRepository({ a: '1' })
    const before = repository.git('rev-parse', 'HEAD').trim()
    repository.commit('one')
    repository.commit('two')
    const clone = makeClone(makeRemote(repository), '--depth=1')
    expect(() => clone.git('cat-file', '-e', before)).toThrow()
    expect(await find(clone, push(before))).toMatchObject({ commit: before })
  })

  test('that was forced away and is gone everywhere plans everything, and says so', async () => {
    const repository = makeRepository({ a: '1' })
    makeRemote(repository)
    expect(await find(repository, push('f'.repeat(40)))).toEqual({
      commit: null,
      how: 'the commit before the push (ffffffffffff) is not in this clone and cannot be fetched: the server does not have it'
    })
  })

  test('that was forced away is fetched by its id, and a complete clone stays complete', async () => {
    const repository = makeRepository({ a: '1' })
    const remote = makeRemote(repository)
    const clone = makeClone(remote)
    const other = openRepository(repository.folder)
    const gone = other.commit('forced away later', { b: '1' })
    other.git('push', '--quiet', 'origin', 'HEAD:refs/heads/lost')
    other.git('push', '--quiet', 'origin', ':refs/heads/lost')
    expect(await find(clone, push(gone))).toMatchObject({ commit: gone })
    expect(clone.git('rev-parse', '--is-shallow-repository').trim()).toBe('false')
  })

  test('of a new branch is compared with where it left the default branch', async () => {
    const repository = makeRepository({ a: '1' })
    const left = repository.git('rev-parse', 'HEAD').trim()
    makeRemote(repository)
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit('one', { b: '1' })
    expect(await find(repository, push(ZERO, 'topic'))).toEqual({
      commit: left,
      how: 'where the new branch left the default branch'
    })
  })

  test('of a new branch without the default branch in the clone plans everything', async () => {
    const repository = makeRepository({ a: '1' })
    expect(await find(repository, push(ZERO, 'topic'))).toEqual({
      commit: null,
      how: 'the branch origin/main is not in this clone and cannot be fetched: there is no remote `origin`'
    })
  })

  test('of a branch that shares no history plans everything', async () => {
    const repository = makeRepository({ a: '1' })
    makeRemote(repository)
    repository.git('checkout', '--quiet', '--orphan', 'pages')
    repository.commit('other history', { b: '1' })
    expect(await find(repository, push(ZERO, 'pages'))).toMatchObject({ commit: null })
  })
})

describe('a pull request', () => {
  /** main: first, second; topic leaves at first; merge as GitHub makes it. */
  function branched(): {
    readonly repository: TestRepository
    readonly first: string
    readonly second: string
    readonly topic: string
    readonly merge: string
  } {
    const repository = makeRepository({ a: '1' })
    const first = repository.git('rev-parse', 'HEAD').trim()
    repository.git('checkout', '--quiet', '-b', 'topic')
    const topic = repository.commit('topic', { b: '1' })
    repository.git('checkout', '--quiet', 'main')
    const second = repository.commit('second', { a: '2' })
    repository.git('checkout', '--quiet', '--detach')
    repository.git('merge', '--quiet', '--no-ff', '--message=Merge', 'topic')
    return { repository, first, second, topic, merge: repository.git('rev-parse', 'HEAD').trim() }
  }

  test('at its merge commit is compared with the first parent', async () => {
    const { repository, second, topic } = branched()
    expect(await find(repository, pullRequest(second, topic))).toEqual({
      commit: second,
      how: 'first parent of the pull request merge commit'
    })
  })

  test('at its merge commit in a shallow clone fetches the first parent and knows it by its id', async () => {
    const { repository, second, topic, merge } = branched()
    repository.git('branch', 'pull', merge)
    const clone = makeClone(makeRemote(repository), '--depth=1', '--branch=pull')
    expect(await find(clone, pullRequest(second, topic))).toMatchObject({ commit: second })
  })

  test('whose event speaks of an older base is compared with what it is really merged into', async () => {
    const { repository, first, second, topic } = branched()
    expect(await find(repository, pullRequest(first, topic))).toMatchObject({ commit: second })
  })

  test('whose head is checked out is compared with where it left its base branch', async () => {
    const { repository, first, second, topic } = branched()
    expect(await find(repository, pullRequest(second, topic), { head: topic })).toEqual({
      commit: first,
      how: 'where the pull request left its base branch'
    })
  })
})

test('a merge group is compared with its base', async () => {
  const repository = makeRepository({ a: '1' })
  const base = repository.git('rev-parse', 'HEAD').trim()
  repository.commit('group')
  expect(await find(repository, eventOf('merge_group', { merge_group: { base_sha: base } }))).toEqual({
    commit: base,
    how: 'base of the merge group'
  })
})

test('a schedule has no base', async () => {
  const repository = makeRepository({ a: '1' })
  repository.commit('second')
  expect(await find(repository, eventOf('schedule', {}))).toEqual({
    commit: null,
    how: 'event schedule compares with no commit'
  })
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SITUATIONS } from '../../src/changes/situations.js'
import type { SituationId } from '../../src/changes/situations.js'
import { disposeRepositories, makeClone, makeRepository, temporaryFolder } from '../support/repository.js'
import { ALL, checkOut, makeForge, planIn, SHOP, ZERO } from './runs.js'
import type { Forge, Planned } from './runs.js'

let forge: Forge

beforeAll(() => {
  forge = makeForge()
})
afterAll(disposeRepositories)

type Ids = Forge['id']

interface Case {
  readonly row: SituationId
  readonly what: string
  readonly run: (id: Ids) => Promise<Planned>
  readonly base: (id: Ids) => string | null
  readonly builds: readonly string[]
}

const pullRequest = (base: string, head: string): { name: string; payload: unknown } => ({
  name: 'pull_request',
  payload: { pull_request: { base: { ref: 'main', sha: base }, head: { sha: head } } }
})
const push = (before: string, branch = 'main', more = {}): { name: string; payload: unknown } => ({
  name: 'push',
  payload: { ref: `refs/heads/${branch}`, before, repository: { default_branch: 'main' }, ...more }
})
const at = (commit: string, depth?: number | 'all'): string =>
  checkOut(forge.remote, commit, depth === undefined ? {} : { depth }).folder

const CASES: readonly Case[] = [
  {
    row: 'given',
    what: 'a dispatch with the input base, which is fetched by its id',
    run: id => planIn(at(id.m2), { name: 'workflow_dispatch', payload: {} }, { base: id.m1 }),
    base: id => id.m1,
    builds: ['alone']
  },
  {
    row: 'pull-request-merge',
    what: 'a checkout of one commit',
    run: id => planIn(at(id.merge), pullRequest(id.m2, id.t2)),
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'pull-request-merge',
    what: 'a checkout of two commits',
    run: id => planIn(at(id.merge, 2), pullRequest(id.m2, id.t2)),
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'pull-request-merge',
    what: 'a base branch that moved after the event was made',
    run: id => planIn(at(id.merge), pullRequest(id.m1, id.t2)),
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'pull-request-merge',
    what: 'a fork',
    run: id => planIn(at(id.forkMerge), pullRequest(id.m2, id.f1)),
    base: id => id.m2,
    builds: ['tools']
  },
  {
    row: 'pull-request-head',
    what: 'the head of a pull request, one commit deep: the base branch has moved, which is not its change',
    run: id => planIn(at(id.t2), pullRequest(id.m2, id.t2)),
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'pull-request-head',
    what: 'the head of a fork with the whole history',
    run: id => planIn(at(id.f1, 'all'), pullRequest(id.m2, id.f1)),
    base: id => id.m1,
    builds: ['tools']
  },
  {
    row: 'push',
    what: 'one commit, in a checkout of one commit',
    run: id => planIn(at(id.m2), push(id.m1)),
    base: id => id.m1,
    builds: ['alone']
  },
  {
    row: 'push',
    what: 'many commits, of which the last changes no image',
    run: id => planIn(at(id.t2, 2), push(id.m1, 'topic')),
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'push',
    what: 'a merge: all that it brings in',
    run: id => planIn(at(id.merge), push(id.m2)),
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'push',
    what: 'a forced push: the commit before is on no branch any more and fetched by its id',
    run: id => planIn(at(id.rewritten), push(id.old, 'feature', { forced: true })),
    base: id => id.old,
    builds: ['api', 'tools']
  },
  {
    row: 'push',
    what: 'a rewritten history that shares no commit with the old one',
    run: id => planIn(at(id.pages), push(id.m1, 'pages', { forced: true })),
    base: id => id.m1,
    builds: ['alone', 'tools']
  },
  {
    row: 'push-new-branch',
    what: 'a checkout of one commit: the default branch is fetched and deepened',
    run: id => planIn(at(id.t2), push(ZERO, 'topic')),
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'push-new-branch',
    what: 'the whole history',
    run: id => planIn(at(id.t2, 'all'), push(ZERO, 'topic')),
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'push-first',
    what: 'the first push of a new repository',
    run: id => planIn(at(id.m2, 'all'), push(ZERO)),
    base: () => null,
    builds: ALL
  },
  {
    row: 'push-unknown-default',
    what: 'a payload without the default branch',
    run: id => planIn(at(id.t2), push(ZERO, 'topic', { repository: {} })),
    base: () => null,
    builds: ALL
  },
  {
    row: 'deleted',
    what: 'a branch that is gone; the default branch is checked out',
    run: id => planIn(at(id.m2), push(id.t2, 'topic', { after: ZERO, deleted: true })),
    base: id => id.m2,
    builds: []
  },
  {
    row: 'tag',
    what: 'a new tag',
    run: id => planIn(at(id.m2), push(ZERO, '', { ref: 'refs/tags/v1' })),
    base: () => null,
    builds: ALL
  },
  {
    row: 'merge-group',
    what: 'a checkout of one commit',
    run: id => planIn(at(id.merge), { name: 'merge_group', payload: { merge_group: { base_sha: id.m2 } } }),
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'schedule',
    what: 'the weekly run',
    run: id => planIn(at(id.m2), { name: 'schedule', payload: { schedule: '0 3 * * 1' } }),
    base: () => null,
    builds: ALL
  },
  {
    row: 'dispatch',
    what: 'no inputs',
    run: id => planIn(at(id.m2), { name: 'workflow_dispatch', payload: { inputs: null } }),
    base: () => null,
    builds: ALL
  },
  {
    row: 'unreadable',
    what: 'a payload that names an option in place of a commit',
    run: id => planIn(at(id.m2), push('--upload-pack=false')),
    base: () => null,
    builds: ALL
  },
  {
    row: 'other',
    what: 'an event that is not known',
    run: id => planIn(at(id.m2), { name: 'workflow_run', payload: {} }),
    base: () => null,
    builds: ALL
  },
  {
    row: 'local-branch',
    what: 'a branch with uncommitted work',
    run: id => {
      const clone = makeClone(forge.remote, '--branch=topic')
      clone.write({ 'images/tools/Dockerfile': 'FROM ghcr.io/acme/base\nRUN :\n' })
      expect(clone.git('rev-parse', 'HEAD').trim()).toBe(id.t2)
      return planIn(clone.folder)
    },
    base: id => id.m1,
    builds: ['api', 'tools', 'web']
  },
  {
    row: 'local-branch',
    what: 'a second work tree of the same repository, with a detached head',
    run: id => {
      const folder = temporaryFolder('worktree')
      makeClone(forge.remote).git('worktree', 'add', '--quiet', '--detach', folder, id.t2)
      return planIn(folder)
    },
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'local-changes',
    what: 'the default branch with a file that is not added yet',
    run: () => {
      const clone = makeClone(forge.remote)
      clone.write({ 'images/web/new.html': 'new\n' })
      return planIn(clone.folder)
    },
    base: id => id.m2,
    builds: ['api', 'web']
  },
  {
    row: 'local-clean',
    what: 'the default branch as it is',
    run: () => planIn(makeClone(forge.remote).folder),
    base: id => id.m1,
    builds: ['alone']
  },
  {
    row: 'local-default',
    what: 'a branch of two commits in a repository without a remote',
    run: id => {
      const clone = makeClone(forge.remote)
      clone.git('remote', 'remove', 'origin')
      clone.git('checkout', '--quiet', '-b', 'feature', id.t2)
      return planIn(clone.folder)
    },
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'local-clean',
    what: 'a repository with neither a remote nor a default branch, with a detached head',
    run: id => {
      const clone = makeClone(forge.remote)
      clone.git('remote', 'remove', 'origin')
      clone.git('checkout', '--quiet', '--detach', id.t1)
      clone.git('branch', '--quiet', '-D', 'main')
      return planIn(clone.folder)
    },
    base: id => id.m1,
    builds: ['api', 'web']
  },
  {
    row: 'local-first',
    what: 'a new repository',
    run: () => planIn(makeRepository(SHOP).folder),
    base: () => null,
    builds: ALL
  }
]

describe('the event table, on real repositories', () => {
  test('has a case for every row', () => {
    expect([...new Set(CASES.map(each => each.row))].sort()).toEqual(SITUATIONS.map(row => row.id).sort())
  })

  test.each(CASES)('$row: $what', async ({ row, run, base, builds }) => {
    const planned = await run(forge.id)
    const how: string = SITUATIONS.find(each => each.id === row)?.how ?? ''
    const pattern = how.replace(/[.*+?^$()[\]\\|]/g, '\\$&').replace(/\{\w+\}/, '[a-z_ ]+')
    expect(planned.how).toMatch(new RegExp(`^${pattern}$`))
    expect({ base: planned.base, builds: planned.builds }).toEqual({ base: base(forge.id), builds })
  })

  test('a dispatch with the input images builds these and leaves out what is unrelated', async () => {
    const event = { name: 'workflow_dispatch', payload: { inputs: { images: 'web' } } }
    const planned = await planIn(at(forge.id.m2), event, { images: ['web'] })
    expect(planned).toMatchObject({ base: null, how: 'a dispatch compares with no commit' })
    expect(planned.builds).toContain('web')
    expect(planned.builds).not.toContain('alone')
  })
})

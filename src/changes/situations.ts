import type { CommitInfo } from '../ports.js'
import { isZero } from './event.js'
import type { RunEvent } from './event.js'

/** How the base is found: one commit, a merge base, not at all (everything), or there is nothing to compare. */
type Find = 'commit' | 'merge-base' | 'none' | 'nothing'

/** How to find the base; `how` is told to the person who reads the plan. */
export type BaseRule =
  | { readonly kind: 'commit'; readonly revision: string; readonly how: string }
  | { readonly kind: 'merge-base'; readonly with: readonly string[]; readonly how: string }
  /** No base: everything is planned. */
  | { readonly kind: 'none'; readonly how: string }
  /** The head is compared with itself: nothing is planned. */
  | { readonly kind: 'nothing'; readonly how: string }

/** One row of the event table. The first row that applies decides; `docs/events.md` is held against the same rows. */
export interface Situation {
  readonly id: string
  /** What the run was started by, in words. */
  readonly event: string
  /** What tells the row from others of its event. */
  readonly when: string
  readonly find: Find
  /** The commit that is compared with, in words. */
  readonly base: string
  /** What the plan says; `{…}` is filled in. */
  readonly how: string
  /** What follows when that commit is not to be had. */
  readonly otherwise: string
  /** The commits or references that the rule needs; undefined when the row does not apply. */
  readonly needs: (event: RunEvent, head: CommitInfo) => readonly string[] | undefined
}

const EVERYTHING = 'everything'

/** The event table: from what started a run to the commit it is compared with. Order matters. */
export const SITUATIONS = [
  {
    id: 'given',
    event: 'any',
    when: '`--base`, or the input `base` (a dispatch may pass it)',
    find: 'commit',
    base: 'that commit',
    how: 'given by --base',
    otherwise: 'error [E001](rules/E001.md)',
    needs: event => (event.kind === 'given' ? [event.base] : undefined)
  },
  {
    id: 'pull-request-merge',
    event: '`pull_request`, `pull_request_review`, `pull_request_review_comment`',
    when: 'the merge commit is checked out, as by default; from forks too, and when the base branch has moved',
    find: 'commit',
    base: 'its first parent',
    how: 'first parent of the pull request merge commit',
    otherwise: EVERYTHING,
    needs: (event, head) => {
      const [first, second] = head.parents
      const isMerge = event.kind === 'pull-request' && second === event.head && head.parents.length === 2
      return isMerge && first !== undefined ? [first] : undefined
    }
  },
  {
    id: 'pull-request-head',
    event: 'the same',
    when: 'another commit is checked out, such as the head of the pull request',
    find: 'merge-base',
    base: 'merge base with `pull_request.base.sha`',
    how: 'where the pull request left its base branch',
    otherwise: EVERYTHING,
    needs: event => (event.kind === 'pull-request' ? [event.base] : undefined)
  },
  {
    id: 'merge-group',
    event: '`merge_group`',
    when: '',
    find: 'commit',
    base: '`merge_group.base_sha`',
    how: 'base of the merge group',
    otherwise: EVERYTHING,
    needs: event => (event.kind === 'merge-group' ? [event.base] : undefined)
  },
  {
    id: 'deleted',
    event: '`push`',
    when: 'a branch or tag was deleted',
    find: 'nothing',
    base: 'the head itself: nothing to do',
    how: 'a branch or tag was deleted, so there is nothing to do',
    otherwise: '',
    needs: event => (event.kind === 'deleted' ? [] : undefined)
  },
  {
    id: 'tag',
    event: '`push`',
    when: 'a tag',
    find: 'none',
    base: EVERYTHING,
    how: 'a tag was pushed',
    otherwise: '',
    needs: event => (event.kind === 'tag' ? [] : undefined)
  },
  {
    id: 'push',
    event: '`push`',
    when: 'a branch that was there before: one commit or many, a merge, a forced push, a rewritten history',
    find: 'commit',
    base: '`before`',
    how: 'the commit before the push',
    otherwise: EVERYTHING,
    needs: event => (event.kind === 'push' && !isZero(event.before) ? [event.before] : undefined)
  },
  {
    id: 'push-first',
    event: '`push`',
    when: 'the default branch, for the first time (`before` is zero)',
    find: 'none',
    base: EVERYTHING,
    how: 'the default branch was pushed for the first time',
    otherwise: '',
    // Its merge base with itself would be the head, and nothing affected.
    needs: event =>
      event.kind === 'push' && event.ref === `refs/heads/${event.defaultBranch ?? ''}` ? [] : undefined
  },
  {
    id: 'push-new-branch',
    event: '`push`',
    when: 'a new branch (`before` is zero)',
    find: 'merge-base',
    base: 'merge base with the default branch',
    how: 'where the new branch left the default branch',
    otherwise: EVERYTHING,
    needs: event =>
      event.kind === 'push' && event.defaultBranch !== undefined
        ? [`refs/remotes/origin/${event.defaultBranch}`]
        : undefined
  },
  {
    id: 'push-unknown-default',
    event: '`push`',
    when: 'a new branch, and the event names no usable default branch',
    find: 'none',
    base: EVERYTHING,
    how: 'a new branch, and the default branch is not known',
    otherwise: '',
    needs: event => (event.kind === 'push' ? [] : undefined)
  },
  {
    id: 'schedule',
    event: '`schedule`',
    when: '',
    find: 'none',
    base: EVERYTHING,
    how: 'event schedule compares with no commit',
    otherwise: '',
    needs: event => (event.kind === 'schedule' ? [] : undefined)
  },
  {
    id: 'dispatch',
    event: '`workflow_dispatch`, `repository_dispatch`',
    when: 'without the input `base`; the input `images` selects',
    find: 'none',
    base: EVERYTHING,
    how: 'a dispatch compares with no commit',
    otherwise: '',
    needs: event => (event.kind === 'dispatch' ? [] : undefined)
  },
  {
    id: 'unreadable',
    event: '`pull_request`, `push`, `merge_group`',
    when: 'the event lacks a commit id, or has something else in its place',
    find: 'none',
    base: EVERYTHING,
    how: 'the event names no {lacks}',
    otherwise: '',
    needs: event => (event.kind === 'unreadable' ? [] : undefined)
  },
  {
    id: 'other',
    event: 'any other',
    when: 'such as `release`, `workflow_run`, `pull_request_target`',
    find: 'none',
    base: EVERYTHING,
    how: 'event {name} compares with no commit',
    otherwise: '',
    needs: event => (event.kind === 'other' ? [] : undefined)
  },
  {
    id: 'local-branch',
    event: 'command line',
    when: 'commits that the default branch of `origin` does not have',
    find: 'merge-base',
    base: 'merge base with `origin/HEAD`, `origin/main` or `origin/master`',
    how: "where the branch left the remote's default branch",
    otherwise: EVERYTHING,
    needs: event =>
      event.kind === 'local'
        ? ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']
        : undefined
  },
  {
    id: 'local-default',
    event: 'command line',
    when: 'commits that the local default branch does not have, where `origin` shows none',
    find: 'merge-base',
    base: 'merge base with the local `main`, or else `master`',
    how: 'where the branch left the local branch {branch}',
    otherwise: EVERYTHING,
    needs: afterLocalBranch
  },
  {
    id: 'local-changes',
    event: 'command line',
    when: 'none of these (or no remote), and files are changed',
    find: 'commit',
    base: 'the last commit',
    how: 'the last commit',
    otherwise: '',
    needs: afterLocalBranch
  },
  {
    id: 'local-clean',
    event: 'command line',
    when: 'none of these (or no remote), and no file is changed',
    find: 'commit',
    base: 'the first parent of the last commit',
    how: 'the commit before',
    otherwise: EVERYTHING,
    needs: afterLocalBranch
  },
  {
    id: 'local-first',
    event: 'command line',
    when: 'the first commit, and no file is changed',
    find: 'none',
    base: EVERYTHING,
    how: 'this is the first commit',
    otherwise: '',
    needs: afterLocalBranch
  }
] as const satisfies readonly Situation[]

/** The name of a row. */
export type SituationId = (typeof SITUATIONS)[number]['id']

/** The base commit's rule for an event at a head commit: the first row of the table that applies. */
export function baseRule(event: RunEvent, head: CommitInfo): BaseRule {
  for (const situation of SITUATIONS as readonly Situation[]) {
    const needs = situation.needs(event, head)
    if (needs === undefined) continue
    const how = filled(situation.how, event)
    if (situation.find === 'merge-base') return { kind: 'merge-base', with: needs, how }
    const [revision] = needs
    if (situation.find === 'commit' && revision !== undefined) return { kind: 'commit', revision, how }
    return { kind: situation.find === 'nothing' ? 'nothing' : 'none', how }
  }
  return { kind: 'none', how: 'the event is in no row of the table' }
}

/** What the plan says about a row as it stands in the table. */
export function howOf(id: SituationId): string {
  return SITUATIONS.find(situation => situation.id === id)?.how ?? id
}

/** The rows of a local run below the first: which of them it is shows only in the clone, so `load/base` decides. */
function afterLocalBranch(): undefined {
  return undefined
}

function filled(how: string, event: RunEvent): string {
  if (event.kind === 'other') return how.replace('{name}', event.name)
  return event.kind === 'unreadable' ? how.replace('{lacks}', event.lacks) : how
}

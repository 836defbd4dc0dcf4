import type { CommitInfo } from '../ports.js'

/** What started the run, as far as the choice of a base commit needs it. */
export type RunEvent =
  | { readonly kind: 'pull-request'; readonly base: string; readonly head: string }
  | {
      readonly kind: 'push'
      /** All zeros for a new branch. */
      readonly before: string
      readonly defaultBranch: string | undefined
    }
  | { readonly kind: 'merge-group'; readonly base: string }
  /** Runs that compare nothing: schedule, tag, dispatch, or an event we do not know. */
  | { readonly kind: 'whole'; readonly why: string }
  | { readonly kind: 'local' }
  /** The user named the base. */
  | { readonly kind: 'given'; readonly base: string }

/** How to find the base; `how` is told to the person who reads the plan. */
export type BaseRule =
  | { readonly kind: 'commit'; readonly revision: string; readonly how: string }
  | { readonly kind: 'merge-base'; readonly with: readonly string[]; readonly how: string }
  | { readonly kind: 'none'; readonly how: string }

const ZERO = /^0+$/
const COMMIT = /^[0-9a-f]{40,64}$/

/**
 * Reads the webhook payload of a workflow run. Everything in it is somebody else's text: a field that is no commit id
 * makes the run a `whole` one, never a guess. Fields: docs.github.com "Webhook events and payloads".
 */
export function eventOf(name: string, payload: unknown): RunEvent {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review': {
      const base = commitAt(payload, ['pull_request', 'base', 'sha'])
      const head = commitAt(payload, ['pull_request', 'head', 'sha'])
      if (base === undefined || head === undefined) return whole('the event names no base commit')
      return { kind: 'pull-request', base, head }
    }
    case 'push': {
      const ref = textAt(payload, ['ref']) ?? ''
      if (ref.startsWith('refs/tags/')) return whole('a tag was pushed')
      const before = commitAt(payload, ['before'])
      if (before === undefined) return whole('the event names no commit before the push')
      return { kind: 'push', before, defaultBranch: textAt(payload, ['repository', 'default_branch']) }
    }
    case 'merge_group': {
      const base = commitAt(payload, ['merge_group', 'base_sha'])
      return base === undefined ? whole('the event names no base commit') : { kind: 'merge-group', base }
    }
    default:
      return whole(`event ${/^[a-z_]+$/.test(name) ? name : '(unknown)'} compares with no commit`)
  }
}

/** The base commit's rule for an event at a head commit: the table of the design, §4.1. */
export function baseRule(event: RunEvent, head: CommitInfo): BaseRule {
  switch (event.kind) {
    case 'pull-request':
      return pullRequestRule(event, head)
    case 'push':
      return pushRule(event)
    case 'merge-group':
      return { kind: 'commit', revision: event.base, how: 'base of the merge group' }
    case 'given':
      return { kind: 'commit', revision: event.base, how: 'given by --base' }
    case 'whole':
      return { kind: 'none', how: event.why }
    case 'local':
      return {
        kind: 'merge-base',
        with: ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master'],
        how: "where the branch left the remote's default branch"
      }
  }
}

function pullRequestRule(event: RunEvent & { kind: 'pull-request' }, head: CommitInfo): BaseRule {
  const [first, second] = head.parents
  // The commit that actions/checkout takes by default: its first parent is exactly what the merge is compared with.
  if (first !== undefined && second === event.head && head.parents.length === 2) {
    return { kind: 'commit', revision: first, how: 'first parent of the pull request merge commit' }
  }
  return { kind: 'merge-base', with: [event.base], how: 'where the pull request left its base branch' }
}

function pushRule(event: RunEvent & { kind: 'push' }): BaseRule {
  if (!ZERO.test(event.before)) {
    return { kind: 'commit', revision: event.before, how: 'the commit before the push' }
  }
  const branch = event.defaultBranch
  if (branch === undefined || !/^[A-Za-z0-9._/-]+$/.test(branch)) {
    return { kind: 'none', how: 'a new branch, and the default branch is not known' }
  }
  return {
    kind: 'merge-base',
    with: [`refs/remotes/origin/${branch}`],
    how: 'where the new branch left the default branch'
  }
}

function whole(why: string): RunEvent {
  return { kind: 'whole', why }
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return typeof at === 'string' ? at : undefined
}

function commitAt(value: unknown, path: readonly string[]): string | undefined {
  const text = textAt(value, path)
  return text !== undefined && COMMIT.test(text) ? text : undefined
}

/** What started the run, as far as the choice of a base commit needs it. */
export type RunEvent =
  | { readonly kind: 'pull-request'; readonly base: string; readonly head: string }
  | {
      readonly kind: 'push'
      /** All zeros for a new branch. */
      readonly before: string
      /** Full name, `refs/heads/…`. */
      readonly ref: string
      readonly defaultBranch: string | undefined
    }
  /** The push that removed a branch or tag. */
  | { readonly kind: 'deleted' }
  | { readonly kind: 'merge-group'; readonly base: string }
  | { readonly kind: 'tag' }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'dispatch' }
  /** An event that compares nothing, or that is not known. */
  | { readonly kind: 'other'; readonly name: string }
  /** The payload lacks a commit id where one has to be. */
  | { readonly kind: 'unreadable'; readonly lacks: string }
  | { readonly kind: 'local' }
  /** The user named the base. */
  | { readonly kind: 'given'; readonly base: string }

const ZERO = /^0+$/
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** Whether a text is a full object id (SHA-1 or SHA-256) and nothing else. */
export function isCommitId(text: string): boolean {
  return COMMIT.test(text)
}

/** Whether an id is the one that stands for "no commit" in push events. */
export function isZero(id: string): boolean {
  return ZERO.test(id)
}

/**
 * Reads the webhook payload of a workflow run. Everything in it is somebody else's text: a field that is no commit id
 * makes the event `unreadable`, never a guess. A called workflow (`workflow_call`) sees name and payload of its caller's
 * event. Fields: docs.github.com "Webhook events and payloads".
 */
export function eventOf(name: string, payload: unknown): RunEvent {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment': {
      const base = commitAt(payload, ['pull_request', 'base', 'sha'])
      const head = commitAt(payload, ['pull_request', 'head', 'sha'])
      if (base === undefined || head === undefined) return unreadable('base commit')
      return { kind: 'pull-request', base, head }
    }
    case 'push':
      return pushEvent(payload)
    case 'merge_group': {
      const base = commitAt(payload, ['merge_group', 'base_sha'])
      return base === undefined ? unreadable('base commit') : { kind: 'merge-group', base }
    }
    case 'schedule':
      return { kind: 'schedule' }
    case 'workflow_dispatch':
    case 'repository_dispatch':
      return { kind: 'dispatch' }
    default:
      return { kind: 'other', name: /^[a-z_]{1,60}$/.test(name) ? name : '(unknown)' }
  }
}

function pushEvent(payload: unknown): RunEvent {
  const ref = textAt(payload, ['ref']) ?? ''
  const after = textAt(payload, ['after']) ?? ''
  // Both must say so: one alone could make a run that has work look like one that has none.
  if (valueAt(payload, ['deleted']) === true && isCommitId(after) && isZero(after)) return { kind: 'deleted' }
  if (ref.startsWith('refs/tags/')) return { kind: 'tag' }
  const before = commitAt(payload, ['before'])
  if (before === undefined) return unreadable('commit before the push')
  return { kind: 'push', before, ref, defaultBranch: branchAt(payload, ['repository', 'default_branch']) }
}

function unreadable(lacks: string): RunEvent {
  return { kind: 'unreadable', lacks }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string, unknown>)[key]
  }
  return at
}

function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = valueAt(value, path)
  return typeof found === 'string' ? found : undefined
}

function commitAt(value: unknown, path: readonly string[]): string | undefined {
  const text = textAt(value, path)
  return text !== undefined && isCommitId(text) ? text : undefined
}

/** A branch name that can stand in a refspec without any other meaning; narrower than what git allows. */
function branchAt(value: unknown, path: readonly string[]): string | undefined {
  const text = textAt(value, path)
  return text !== undefined && /^[A-Za-z0-9._/-]{1,250}$/.test(text) && !text.includes('..')
    ? text
    : undefined
}

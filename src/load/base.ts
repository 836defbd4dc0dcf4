import { baseRule } from '../changes/event.js'
import type { BaseRule, RunEvent } from '../changes/event.js'
import type { CommitInfo, Git } from '../ports.js'

/** The commit that is compared with, or none, and how that came about in words for a person. */
export interface FoundBase {
  readonly commit: string | null
  readonly how: string
}

/** A `--base` that names no commit: the user's mistake, not a reason to build everything. */
export interface MissingBase {
  readonly missing: string
}

/** How many commits are fetched to find one base commit of a shallow clone. */
const FETCH_DEPTH = 1

/**
 * Finds the base commit of a run. Where no trustworthy one is to be had the answer is none, with the reason: everything
 * is planned then. Never a guess.
 */
export async function findBase(
  git: Git,
  event: RunEvent,
  head: CommitInfo,
  dirty: boolean
): Promise<FoundBase | MissingBase> {
  const rule = baseRule(event, head)
  switch (rule.kind) {
    case 'none':
      return { commit: null, how: rule.how }
    case 'commit':
      return findCommit(git, event, rule)
    case 'merge-base':
      return event.kind === 'local' ? findLocal(git, rule, head, dirty) : findMergeBase(git, rule, head)
  }
}

async function findCommit(
  git: Git,
  event: RunEvent,
  rule: BaseRule & { kind: 'commit' }
): Promise<FoundBase | MissingBase> {
  const known = await resolveOrFetch(git, rule.revision)
  if (known !== undefined) return { commit: known.id, how: rule.how }
  if (event.kind === 'given') return { missing: rule.revision }
  return {
    commit: null,
    how: `${rule.how} (${short(rule.revision)}) is not in this clone and cannot be fetched`
  }
}

async function resolveOrFetch(git: Git, revision: string): Promise<CommitInfo | undefined> {
  const known = await git.resolve(revision)
  if (known !== undefined || !/^[0-9a-f]{40,64}$/.test(revision)) return known
  return (await git.fetchCommit(revision, FETCH_DEPTH)) ? git.resolve(revision) : undefined
}

async function findMergeBase(
  git: Git,
  rule: BaseRule & { kind: 'merge-base' },
  head: CommitInfo
): Promise<FoundBase> {
  // A shallow clone can give a wrong merge base, not just none: https://github.com/thesofproject/linux/issues/2556
  if (await git.isShallow())
    return { commit: null, how: 'the clone is shallow, so a merge base cannot be trusted' }
  for (const other of rule.with) {
    const known = await git.resolve(other)
    const base = known && (await git.mergeBase(known.id, head.id))
    if (base !== undefined) return { commit: base, how: rule.how }
  }
  return { commit: null, how: `${rule.with.join(', ')} is not in this clone` }
}

/** On a branch: since it left the default branch. On the default branch itself: what is not committed, else the last commit. */
async function findLocal(
  git: Git,
  rule: BaseRule & { kind: 'merge-base' },
  head: CommitInfo,
  dirty: boolean
): Promise<FoundBase> {
  const known = (await Promise.all(rule.with.map(other => git.resolve(other)))).map(other => other?.id)
  for (const other of new Set(known)) {
    // A branch that is where we are, as on the default branch itself, tells nothing.
    if (other === undefined || other === head.id) continue
    const base = await git.mergeBase(other, head.id)
    if (base !== undefined && base !== head.id) return { commit: base, how: rule.how }
  }
  if (dirty) return { commit: head.id, how: 'the last commit' }
  const [parent] = head.parents
  if (parent !== undefined && (await git.resolve(parent)) !== undefined) {
    return { commit: parent, how: 'the commit before' }
  }
  const how =
    parent === undefined
      ? 'this is the first commit'
      : 'the commit before is not in this clone, which is shallow'
  return { commit: null, how }
}

function short(commit: string): string {
  return commit.slice(0, 12)
}

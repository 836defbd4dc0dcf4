import { isCommitId } from '../changes/event.js'
import type { RunEvent } from '../changes/event.js'
import { baseRule, howOf } from '../changes/situations.js'
import type { BaseRule } from '../changes/situations.js'
import { DEPTHS, untrusted } from '../changes/untrusted.js'
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

/** Commits that are fetched where one is enough. */
const ONE = 1

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
    case 'nothing':
      return { commit: head.id, how: rule.how }
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
  if ('id' in known) return { commit: known.id, how: rule.how }
  if (event.kind === 'given') return { missing: rule.revision }
  const what = `${rule.how} (${short(rule.revision)})`
  return { commit: null, how: untrusted('missing', { what, why: known.why }) }
}

/** Only what the event or the user names by a full id, or a branch of the remote, can be fetched. */
async function resolveOrFetch(git: Git, revision: string): Promise<CommitInfo | { readonly why: string }> {
  const known = await git.resolve(revision)
  if (known !== undefined) return known
  if (!isCommitId(revision) && !revision.startsWith('refs/remotes/origin/')) return { why: 'no such commit' }
  const fetched = await git.fetch([revision], ONE)
  if (fetched.kind === 'failed') return fetched
  return (await git.resolve(revision)) ?? { why: 'it is no commit' }
}

/** Deepens a shallow clone step by step until the merge base is certain; then nothing is certain, and that is said. */
async function findMergeBase(
  git: Git,
  rule: BaseRule & { kind: 'merge-base' },
  head: CommitInfo
): Promise<FoundBase> {
  const [revision = ''] = rule.with
  const what = isCommitId(revision)
    ? `the base commit (${short(revision)})`
    : `the branch ${branchOf(revision)}`
  const other = await resolveOrFetch(git, revision)
  if (!('id' in other)) return { commit: null, how: untrusted('missing', { what, why: other.why }) }
  for (const depth of [0, ...DEPTHS]) {
    if (depth > 0) {
      const fetched = await git.fetch([other.id, head.id], depth)
      if (fetched.kind === 'failed') {
        return { commit: null, how: untrusted('not-deepened', { why: fetched.why }) }
      }
    }
    const base = await git.mergeBase(other.id, head.id)
    if (base.kind === 'found') return { commit: base.commit, how: rule.how }
    if (base.kind === 'none') return { commit: null, how: untrusted('unrelated', { what }) }
    if (base.kind === 'several') return { commit: null, how: untrusted('several', { what }) }
  }
  return { commit: null, how: untrusted('too-shallow', { depth: String(DEPTHS.at(-1)) }) }
}

/** Names that a default branch usually has: without a remote nothing tells which it is. */
const LOCAL_DEFAULTS = ['main', 'master']

/**
 * On a branch: since it left the default branch. On the default branch itself: what is not committed, else the last
 * commit.
 */
async function findLocal(
  git: Git,
  rule: BaseRule & { kind: 'merge-base' },
  head: CommitInfo,
  dirty: boolean
): Promise<FoundBase> {
  // A branch that is where we are, as on the default branch itself, tells nothing.
  const looked = new Set([head.id])
  let isKnown = false
  for (const branch of rule.with) {
    const other = (await git.resolve(branch))?.id
    isKnown ||= other !== undefined
    if (other === undefined || looked.has(other)) continue
    looked.add(other)
    const left = await whereLeft(git, branch, other, head, rule.how)
    if (left !== undefined) return left
  }
  const left = isKnown ? undefined : await leftLocalDefault(git, head)
  if (left !== undefined) return left
  if (dirty) return { commit: head.id, how: howOf('local-changes') }
  const [parent] = head.parents
  if (parent === undefined) return { commit: null, how: howOf('local-first') }
  if ((await git.resolve(parent)) === undefined) return { commit: null, how: untrusted('parent-missing') }
  return { commit: parent, how: howOf('local-clean') }
}

/** Without a default branch of a remote: the first local branch of a usual name is taken, unless it is where we are. */
async function leftLocalDefault(git: Git, head: CommitInfo): Promise<FoundBase | undefined> {
  for (const name of LOCAL_DEFAULTS) {
    const branch = `refs/heads/${name}`
    const other = (await git.resolve(branch))?.id
    if (other === undefined) continue
    const how = howOf('local-default').replace('{branch}', name)
    return other === head.id ? undefined : whereLeft(git, branch, other, head, how)
  }
  return undefined
}

/** Where the head left a branch; undefined when it holds nothing that the branch has not, or shares nothing with it. */
async function whereLeft(
  git: Git,
  branch: string,
  other: string,
  head: CommitInfo,
  how: string
): Promise<FoundBase | undefined> {
  const base = await git.mergeBase(other, head.id)
  if (base.kind === 'cut') return { commit: null, how: untrusted('shallow') }
  if (base.kind === 'several') {
    return { commit: null, how: untrusted('several', { what: `the branch ${branchOf(branch)}` }) }
  }
  return base.kind === 'found' && base.commit !== head.id ? { commit: base.commit, how } : undefined
}

function branchOf(reference: string): string {
  return reference.replace(/^refs\/(remotes|heads)\//, '')
}

function short(commit: string): string {
  return commit.slice(0, 12)
}

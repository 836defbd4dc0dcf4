import { readFile } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import type { CommitInfo, MergeBase } from '../ports.js'
import { GitError, gitWords } from './git-error.js'
import type { RunGit } from './git-fetch.js'

/**
 * The merge base of two commits, or that a shallow clone does not show it. A shallow clone can give a wrong one, not just
 * none: https://github.com/thesofproject/linux/issues/2556. It can be trusted when no commit whose parents are cut off is
 * reachable from the two without passing the merge base: any other common ancestor is then an ancestor of that one.
 */
export async function mergeBaseOf(
  git: RunGit,
  root: string,
  resolve: (revision: string) => Promise<CommitInfo | undefined>,
  a: string,
  b: string
): Promise<MergeBase> {
  const result = await git(['merge-base', '--all', '--end-of-options', a, b])
  // 1: there is none.
  if (result.code !== 0 && result.code !== 1) {
    throw new GitError(`git merge-base of ${a} and ${b} failed: ${gitWords(result.stderr)}`)
  }
  const bases = linesOf(result.stdout)
  const shallow = await shallowCommits(git, root)
  if (shallow.size > 0 && (await reachesCut(git, resolve, shallow, [a, b], bases))) return { kind: 'cut' }
  const [base] = bases
  if (base === undefined) return { kind: 'none' }
  return bases.length > 1 ? { kind: 'several' } : { kind: 'found', commit: base }
}

/** Those of some commits, given by the first digits of their ids, that descend from a commit, in one look. */
export async function descendantsOf(
  git: RunGit,
  commit: string,
  some: readonly string[]
): Promise<readonly string[]> {
  if (some.length === 0) return []
  const stdin = [`^${commit}`, ...some].map(line => `${line}\n`).join('')
  const result = await git(['rev-list', '--ignore-missing', '--ancestry-path', '--stdin'], { stdin })
  if (result.code !== 0) return []
  const descendants = linesOf(result.stdout)
  return some.filter(each => descendants.some(id => id.startsWith(each)))
}

async function reachesCut(
  git: RunGit,
  resolve: (revision: string) => Promise<CommitInfo | undefined>,
  shallow: ReadonlySet<string>,
  tips: readonly string[],
  bases: readonly string[]
): Promise<boolean> {
  const listed = await git(['rev-list', '--end-of-options', ...tips, ...bases.map(base => `^${base}`)])
  if (listed.code !== 0) throw new GitError(`git rev-list failed: ${gitWords(listed.stderr)}`)
  for (const commit of linesOf(listed.stdout)) {
    // The object itself still names the parents; a first commit at the edge has none, and nothing is cut off there.
    if (shallow.has(commit) && ((await resolve(commit))?.parents.length ?? 1) > 0) return true
  }
  return false
}

/** The commits at the edge of a shallow clone; none in a complete one. */
async function shallowCommits(git: RunGit, root: string): Promise<ReadonlySet<string>> {
  const path = await git(['rev-parse', '--git-path', 'shallow'])
  const text = await readFile(resolvePath(root, path.stdout.trimEnd()), 'utf8').catch(() => '')
  return new Set(linesOf(text))
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '')
}

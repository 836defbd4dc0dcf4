import { errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { GitError } from '../io/git-error.js'
import type { CommittedFile, GitWriter } from '../io/git-write.js'
import type { Git } from '../ports.js'

/** A lock to commit. */
export interface CommitOrder {
  /** The branch to push to, and the one for a pull request where that takes no push. */
  readonly branch: string
  readonly proposal: string
  readonly file: CommittedFile
  readonly message: string
}

/** What became of the lock. */
export type Committed =
  /** It is on the branch: build `commit`, compare with `base`. */
  | { readonly kind: 'committed'; readonly commit: string; readonly base: string }
  /** The branch takes no push, so it is on the other one. */
  | { readonly kind: 'proposed'; readonly why: string }

/** How often the commit is made anew because somebody else pushed. */
const ATTEMPTS = 4

/**
 * Commits the lock on top of what is checked out and pushes it. When the branch moved on meanwhile, the commit is made
 * anew on its tip, as long as nobody else changed the lock there; a tip that has our lock already, as after "Re-run all
 * jobs", is taken as it is.
 */
export async function commitLock(git: Git, writer: GitWriter, order: CommitOrder): Promise<Committed> {
  const { branch, file, message } = order
  const start = await git.resolve('HEAD')
  if (start === undefined) throw new Error('Internal error: nothing is checked out')
  const before = await textAt(git, start.id, file.path)
  let parent = start.id
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const commit = await writer.commitFile(parent, file, message)
    const pushed = await writer.push(commit, branch, false)
    if (pushed.kind === 'pushed') return { kind: 'committed', commit, base: parent }
    if (pushed.kind === 'refused') {
      const proposed = await writer.push(commit, order.proposal, true)
      if (proposed.kind === 'pushed') return { kind: 'proposed', why: pushed.why }
      const why = proposed.kind === 'refused' ? proposed.why : 'it moved meanwhile'
      throw new GitError(`${branch} takes no push (${pushed.why}), nor does ${order.proposal} (${why})`)
    }
    parent = await tipOf(git, branch)
    const there = await textAt(git, parent, file.path)
    if (there === file.text) return { kind: 'committed', commit: parent, base: start.id }
    if (there !== before) throw new UserError(changedMeanwhile(order))
  }
  throw new GitError(`${branch} moved on with every attempt to push to it`)
}

async function tipOf(git: Git, branch: string): Promise<string> {
  const name = `refs/remotes/origin/${branch}`
  const fetched = await git.fetch([name], 1)
  if (fetched.kind === 'failed') throw new GitError(`${branch} cannot be fetched: ${fetched.why}`)
  const tip = await git.resolve(name)
  if (tip === undefined) throw new GitError(`${branch} was fetched and is not there`)
  return tip.id
}

/** Text of a file of a commit; undefined when it has none. */
async function textAt(git: Git, commit: string, path: string): Promise<string | undefined> {
  const blob = (await git.tree(commit)).get(path)?.blob
  if (blob === undefined) return undefined
  return new TextDecoder().decode((await git.blobs([blob])).get(blob))
}

function changedMeanwhile({ branch, file }: CommitOrder): UserError['diagnostic'] {
  const message = `${branch} has another ${file.path} than when this run began`
  return errorAt(
    'E001',
    { file: file.path },
    message,
    'start the run again; it then begins with the new lock'
  )
}

import { tmpdir } from 'node:os'
import { join, resolve as resolvePath } from 'node:path'
import { GitError, gitWords } from './git-error.js'
import type { RunGit } from './git-fetch.js'

/**
 * The tree object of the working tree, and whether it differs from the commit: by `git add` into a copy of the index,
 * with the same filters and ignore rules as a commit, the user's index untouched. `quiet` is the environment of every
 * git command.
 */
export async function workTree(
  root: string,
  git: RunGit,
  quiet: Readonly<Record<string, string>>
): Promise<{ readonly tree: string; readonly dirty: boolean }> {
  const status = await git(['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'])
  if (status.code !== 0) throw new GitError(`git status failed: ${gitWords(status.stderr)}`)
  if (status.stdout === '') {
    const head = await git(['rev-parse', '--verify', '--quiet', 'HEAD^{tree}'])
    // Before the first commit the tree is written below, empty.
    if (head.code === 0) return { tree: head.stdout.trim(), dirty: false }
  }
  // Loaded only here: it costs 10 ms, and most plans are made of commits.
  const { mkdtemp, rm } = await import('node:fs/promises')
  const scratch = await mkdtemp(join(tmpdir(), 'base-images-index-'))
  try {
    const index = (await git(['rev-parse', '--git-path', 'index'])).stdout.trim()
    const copy = join(scratch, 'index')
    await copyIndex(resolvePath(root, index), copy)
    const environment = { ...quiet, GIT_INDEX_FILE: copy }
    const added = await git(['add', '--all', '--', '.'], { environment })
    const written = await git(['write-tree'], { environment })
    if (added.code !== 0 || written.code !== 0) {
      throw new GitError(`git cannot read the working tree: ${gitWords(added.stderr + written.stderr)}`)
    }
    return { tree: written.stdout.trim(), dirty: true }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/**
 * Copies the index with its time: git looks again into files that changed in the same moment as the index was written
 * ("racy git"), and must still do so with the copy. Without an index (nothing was ever added) there is nothing to copy.
 */
async function copyIndex(index: string, copy: string): Promise<void> {
  const { copyFile, stat, utimes } = await import('node:fs/promises')
  const written = await stat(index).catch(() => undefined)
  if (written === undefined) return
  await copyFile(index, copy)
  await utimes(copy, written.mtime, written.mtime)
}

import { tmpdir } from 'node:os'
import { join, resolve as resolvePath } from 'node:path'
import { treeOf } from '../context/tree.js'
import type { Tree, TreeEntry, FileMode } from '../context/types.js'
import type { CommitInfo, Git } from '../ports.js'
import { openObjects } from './git-objects.js'
import type { ReadObject } from './git-objects.js'
import { decodePath } from './paths.js'
import { run, runRaw } from './process.js'
import type { ProcessOptions } from './process.js'

/** git could not do what it must; the message names the command and git's own words. */
export class GitError extends Error {}

/**
 * Opens the repository that a folder belongs to; undefined when there is none.
 * Every call is an argument array; user text stands behind `--end-of-options`; output is read NUL-separated.
 */
export async function openGit(folder: string): Promise<Git | undefined> {
  const top = await run('git', ['rev-parse', '--show-toplevel'], { cwd: folder })
  if (top.code !== 0) return undefined
  const root = top.stdout.replace(/\n$/, '')
  const git = (args: readonly string[], options: ProcessOptions = {}): ReturnType<typeof run> =>
    run('git', args, { cwd: root, environment: QUIET, ...options })

  const read = openObjects(root, QUIET)

  return {
    root,
    resolve: revision => resolveCommit(read, revision),
    tree: treeish => readTree(root, read, treeish),
    workTree: () => workTree(root, git),
    blobs: ids => readBlobs(read, ids),
    mergeBase: async (a, b) => {
      const result = await git(['merge-base', '--end-of-options', a, b])
      return result.code === 0 ? result.stdout.trim() : undefined
    },
    isAncestor: async (ancestor, commit) => {
      const result = await git(['merge-base', '--is-ancestor', ancestor, commit])
      return result.code === 0 ? true : result.code === 1 ? false : undefined
    },
    isShallow: async () => (await git(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true',
    fetchCommit: async (id, depth) => {
      // A depth would make a complete clone of the user's a shallow one.
      const shallow = (await git(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true'
      const depths = shallow ? [`--depth=${depth}`] : []
      const args = ['fetch', '--quiet', '--no-tags', ...depths, '--end-of-options', 'origin', id]
      const result = await git(args, { timeoutMs: 120_000 })
      return result.code === 0
    },
    originUrl: async () => {
      const result = await git(['config', '--get', 'remote.origin.url'])
      return result.code === 0 ? result.stdout.trim() : undefined
    }
  }
}

/** Optional locks off: looking must not disturb a git command of the user's that runs beside. No prompt, ever. */
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }

type Run = (args: readonly string[], options?: ProcessOptions) => ReturnType<typeof run>

/** Reads the commit object itself: `git log` hides the parents of a shallow commit, and these are what we are after. */
async function resolveCommit(read: ReadObject, revision: string): Promise<CommitInfo | undefined> {
  const commit = await read(`${revision}^{commit}`)
  if (commit?.type !== 'commit') return undefined
  const fields = (commit.content.toString('utf8').split('\n\n', 1)[0] ?? '').split('\n')
  const committer = fields.find(line => line.startsWith('committer ')) ?? ''
  return {
    id: commit.id,
    parents: fields.filter(line => line.startsWith('parent ')).map(line => line.slice('parent '.length)),
    time: Number(/ (\d+) [+-]\d{4}$/.exec(committer)?.[1] ?? 0)
  }
}

async function readTree(root: string, read: ReadObject, treeish: string): Promise<Tree> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', treeish]
  const result = await runRaw('git', args, { cwd: root, environment: QUIET })
  if (result.code !== 0) throw new GitError(`git ls-tree of ${treeish} failed: ${result.stderr.trim()}`)
  const entries: [string, TreeEntry][] = []
  const links: [string, string][] = []
  for (const [head, path] of treeLines(result.stdout)) {
    const mode = head.slice(0, 6) as FileMode
    const blob = head.slice(head.lastIndexOf(' ') + 1)
    entries.push([path, { mode, blob }])
    if (mode === '120000') links.push([path, blob])
  }
  const targets = links.length === 0 ? undefined : await readBlobs(read, [...new Set(links.map(l => l[1]))])
  const targetOf = new Map(
    links.map(([path, blob]) => [path, decodePath(targets?.get(blob) ?? Buffer.alloc(0))])
  )
  return treeOf(entries, path => targetOf.get(path))
}

/** Lines `mode type id TAB path NUL`; the whole output is decoded at once where it is valid UTF-8. */
function* treeLines(output: Buffer): Generator<readonly [string, string]> {
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start)
    const tab = output.indexOf(9, start)
    yield [output.toString('latin1', start, tab), decodePath(output.subarray(tab + 1, end))]
    start = end + 1
  }
}

async function readBlobs(read: ReadObject, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const objects = await Promise.all(ids.map(async id => [id, await read(id)] as const))
  return new Map(
    objects.map(([id, object]) => {
      if (object === undefined) throw new GitError(`git does not have the object ${id} that a tree names`)
      return [id, object.content]
    })
  )
}

/** `git add` into a copy of the index: the same filters and ignore rules as a commit, the user's index untouched. */
async function workTree(root: string, git: Run): Promise<{ tree: string; dirty: boolean }> {
  const status = await git(['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'])
  if (status.code !== 0) throw new GitError(`git status failed: ${status.stderr.trim()}`)
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
    const environment = { ...QUIET, GIT_INDEX_FILE: copy }
    const added = await git(['add', '--all', '--', '.'], { environment })
    const written = await git(['write-tree'], { environment })
    if (added.code !== 0 || written.code !== 0) {
      throw new GitError(`git cannot read the working tree: ${(added.stderr + written.stderr).trim()}`)
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

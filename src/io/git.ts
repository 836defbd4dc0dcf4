import { isUtf8 } from 'node:buffer'
import { tmpdir } from 'node:os'
import { dirname, join, resolve as resolvePath } from 'node:path'
import { isCommitId } from '../changes/event.js'
import { listedTree } from '../context/tree.js'
import type { Tree, TreeEntry, FileMode } from '../context/types.js'
import type { CommitInfo, Git, TreeChange } from '../ports.js'
import { credentialsFor } from './git-access.js'
import type { Credentials, GitAccess } from './git-access.js'
import { GitError, gitWords, withoutSecrets } from './git-error.js'
import { fetchFromOrigin } from './git-fetch.js'
import { descendantsOf, mergeBaseOf } from './git-history.js'
import { openObjects } from './git-objects.js'
import type { ReadObject } from './git-objects.js'
import { decodePath } from './paths.js'
import { run, runRaw } from './process.js'
import type { ProcessOptions } from './process.js'

export { GitError } from './git-error.js'

/** How a repository is opened. */
export interface GitOptions {
  /** Shown to the server when something has to be fetched; without it git uses what the clone or machine has. */
  readonly access?: GitAccess
  /** Longest time of one fetch. */
  readonly fetchTimeoutMs?: number
}

/** Longest time of one fetch when nobody says otherwise: enough for a thousand commits of a large repository. */
const FETCH_TIMEOUT_MS = 120_000

/**
 * Opens the repository that a folder belongs to; undefined when there is none. Rejects with a {@link GitError} when git
 * refuses to read it.
 * Every call is an argument array; user text stands behind `--end-of-options`; output is read NUL-separated.
 */
export async function openGit(folder: string, options: GitOptions = {}): Promise<Git | undefined> {
  const early = readEarly(folder, options.access)
  const asked = await askFolders(folder)
  if (asked === undefined) return undefined
  const { root, common } = asked
  const git = (args: readonly string[], options: ProcessOptions = {}): ReturnType<typeof run> =>
    run('git', args, { cwd: root, environment: QUIET, ...options })

  // A clone without all blobs or trees (`filter` of actions/checkout) fetches them when they are read.
  const credentials = await credentialsOf(git, options.access)
  const reading = { ...QUIET, ...credentials.environment }
  const read = early ?? openObjects(root, reading)
  const raw: RunRaw = args => runRaw('git', args, { cwd: root, environment: reading })

  return {
    root,
    resolve: revision => resolveOrRefuse(git, read, revision),
    changes: (before, after) => readChanges(raw, before, after),
    ownFolder: join(common, 'base-images'),
    tree: (treeish, paths) => readTree(raw, read, treeish, paths),
    workTree: () => workTree(root, git),
    links: ids => readLinks(read, ids),
    blobs: ids => readBlobs(read, ids),
    mergeBase: (a, b) => mergeBaseOf(git, root, revision => resolveCommit(read, revision), a, b),
    isAncestor: async (ancestor, commit) => {
      const result = await git(['merge-base', '--is-ancestor', ancestor, commit])
      return result.code === 0 ? true : result.code === 1 ? false : undefined
    },
    descendants: (commit, some) => descendantsOf(git, commit, some),
    fetch: (wanted, depth) => {
      const timeoutMs = options.fetchTimeoutMs ?? FETCH_TIMEOUT_MS
      return fetchFromOrigin({ git, credentials, environment: QUIET, timeoutMs }, wanted, depth)
    },
    originUrl: async () => {
      const result = await git(['config', '--get', 'remote.origin.url'])
      return result.code === 0 ? withoutSecrets(result.stdout.trim()) : undefined
    },
    mainFolder: common.endsWith('/.git') ? dirname(common) : root
  }
}

/** Optional locks off: looking must not disturb a git command of the user's that runs beside. No prompt, ever. */
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }

interface Folders {
  /** Root of the work tree. */
  readonly root: string
  /** What all work trees of the repository share: `.git`. */
  readonly common: string
}

async function askFolders(folder: string): Promise<Folders | undefined> {
  const ask = async (...what: readonly string[]): Promise<string | undefined> => {
    const args = ['rev-parse', '--path-format=absolute', ...what]
    const result = await run('git', args, { cwd: folder, environment: QUIET })
    if (result.code === 0) return result.stdout.replace(/\n$/, '')
    if (/not a git repository/.test(result.stderr)) return undefined
    throw new GitError(`git refuses to read the repository: ${gitWords(result.stderr)}`)
  }
  const both = await ask('--show-toplevel', '--git-common-dir')
  if (both === undefined) return undefined
  const [root = '', common = '', ...more] = both.split('\n')
  if (more.length === 0) return { root, common }
  // A line break in the path itself: one question each.
  const [top, shared] = [await ask('--show-toplevel'), await ask('--git-common-dir')]
  return top === undefined || shared === undefined ? undefined : { root: top, common: shared }
}

type Run = (args: readonly string[], options?: ProcessOptions) => ReturnType<typeof run>
type RunRaw = (args: readonly string[]) => ReturnType<typeof runRaw>

/** Without a token nothing has to be known before git can be asked for objects: it starts beside the first question. */
function readEarly(folder: string, access: GitAccess | undefined): ReadObject | undefined {
  if (access !== undefined && access.token !== '') return undefined
  const read = openObjects(folder, QUIET)
  // Whoever asks in earnest hears of a failure.
  read('HEAD').catch(() => undefined)
  return read
}

async function credentialsOf(git: Run, access: GitAccess | undefined): Promise<Credentials> {
  // A question to git costs more than all the rest of opening, and the command line has no token.
  if (access === undefined || access.token === '') return credentialsFor(undefined, undefined, {})
  const remote = await git(['remote', 'get-url', 'origin'])
  return credentialsFor(remote.stdout.trim(), access, process.env)
}

/** A name that leads to a commit which is not there is a broken repository, not a name that does not exist. */
async function resolveOrRefuse(
  git: Run,
  read: ReadObject,
  revision: string
): Promise<CommitInfo | undefined> {
  const commit = await resolveCommit(read, revision)
  // Ids are missing in the normal course of things, and branches of the remote are only asked for.
  if (commit !== undefined || isCommitId(revision) || revision.startsWith('refs/remotes/')) return commit
  if (/[\n\0]/.test(revision)) return undefined
  const named = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', revision])
  const id = named.stdout.trim()
  if (named.code !== 0 || !isCommitId(id) || (await read(id)) !== undefined) return undefined
  throw new GitError(`git does not have the commit ${id} that ${revision} names`)
}

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

async function readTree(
  raw: RunRaw,
  read: ReadObject,
  treeish: string,
  paths: readonly string[] = []
): Promise<Tree> {
  // `ls-tree` takes paths as they are, without globs.
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', treeish, '--', ...paths]
  const result = await raw(paths.length === 0 ? args.slice(0, -1) : args)
  if (result.code !== 0) throw new GitError(`git ls-tree of ${treeish} failed: ${gitWords(result.stderr)}`)
  const listed = records(result.stdout)
  const links = listed.filter(record => record.startsWith('120000'))
  const targets = await readLinks(
    read,
    links.map(record => entryOf(record).blob)
  )
  const targetOf = new Map(links.map(record => [pathOf(record), targets.get(entryOf(record).blob)]))
  return listedTree(
    listed.map(pathOf),
    index => entryOf(listed[index] ?? ''),
    links.length === 0,
    path => targetOf.get(path)
  )
}

/** Of `mode type id TAB path`. */
function pathOf(record: string): string {
  return record.slice(record.indexOf('\t') + 1)
}

function entryOf(record: string): TreeEntry {
  const tab = record.indexOf('\t')
  return { mode: record.slice(0, 6) as FileMode, blob: record.slice(record.indexOf(' ', 7) + 1, tab) }
}

async function readLinks(read: ReadObject, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const blobs = await readBlobs(read, [...new Set(ids)])
  return new Map([...blobs].map(([id, content]) => [id, decodePath(content)]))
}

async function readChanges(raw: RunRaw, before: string, after: string): Promise<readonly TreeChange[]> {
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '--end-of-options',
    before,
    after
  ]
  const result = await raw(args)
  if (result.code !== 0)
    throw new GitError(`git diff-tree of ${before} and ${after} failed: ${gitWords(result.stderr)}`)
  const changes: TreeChange[] = []
  const parts = records(result.stdout)
  // `:mode mode id id status` and the path, each ended by NUL; zero modes stand for "not there".
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [oldMode = '', newMode = '', oldBlob = '', newBlob = ''] = (parts[at] ?? '').slice(1).split(' ')
    changes.push({
      path: parts[at + 1] ?? '',
      ...(oldMode === '000000' ? {} : { before: { mode: oldMode as FileMode, blob: oldBlob } }),
      ...(newMode === '000000' ? {} : { after: { mode: newMode as FileMode, blob: newBlob } })
    })
  }
  return changes
}

/** Records that end with NUL; the whole output is decoded at once where it is valid UTF-8, as it nearly always is. */
function records(output: Buffer): readonly string[] {
  if (isUtf8(output)) return output.toString('utf8').split('\0').slice(0, -1)
  const found: string[] = []
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start)
    found.push(decodePath(output.subarray(start, end)))
    start = end + 1
  }
  return found
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
    const environment = { ...QUIET, GIT_INDEX_FILE: copy }
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

import { dirname, join } from 'node:path'
import { isCommitId } from '../changes/event.js'
import type { CommitInfo, Git } from '../ports.js'
import { credentialsFor } from './git-access.js'
import type { Credentials, GitAccess } from './git-access.js'
import { GitError, gitWords, withoutSecrets } from './git-error.js'
import { fetchFromOrigin } from './git-fetch.js'
import type { RunGit } from './git-fetch.js'
import { descendantsOf, mergeBaseOf } from './git-history.js'
import { openObjects } from './git-objects.js'
import type { ReadObject } from './git-objects.js'
import { readBlobs, readChanges, readLinks, readTree } from './git-trees.js'
import type { RunRaw } from './git-trees.js'
import { workTree } from './git-work-tree.js'
import { run, runRaw } from './process.js'

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
  const git: RunGit = (args, more = {}) => run('git', args, { cwd: root, environment: QUIET, ...more })

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
    workTree: () => workTree(root, git, QUIET),
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

/** Without a token nothing has to be known before git can be asked for objects: it starts beside the first question. */
function readEarly(folder: string, access: GitAccess | undefined): ReadObject | undefined {
  if (access !== undefined && access.token !== '') return undefined
  const read = openObjects(folder, QUIET)
  // Whoever asks in earnest hears of a failure.
  read('HEAD').catch(() => undefined)
  return read
}

async function credentialsOf(git: RunGit, access: GitAccess | undefined): Promise<Credentials> {
  // A question to git costs more than all the rest of opening, and the command line has no token.
  if (access === undefined || access.token === '') return credentialsFor(undefined, undefined, {})
  const remote = await git(['remote', 'get-url', 'origin'])
  return credentialsFor(remote.stdout.trim(), access, process.env)
}

/** A name that leads to a commit which is not there is a broken repository, not a name that does not exist. */
async function resolveOrRefuse(
  git: RunGit,
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

import { join } from 'node:path'
import { credentialsFor } from './git-access.js'
import type { GitAccess } from './git-access.js'
import { GitError, gitWords, withoutSecrets } from './git-error.js'
import { run } from './process.js'
import type { ProcessOptions } from './process.js'

/** How a push ended. */
export type Pushed =
  | { readonly kind: 'pushed' }
  /** The branch has commits that ours does not stand on. */
  | { readonly kind: 'behind' }
  /** The server does not take it: a protected branch, a hook, missing rights; in its own words. */
  | { readonly kind: 'refused'; readonly why: string }

/** Makes commits beside the work tree, which stays as it is, and pushes them. */
export interface GitWriter {
  /** A commit on top of `parent` that changes one file; returns its id. */
  readonly commitFile: (parent: string, file: CommittedFile, message: string) => Promise<string>
  /** Pushes a commit to a branch of `origin`; `force` replaces what the branch has. */
  readonly push: (commit: string, branch: string, force: boolean) => Promise<Pushed>
}

/** A file of a commit; its path from the repository root. */
export interface CommittedFile {
  readonly path: string
  readonly text: string
}

/** Name and address of a commit's author and committer. */
export interface Identity {
  readonly name: string
  readonly email: string
}

const QUIET = { GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
const PUSH_TIMEOUT_MS = 120_000

/** Opens a clone for writing. The token goes to git by environment, and only to the server it is for. */
export function openGitWriter(
  root: string,
  options: { readonly identity: Identity; readonly access: GitAccess; readonly scratch: string }
): GitWriter {
  const { identity, access, scratch } = options
  const environment = {
    ...QUIET,
    GIT_INDEX_FILE: join(scratch, 'index'),
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email
  }
  const must = async (args: readonly string[], more: ProcessOptions = {}): Promise<string> => {
    const ended = await run('git', args, { cwd: root, environment, ...more })
    if (ended.code !== 0) throw new GitError(`git ${args[0] ?? ''} failed: ${gitWords(ended.stderr)}`)
    return ended.stdout.trim()
  }
  return {
    commitFile: async (parent, { path, text }, message) => {
      const blob = await must(['hash-object', '-w', '--stdin'], { stdin: text })
      await must(['read-tree', parent])
      await must(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])
      const tree = await must(['write-tree'])
      return must(['commit-tree', tree, '-p', parent, '-F', '-'], { stdin: message })
    },
    push: async (commit, branch, force) => {
      const remote = await must(['remote', 'get-url', 'origin'])
      const credentials = credentialsFor(remote, access, process.env)
      const refspec = `${force ? '+' : ''}${commit}:refs/heads/${branch}`
      const ended = await run('git', ['push', '--porcelain', '--no-verify', 'origin', refspec], {
        cwd: root,
        environment: { ...QUIET, ...credentials.environment },
        timeoutMs: PUSH_TIMEOUT_MS
      })
      if (ended.code === 0) return { kind: 'pushed' }
      const words = withoutSecrets(`${ended.stdout}\n${ended.stderr}`, credentials.secrets)
      if (BEHIND.test(words)) return { kind: 'behind' }
      return { kind: 'refused', why: reasonOf(words, ended.stderr, credentials.secrets) }
    }
  }
}

/** Somebody pushed after we looked, or at the same moment. */
const BEHIND = /\[rejected\]|\(fetch first\)|non-fast-forward|cannot lock ref|failed to update ref/

/** The line of `--porcelain` that says why a ref was not taken, with what the server told; else git's own sentence. */
function reasonOf(words: string, stderr: string, secrets: readonly string[]): string {
  const rejected = /^!\t[^\t]*\t(.*)$/m.exec(words)?.[1]
  if (rejected === undefined) return gitWords(stderr, secrets)
  const told = [...words.matchAll(/^remote: *((?:error: )?\S.*)$/gm)].map(([, line]) => (line ?? '').trim())
  return [rejected, ...told]
    .join('; ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 300)
}

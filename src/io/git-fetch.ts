import { isCommitId } from '../changes/event.js'
import type { Fetched, ProcessResult } from '../ports.js'
import type { Credentials } from './git-access.js'
import { gitWords } from './git-error.js'
import type { ProcessOptions } from './process.js'

/** Runs git in the repository. */
export type RunGit = (args: readonly string[], options?: ProcessOptions) => Promise<ProcessResult>

/** How a fetch is made. */
export interface FetchOptions {
  readonly git: RunGit
  readonly credentials: Credentials
  /** Environment of every git command. */
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

const TRACKING = 'refs/remotes/origin/'

/**
 * Fetches commits by id and branches by their names under `refs/remotes/origin/` from `origin`. In a shallow clone the
 * history comes with so many commits; a complete clone stays complete, since a depth would cut it off.
 */
export async function fetchFromOrigin(
  options: FetchOptions,
  wanted: readonly string[],
  depth: number
): Promise<Fetched> {
  const { git, credentials, timeoutMs } = options
  if ((await git(['remote', 'get-url', 'origin'])).code !== 0) {
    return { kind: 'failed', why: 'there is no remote `origin`' }
  }
  const refspecs = wanted.map(refspecOf)
  if (refspecs.includes(undefined)) return { kind: 'failed', why: 'it has no name that git could fetch' }
  const shallow = (await git(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true'
  const result = await git(
    [
      // No housekeeping of a large clone while a plan waits for one commit.
      ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
      ...['fetch', '--quiet', '--no-tags', '--no-recurse-submodules'],
      ...(shallow ? [`--depth=${depth}`] : []),
      ...['--end-of-options', 'origin'],
      ...refspecs.filter(refspec => refspec !== undefined)
    ],
    { environment: { ...options.environment, ...credentials.environment }, timeoutMs }
  )
  if (result.code === 0) return { kind: 'fetched' }
  return { kind: 'failed', why: reasonOf(result, credentials, timeoutMs) }
}

function refspecOf(wanted: string): string | undefined {
  if (isCommitId(wanted)) return wanted
  if (!wanted.startsWith(TRACKING)) return undefined
  return `+refs/heads/${wanted.slice(TRACKING.length)}:${wanted}`
}

/** Why a fetch failed, in words a person can act on. */
function reasonOf(result: ProcessResult, { secrets }: Credentials, timeoutMs: number): string {
  if (result.timedOut) return `git fetch took longer than ${timeoutMs / 1000} s`
  const words = gitWords(result.stderr, secrets)
  if (/not our ref|unadvertised object|couldn't find remote ref/.test(words)) {
    return 'the server does not have it'
  }
  if (/could not read (?:Username|Password)|Authentication failed|returned error: 40[13]/.test(words)) {
    const given =
      secrets.length > 0 ? 'refuses the token' : 'asks for credentials, and there is no token for it'
    return `the server ${given}`
  }
  return words
}

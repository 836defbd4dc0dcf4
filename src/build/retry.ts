import { lastWords } from './last-words.js'

/**
 * What is worth another try when a registry or the network fails, and when: the classes are those that the trusted tools
 * agree on where they agree, and what GHCR and Docker Hub were seen to send where they do not.
 * - `now`: a rate limit that is over in a moment
 * - `back-off`: the other side is in trouble for a while
 * - `suspect`: a refusal that some registries also send for rate limits and for rights that arrive late, and a builder
 *   that took no connection
 * - `final`: the same answer would come again
 */
export type RetryClass = 'now' | 'back-off' | 'suspect' | 'final'

/** How a request failed: an HTTP answer (`status`, `body`, `retryAfter`) or a broken connection (`code`). */
export interface Failure {
  readonly status?: number
  /** Text of the answer, as much as was read. */
  readonly body?: string
  /**
   * A system error code such as `ECONNRESET`, one of `TRUNCATED`, `DIGEST`, `GARBLED`, `NEW_TOKEN`, `SILENCE` and
   * `CONNECT_SILENCE`, or another word of the client, which is final.
   */
  readonly code?: string
  /** Milliseconds that the answer asks to wait. */
  readonly retryAfter?: number
}

/** Tries of one operation, the first one included. */
export const MOST_TRIES = 5

/** Milliseconds from the first failure of an operation to its last try at the latest. */
export const RETRY_BUDGET_MS = 15 * 60_000

const FIRST_DELAY = 2_000
const LONGEST_DELAY = 60_000
const MOMENT = 1_000
/** A registry that asks for more patience than a job has is not waited for. */
const LONGEST_OBEYED = 300_000

const BROKEN_CONNECTION = new Set([
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'EPROTO'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET'],
  ...['SILENCE', 'CONNECT_SILENCE', 'TRUNCATED', 'DIGEST', 'GARBLED', 'NEW_TOKEN']
])
const RATE_LIMIT = /rate.?limit|too.?many.?requests|abuse detection|quota.{0,20}exceeded/i

/** The class of a failed request. */
export function classify(failure: Failure): RetryClass {
  if ((failure.retryAfter ?? 0) > LONGEST_OBEYED) return 'final'
  if (failure.status === undefined) return isBroken(failure.code) ? 'back-off' : 'final'
  if (failure.status === 429) return isMoment(failure.retryAfter) ? 'now' : 'back-off'
  if (failure.status === 403) return 'suspect'
  if (failure.status === 404) return isLostUpload(failure.body) ? 'back-off' : 'final'
  // A body that broke off or does not match its digest came with a good status.
  if (failure.status < 400) return isBroken(failure.code) ? 'back-off' : 'final'
  return isServerTrouble(failure.status) ? 'back-off' : 'final'
}

/**
 * How many tries a failure of this class gets. A refusal is tried to the end only when it speaks of a rate limit or when
 * the same credentials were accepted before in this run; otherwise it is very likely meant.
 */
export function triesFor(kind: RetryClass, failure: Failure, acceptedBefore: boolean): number {
  if (kind === 'final') return 1
  if (kind !== 'suspect') return MOST_TRIES
  return acceptedBefore || RATE_LIMIT.test(failure.body ?? '') ? MOST_TRIES : 2
}

/**
 * Milliseconds to wait before try `attempt` (2 is the first repetition): 2 s doubling up to 60 s with full jitter,
 * `random` in [0, 1); never less than the registry asked for. A rate limit that is over in a moment is believed once.
 */
export function delayBefore(attempt: number, kind: RetryClass, random: number, retryAfter = 0): number {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempt - 2))
  const own = kind === 'now' && attempt === 2 ? 0 : Math.round(ceiling * random)
  return Math.max(own, retryAfter)
}

/**
 * Milliseconds to wait before the next try, as {@link delayBefore}; undefined when there is none: `tries` are made, or it
 * would begin more than {@link RETRY_BUDGET_MS} after the first failure, `spent` milliseconds ago.
 */
export function nextTry(
  made: { readonly attempt: number; readonly tries: number; readonly spent: number },
  kind: RetryClass,
  random: number,
  retryAfter = 0
): number | undefined {
  if (made.attempt >= made.tries) return undefined
  const delay = delayBefore(made.attempt + 1, kind, random, retryAfter)
  return made.spent + delay > RETRY_BUDGET_MS ? undefined : delay
}

/**
 * Milliseconds of a `Retry-After` header, which holds seconds or a date (RFC 9110, 10.2.3); undefined when it holds
 * neither. `now` is in milliseconds since the epoch.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(header)?.[1]
  if (seconds !== undefined) return Math.round(Number(seconds) * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** What BuildKit says when our own source policy stops a build: no refusal of a registry. */
const DENIED_BY_POLICY = /source denied by policy/
/**
 * buildx itself dials a builder for 20 s before it says so: a builder that is gone is not waited for as long five
 * times.
 */
const BUILDER_GONE = '[internal] waiting for connection'
const REFUSED = /\b403 Forbidden|\bdenied\b|insufficient_scope|authorization failed/i
const LIMITED = /\b429\b|toomanyrequests/i
const TROUBLED = new RegExp(
  [
    'connection (?:reset|refused)|broken pipe|unexpected EOF|: EOF\\b|i/o timeout|TLS handshake timeout',
    'context deadline exceeded|no route to host|network is unreachable|temporary failure in name resolution',
    'server misbehaving|use of closed network connection|http2: |\\b50[0234] ',
    'code = Unavailable|transport is closing|error reading from server|closing transport|listing workers',
    'blob upload unknown|BLOB_UPLOAD_UNKNOWN|failed to dial|no active session|client connection (?:is closing|lost)',
    'could not connect to .{0,200}buildkit|failed to receive status',
    'failed commit on ref|failed size validation|got digest sha256:\\w+, expected'
  ].join('|'),
  'i'
)
/** An answer whose body names no error (containerd 2.3, core/remotes/errors); the address of an upload may be long. */
const ANSWERED = /unexpected status(?: code)?(?: from \w+ request to)?(?: (\S+))?: (\d{3})\b/g

/**
 * How many tries a `buildx build` gets that failed so. A refused push is tried to the end when a build of this run was
 * pushed before (`pushedBefore`): the same login could push to the same repository then.
 */
export function buildxTries(kind: RetryClass, stderr: string, pushedBefore: boolean): number {
  if (kind === 'final') return 1
  if (kind !== 'suspect') return MOST_TRIES
  return pushedBefore && lastWords(stderr).error.startsWith('failed to push ') ? MOST_TRIES : 2
}

/**
 * The class of a failed `buildx build` by what buildx and BuildKit themselves say. A failing RUN is final whatever its
 * output says; a network, registry or builder that went away is tried again; anything unknown is final.
 */
export function classifyBuildxError(stderr: string): RetryClass {
  const { error, ofRun, failed } = lastWords(stderr)
  if (ofRun || isDeniedByPolicy(error)) return 'final'
  if (RATE_LIMIT.test(error) || LIMITED.test(error)) return 'back-off'
  if (REFUSED.test(error)) return 'suspect'
  if (failed.includes(BUILDER_GONE) && /context deadline exceeded/.test(error)) return 'suspect'
  return TROUBLED.test(error) || isTroubledAnswer(error) ? 'back-off' : 'final'
}

/** Whether the error of a build is that it took an image which its source policy does not allow. */
export function isDeniedByPolicy(error: string): boolean {
  return DENIED_BY_POLICY.test(error)
}

function isTroubledAnswer(error: string): boolean {
  return [...error.matchAll(ANSWERED)].some(([, url = '', status]) =>
    status === '404' ? url.includes('/blobs/uploads/') : isServerTrouble(Number(status))
  )
}

function isBroken(code: string | undefined): boolean {
  // HPE_ codes are Node's for an answer that is no HTTP, as a dying proxy sends.
  return code !== undefined && (BROKEN_CONNECTION.has(code) || code.startsWith('HPE_'))
}

function isMoment(retryAfter: number | undefined): boolean {
  return retryAfter !== undefined && retryAfter <= MOMENT
}

function isLostUpload(body: string | undefined): boolean {
  return /BLOB_UPLOAD_UNKNOWN/i.test(body ?? '')
}

function isServerTrouble(status: number): boolean {
  if (status === 501 || status === 505) return false
  return status === 408 || status === 499 || (status >= 500 && status <= 599)
}

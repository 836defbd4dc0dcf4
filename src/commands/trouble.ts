import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { BuildxError } from '../io/buildx.js'
import { GitError } from '../io/git.js'
import { LfsPointerError } from '../io/materialise.js'
import { RegistryError } from '../io/registry-error.js'
import { codeOf, messageOf } from '../io/thrown.js'
import { UnsettledError } from '../release/unsettled.js'

/** The finding for something that was thrown while working on an image (or the whole run, by the manifest's name). */
export function troubleOf(error: unknown, name: string, file: string): Diagnostic {
  if (error instanceof UserError) return error.diagnostic
  const message = `${name}: ${messageOf(error)}`
  if (error instanceof BuildxError)
    return errorAt('W001', { file }, message, 'install or update buildx, then run again')
  if (error instanceof RegistryError || error instanceof UnsettledError) {
    const remedy = `${first(error)}; what is finished stays finished`
    return errorAt('W002', { file }, message, remedy)
  }
  if (error instanceof LfsPointerError) {
    return errorAt(
      'C004',
      { file: error.path },
      message,
      'commit the file itself, or take it out of the build context'
    )
  }
  if (error instanceof GitError) {
    return errorAt('E002', { file }, message, 'check the clone with `git fsck`, or clone again')
  }
  if (isFullDisk(error)) {
    return errorAt(
      'W003',
      { file },
      message,
      'free space in the temporary folder and run again; finished images are kept'
    )
  }
  if (isMissingProgram(error)) return errorAt('W004', { file }, message, 'install the program and run again')
  if (isRefused(error)) return errorAt('W005', { file }, message, refusedRemedy(String(codeOf(error))))
  throw error
}

/** What comes before another run of what a registry refused or did not answer. */
function first(error: RegistryError | UnsettledError): string {
  const { status, host } = error instanceof RegistryError ? error : {}
  if (status === 401) return `log in (\`docker login ${host}\`), then run again`
  if (error instanceof RegistryError && isFixedTag(error))
    return 'let tags be overwritten there, since a release moves them and `latest` of its record, then run again'
  if (status === 403) return 'see to that right, then run again'
  return 'run again when the registry answers'
}

/** Whether a registry does not let a tag move, in the words of Amazon ECR or Harbor. */
function isFixedTag({ action, answer }: RegistryError): boolean {
  return action.access === 'push' && /\bimmutable\b/i.test(answer.body ?? '')
}

/** As {@link troubleOf}, with a fault of our own as a finding too: it ends one image and not the run. */
export function anyTroubleOf(error: unknown, name: string, file: string): Diagnostic {
  if (isTrouble(error)) return troubleOf(error, name, file)
  const message = `${name}: internal error: ${messageOf(error)}`
  return errorAt('B008', { file }, message, 'this is a fault of base-images: please report it with the log')
}

/** Whether {@link troubleOf} knows what to say about it; anything else is our own fault. */
export function isTrouble(error: unknown): boolean {
  return (
    error instanceof UserError ||
    error instanceof BuildxError ||
    error instanceof RegistryError ||
    error instanceof UnsettledError ||
    error instanceof LfsPointerError ||
    error instanceof GitError ||
    isFullDisk(error) ||
    isMissingProgram(error) ||
    isRefused(error)
  )
}

/** Whether something was thrown since the run was cancelled: a wait was cut short, or what was under way broke. */
export function isCancellation(error: unknown, signal: AbortSignal): boolean {
  if (!signal.aborted || error instanceof UserError) return false
  return isTrouble(error) || isCutShort(error)
}

/**
 * Whether a wait, or a request that was under way, was ended because the run ended; its message says what was waited
 * for.
 */
export function isCutShort(error: unknown): error is Error {
  return error instanceof RegistryError ? error.code === 'CANCELLED' : isAbort(error)
}

function isAbort(error: unknown): error is Error {
  // No `instanceof Error`: in a test runner timers throw errors of another realm.
  return (error as { readonly name?: unknown } | undefined)?.name === 'AbortError'
}

function isFullDisk(error: unknown): boolean {
  return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'
}

function isMissingProgram(error: unknown): boolean {
  const isMissing = codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES'
  return isMissing && callOf(error)?.startsWith('spawn') === true
}

/** An error of the operating system, which alone has both a code such as `EMFILE` and the call that failed. */
function isRefused(error: unknown): boolean {
  return callOf(error) !== undefined && /^E[A-Z0-9]+$/.test(String(codeOf(error)))
}

function callOf(error: unknown): string | undefined {
  const isCall = error instanceof Error && 'syscall' in error && typeof error.syscall === 'string'
  return isCall ? String(error.syscall) : undefined
}

const REFUSALS: readonly { readonly codes: readonly string[]; readonly remedy: string }[] = [
  { codes: ['EMFILE', 'ENFILE'], remedy: 'raise the limit of open files (`ulimit -n`) or lower `--jobs`' },
  { codes: ['EAGAIN', 'ENOMEM'], remedy: 'allow more processes (`ulimit -u`) or memory, or lower `--jobs`' },
  { codes: ['ENOENT', 'ENOTDIR'], remedy: 'make that folder, or let TMPDIR name one that is there' },
  {
    codes: ['EACCES', 'EPERM', 'EROFS'],
    remedy: 'make that path writable, or let TMPDIR name a folder that is'
  }
]

function refusedRemedy(code: string): string {
  const known = REFUSALS.find(({ codes }) => codes.includes(code))
  return `${known?.remedy ?? 'look at the disk and at what the system logs'}, and run again; finished images are kept`
}

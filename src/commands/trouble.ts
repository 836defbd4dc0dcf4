import { errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { BuildxError } from '../io/buildx.js'
import { GitError } from '../io/git.js'
import { LfsPointerError } from '../io/materialise.js'
import { RegistryError } from '../io/registry-error.js'
import { UnsettledError } from '../release/unsettled.js'

/** The finding for something that was thrown while working on an image (or the whole run, by the manifest's name). */
export function troubleOf(error: unknown, name: string, file: string): Diagnostic {
  if (error instanceof UserError) return error.diagnostic
  const message = `${name}: ${error instanceof Error ? error.message : String(error)}`
  if (error instanceof BuildxError)
    return errorAt('W001', { file }, message, 'install or update buildx, then run again')
  if (error instanceof RegistryError || error instanceof UnsettledError) {
    return errorAt(
      'W002',
      { file },
      message,
      'what is finished stays finished; run again when the registry answers'
    )
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
  throw error
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
    isMissingProgram(error)
  )
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function isFullDisk(error: unknown): boolean {
  return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'
}

function isMissingProgram(error: unknown): boolean {
  return (
    codeOf(error) === 'ENOENT' &&
    error instanceof Error &&
    'syscall' in error &&
    String(error.syscall).startsWith('spawn')
  )
}

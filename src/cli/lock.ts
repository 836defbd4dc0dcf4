import { check, refresh } from '../commands/lock.js'
import { EXIT } from '../commands/outcome.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { renderCheckText, renderRefreshText } from '../report/lock.js'
import type { CliOptions } from './options.js'
import type { Invocation } from './run.js'

/** `base-images lock`: with `--refresh` writes the lock, without holds it against the manifest. */
export async function lockFace(invocation: Invocation): Promise<number> {
  return invocation.options.refresh ? refreshFace(invocation) : checkFace(invocation)
}

async function refreshFace({ world, options, given, terminal, tell }: Invocation): Promise<number> {
  const { manifest, epoch, dryRun } = options
  const outcome = await refresh(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(epoch === undefined ? {} : { epoch }),
    dryRun
  })
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  if (outcome.warnings.length > 0) tell(outcome.warnings)
  const { text, ...report } = outcome.value
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify({ ...report, text }, undefined, 2)}\n`
      : renderRefreshText(outcome.value, { given, ...(epoch === undefined ? {} : { epoch }) })
  )
  return report.state === 'failed' ? EXIT.failed : EXIT.done
}

async function checkFace({ world, options, terminal, tell }: Invocation): Promise<number> {
  refuseWithoutRefresh(options)
  const { manifest } = options
  const outcome = await check(world, manifest === undefined ? {} : { manifest })
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  if (outcome.warnings.length > 0) tell(outcome.warnings)
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify(outcome.value, undefined, 2)}\n`
      : renderCheckText(outcome.value, options)
  )
  return EXIT.done
}

function refuseWithoutRefresh({ epoch, dryRun }: CliOptions): void {
  const option = epoch !== undefined ? '--epoch' : dryRun ? '--dry-run' : undefined
  if (option === undefined) return
  const message = `${option} says how to refresh the lock, and --refresh is not given`
  throw new UserError(errorAt('E004', COMMAND_LINE, message, 'add --refresh, or leave it out'))
}

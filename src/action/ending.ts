import { errorsIn } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { EXIT } from '../commands/outcome.js'
import type { ExitCode } from '../commands/outcome.js'
import type { ActionsHost } from '../io/actions-host.js'

/** The exit code that a step ends with. */
export type Ending = ExitCode

/** Ends a step whose input is wrong: every finding at its line. */
export function invalidEnding(host: ActionsHost, diagnostics: readonly Diagnostic[]): Ending {
  host.annotate(diagnostics)
  const count = errorsIn(diagnostics).length
  host.log.error(`${count} ${count === 1 ? 'error' : 'errors'} in the input; nothing was done`)
  return EXIT.invalid
}

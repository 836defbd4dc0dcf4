import { EXIT } from './commands/outcome.js'
import type { World } from './world.js'
import { invalidEnding } from './action/ending.js'
import type { Ending } from './action/ending.js'
import { InputError } from './action/inputs.js'
import { isCancellation, isTrouble, troubleOf } from './commands/trouble.js'
import { UserError } from './diagnostics/user-error.js'
import { openActionsHost } from './io/actions-host.js'
import type { ActionsHost } from './io/actions-host.js'
import { cancellation } from './io/cancellation.js'
import { openWorld } from './io/world.js'

type Face = (host: ActionsHost, world: World) => Promise<Ending>

/** The actions; each is loaded when it is started. */
const FACES = {
  plan: async () => (await import('./action/plan.js')).planAction,
  build: async () => (await import('./action/build.js')).buildAction,
  release: async () => (await import('./action/release.js')).releaseAction,
  report: async () => (await import('./action/report.js')).reportAction,
  lock: async () => (await import('./action/lock.js')).lockAction
} satisfies Readonly<Record<string, () => Promise<Face>>>

/** Runs one action and sets the exit code of the process: what `actions/<face>/index.js` calls. */
export async function run(face: keyof typeof FACES): Promise<void> {
  const host = await openActionsHost(process.env)
  // The others write nothing that has to be ended in order.
  const signal = face === 'build' || face === 'release' ? cancellation() : undefined
  try {
    const gitToken = host.input('token')
    const world = openWorld({ log: host.log, gitToken, ...(signal === undefined ? {} : { signal }) })
    const action = await FACES[face]()
    process.exitCode = await action(host, world)
  } catch (error) {
    process.exitCode = failure(host, error, signal)
  }
}

function failure(host: ActionsHost, error: unknown, signal: AbortSignal | undefined): Ending {
  if (signal !== undefined && isCancellation(error, signal)) {
    host.fail('Cancelled: a later run goes on, what is finished stays finished.')
    return EXIT.failed
  }
  if (error instanceof UserError) return invalidEnding(host, [error.diagnostic])
  if (error instanceof InputError) {
    host.fail(error.message)
    return EXIT.invalid
  }
  if (isTrouble(error)) {
    host.annotate([troubleOf(error, 'base-images', '.')])
    return EXIT.failed
  }
  host.fail(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return EXIT.internal
}

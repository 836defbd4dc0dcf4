import { classify, nextTry, triesFor } from '../build/retry.js'
import type { Clock, Log } from '../ports.js'
import { RegistryError, type RegistryAction } from './registry-error.js'
import { TransportError } from './registry-body.js'

/** A registry in trouble is told once in this time, whatever number of requests wait for it, in milliseconds. */
const TOLD_AGAIN = 10_000

/**
 * What repeating needs from around it; `random` is in [0, 1). `told` holds when each trouble of a registry was told last,
 * for all requests of a run.
 */
export interface RetryPorts {
  readonly told: Map<string, number>
  readonly clock: Clock
  readonly random: () => number
  readonly log?: Log
}

/**
 * Runs a whole operation until it succeeds or its failure is final. `accepted` tells whether this host took credentials
 * for such an action before in this run.
 */
export async function retrying<T>(
  ports: RetryPorts,
  action: RegistryAction,
  accepted: () => boolean,
  operation: () => Promise<T>
): Promise<T> {
  let failedAt: number | undefined
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation()
    } catch (thrown) {
      const error = asRegistryError(action, thrown)
      const kind = classify(error.answer)
      failedAt ??= ports.clock.now()
      const spent = ports.clock.now() - failedAt
      const made = { attempt, tries: triesFor(kind, error.answer, accepted()), spent }
      const delay = nextTry(made, kind, ports.random(), error.answer.retryAfter)
      if (delay === undefined) throw attempt === 1 ? error : new RegistryError(action, error.answer, attempt)
      tell(ports, error, delay)
      await ports.clock.sleep(delay).catch((ended: unknown) => {
        throw isAbort(ended) ? new EndedWait(error.message, { cause: ended }) : ended
      })
    }
  }
}

function tell({ told, clock, log }: RetryPorts, error: RegistryError, delay: number): void {
  const trouble = `${error.host} ${error.action.access} ${error.status ?? error.code ?? ''}`
  const now = clock.now()
  if (now - (told.get(trouble) ?? -Infinity) < TOLD_AGAIN) return
  told.set(trouble, now)
  log?.info(`${error.message} Trying again in ${(delay / 1000).toFixed(1)} s.`)
}

/** A wait that the end of the run cut short, with what it waited for as its message. */
class EndedWait extends Error {
  override readonly name = 'AbortError'
}

function isAbort(error: unknown): boolean {
  return (error as { readonly name?: unknown } | undefined)?.name === 'AbortError'
}

/** The one error type of this client; anything that is no failure of the registry passes through. */
export function asRegistryError(action: RegistryAction, error: unknown): RegistryError {
  if (error instanceof RegistryError) return error
  if (error instanceof TransportError) {
    const tooLarge = error.code === 'TOO_LARGE' ? { sentence: 'the answer is larger than allowed' } : {}
    return new RegistryError(action, { code: error.code, ...tooLarge })
  }
  throw error
}

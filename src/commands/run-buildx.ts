import { classifyBuildxError, delayBefore, MOST_TRIES } from '../build/retry.js'
import { stepOf } from '../build/progress.js'
import { findFailure } from '../build/failure.js'
import type { BuildFailure } from '../build/failure.js'
import type { BuildSurroundings } from './build-image.js'

/** How a run of buildx ended, after all its tries. */
export type BuildxRun = { readonly kind: 'done' } | ({ readonly kind: 'failed' } & BuildFailure)

/** One build may take this long: a hang ends, and a job of six hours does not end with nothing. */
const BUILD_TIMEOUT_MS = 3 * 60 * 60 * 1000

/**
 * Runs buildx and repeats it where the registry or the builder failed, not the Dockerfile: layers stay warm in the
 * builder, so another try costs seconds. The log is printed as one group when the run has ended.
 */
export async function runBuildx(
  around: Pick<BuildSurroundings, 'world' | 'buildx' | 'signal' | 'step'>,
  title: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  timeoutMs: number = BUILD_TIMEOUT_MS
): Promise<BuildxRun> {
  const { world, buildx, signal } = around
  const onLine = (line: string): void => {
    const step = stepOf(line)
    if (step !== undefined) around.step?.(step)
  }
  for (let attempt = 1; ; attempt += 1) {
    const result = await buildx.build(args, { environment, timeoutMs, onLine, signal })
    const isFailure = result.code !== 0 && !signal.aborted
    world.log.group(`${title}${attempt === 1 ? '' : ` (try ${attempt})`}`, result.stderr, isFailure)
    if (result.code === 0) return { kind: 'done' }
    const kind = classifyBuildxError(result.stderr)
    const last = attempt === MOST_TRIES || (kind === 'suspect' && attempt === 2)
    if (kind === 'final' || last || result.timedOut || signal.aborted) {
      return { kind: 'failed', ...findFailure(title, result, timeoutMs) }
    }
    const delay = delayBefore(attempt + 1, kind, world.random())
    world.log.warn(
      `${title}: the registry or the builder failed; try ${attempt + 1} in ${Math.round(delay / 1000)} s`
    )
    await world.clock.sleep(delay)
  }
}

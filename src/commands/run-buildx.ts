import { stepOf } from '../build/progress.js'
import { buildxTries, classifyBuildxError, nextTry } from '../build/retry.js'
import { SILENCE_MS, watchProgress } from '../build/silence.js'
import { findFailure } from '../build/failure.js'
import type { BuildFailure, TimeLimit } from '../build/failure.js'
import type { BuildSurroundings } from './build-image.js'
import type { Store } from './store.js'

/** How a run of buildx ended, after all its tries; `there` when somebody else had made `digest` before another try. */
export type BuildxRun =
  | { readonly kind: 'done' }
  | { readonly kind: 'there'; readonly digest: string }
  | ({ readonly kind: 'failed' } & BuildFailure)

/**
 * One build may take this long where the run has no limit: a hang ends, and a job of six hours does not end with
 * nothing.
 */
const BUILD_TIMEOUT_MS = 3 * 60 * 60 * 1000

/**
 * Runs buildx and repeats it where the registry or the builder failed, not the Dockerfile: layers stay warm in the
 * builder, so another try costs seconds. The log is printed as one group when the run has ended.
 */
export async function runBuildx(
  around: Pick<BuildSurroundings, 'world' | 'buildx' | 'signal' | 'step' | 'there' | 'over'> & {
    readonly store?: Store
  },
  title: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ownLimit = around.over === undefined ? BUILD_TIMEOUT_MS : Infinity
): Promise<BuildxRun> {
  const { world, buildx, signal } = around
  let failedAt: number | undefined
  for (let attempt = 1; ; attempt += 1) {
    const watch = watchProgress()
    const onLine = (line: string): void => {
      watch.line(line)
      const step = stepOf(line)
      if (step !== undefined) around.step?.(step)
    }
    const silence = { ms: SILENCE_MS, works: watch.works }
    const limit = timeLimit(around, ownLimit)
    const result = await buildx.build(args, { environment, timeoutMs: limit.ms, silence, onLine, signal })
    const isFailure = result.code !== 0 && !signal.aborted
    world.log.group(`${title}${attempt === 1 ? '' : ` (try ${attempt})`}`, result.stderr, isFailure)
    if (result.code === 0) return { kind: 'done' }
    failedAt ??= world.clock.now()
    const kind = result.wentSilent === true ? 'back-off' : classifyBuildxError(result.stderr)
    const tries = buildxTries(kind, result.stderr, around.store?.tookPush === true)
    const made = { attempt, tries, spent: world.clock.now() - failedAt }
    const delay = nextTry(made, kind, world.random())
    const isLast = delay === undefined || delay >= timeLimit(around, Infinity).ms
    if (isLast || result.timedOut || signal.aborted) {
      return { kind: 'failed', ...findFailure(title, result, limit) }
    }
    world.log.warn(
      `${title}: the registry or the builder failed; try ${attempt + 1} in ${Math.round(delay / 1000)} s`
    )
    await world.clock.sleep(delay)
    const digest = await around.there?.()
    if (digest !== undefined) return { kind: 'there', digest }
  }
}

/** The shorter of a limit of its own and what is left of the run. */
function timeLimit(
  { world, over = Infinity }: Pick<BuildSurroundings, 'world' | 'over'>,
  own: number
): TimeLimit {
  const left = Math.max(over - world.clock.now(), 1)
  return left < own ? { ms: left, ofRun: true } : { ms: own, ofRun: false }
}

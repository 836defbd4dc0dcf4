import { classifyBuildxError } from '../build/retry.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { BuilderState, Buildx } from '../ports.js'
import type { World } from '../world.js'

/** A builder that takes images of a run. */
export interface Builder {
  /** Undefined where there is only one. */
  readonly name: string | undefined
  /** Builds there. */
  readonly buildx: Buildx
  /** Aborts when the run is cancelled, and when the builder is lost while others are left. */
  readonly signal: AbortSignal
  /** To ask after a failure: whether the builder does not answer any more, so that the failure is not the image's. */
  readonly isGone: () => Promise<boolean>
}

/**
 * How often a builder is looked at while it builds. Twice without an answer and it is lost: a machine may be gone
 * without a word.
 */
const LOOK_EVERY_MS = 20_000

/**
 * The builders of these names; the one that buildx takes by itself when there are none. Findings when buildx does not know
 * one. A builder that does not answer after a failure, or for long while it builds, is lost: what runs there ends at once.
 * The last one is not given up before a build has used its tries: it may come back.
 */
export async function openBuilders(
  world: Pick<World, 'log'>,
  buildx: Buildx,
  names: readonly string[],
  signal: AbortSignal,
  lookEveryMs: number = LOOK_EVERY_MS
): Promise<readonly Builder[] | { readonly unknown: readonly Diagnostic[] }> {
  if (names.length === 0) return [{ name: undefined, buildx, signal, isGone: () => Promise.resolve(false) }]
  const left = new Set(names)
  const states = await Promise.all([...left].map(async name => ({ name, state: await buildx.look(name) })))
  const unknown = states.filter(({ state }) => state === 'unknown').map(({ name }) => unknownBuilder(name))
  return unknown.length > 0 ? { unknown } : states.map(open)

  function open({ name, state }: { readonly name: string; readonly state: BuilderState }): Builder {
    const lost = new AbortController()
    // buildx starts a builder that does not run yet, and may have to pull it first.
    let hasRun = state === 'running'
    const isSilent = async (): Promise<boolean> => (await buildx.look(name)) !== 'running'
    const giveUp = (): void => {
      if (signal.aborted || left.size === 1 || !left.delete(name)) return
      world.log.warn(`builder ${name} does not answer any more: its images go to the others`)
      lost.abort()
    }
    const isGone = async (): Promise<boolean> => {
      if (lost.signal.aborted) return true
      const gone = await isSilent()
      if (gone) giveUp()
      return gone
    }
    const watch = (): NodeJS.Timeout => {
      let misses = 0
      return setInterval(() => {
        const count = (silent: boolean): void => {
          hasRun ||= !silent
          misses = silent && hasRun ? misses + 1 : 0
          if (misses >= 2) giveUp()
        }
        // A machine that can start no process says nothing about the builder.
        void isSilent().then(count, () => undefined)
      }, lookEveryMs)
    }
    return {
      name: names.length > 1 ? name : undefined,
      signal: AbortSignal.any([signal, lost.signal]),
      isGone,
      buildx: {
        ...buildx,
        build: async (args, options) => {
          const environment = { ...options.environment, BUILDX_BUILDER: name }
          const timer = watch()
          try {
            const result = await buildx.build(args, { ...options, environment })
            // What would be tried again is not tried on a builder that is gone.
            if (result.code !== 0 && classifyBuildxError(result.stderr) !== 'final') await isGone()
            return result
          } finally {
            clearInterval(timer)
          }
        }
      }
    }
  }
}

function unknownBuilder(name: string): Diagnostic {
  const remedy = 'look at `docker buildx ls`, or make it with `docker buildx create`; nothing was built'
  const message = `--builder ${JSON.stringify(name)}: buildx has no builder of this name`
  return errorAt('E004', COMMAND_LINE, message, remedy)
}

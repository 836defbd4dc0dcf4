import { attempt } from './attempt.js'
import type { Ending, Fault } from './attempt.js'
import type { Kind } from './kinds.js'
import { IMAGES } from './rig.js'
import type { Rig, Scene } from './rig.js'

/** Which faults are tried at which requests. */
export interface PassingRequest {
  readonly kinds: readonly Kind[]
  /** Every request, or every second, third… */
  readonly every: number
  /** Every kind at every request, or one after the other in turn. */
  readonly all: boolean
  /** Where the turn of the kinds begins. */
  readonly seed: number
  readonly scenes: readonly Scene[]
}

/** A run with one fault at one request, and what was not as it should be: empty when all was. */
export interface Trial {
  readonly scene: Scene
  readonly fault: Fault
  readonly ending: Ending
  readonly wrong: string
  /** Everything that the run logged. */
  readonly log: string
}

/**
 * Runs the tree once undisturbed, then once for every request with one fault there; each has to end green with the
 * platform digests of the undisturbed run. `tell` gets every trial as it ends, and the undisturbed run first.
 */
export async function tryPassing(
  rig: Rig,
  request: PassingRequest,
  tell: (trial: Trial | { readonly scene: Scene; readonly undisturbed: Ending }) => void
): Promise<void> {
  for (const scene of request.scenes) {
    const undisturbed = await attempt(rig, rig.bench(scene))
    if (undisturbed.end !== 'green') throw new Error(`undisturbed: ${undisturbed.says}`)
    tell({ scene, undisturbed })
    for (const fault of faultsOf(request, undisturbed)) {
      const bench = rig.bench(scene)
      const ending = await attempt(rig, bench, fault)
      tell({ scene, fault, ending, wrong: wrongIn(ending, undisturbed), log: bench.log() })
    }
  }
}

function* faultsOf(request: PassingRequest, undisturbed: Ending): Generator<Fault> {
  const { kinds, every, all, seed } = request
  for (let at = 1; at <= undisturbed.requests.length; at += every) {
    const asked = undisturbed.requests[at - 1]
    const fitting = kinds.filter(kind => asked !== undefined && kind.fits(asked))
    const turn = fitting[(at + seed) % Math.max(1, fitting.length)]
    const chosen = all ? fitting : turn === undefined ? [] : [turn]
    for (const kind of chosen) yield { kind, at, stays: false }
  }
}

/** What of a run is not as it was undisturbed; empty when all is. */
export function wrongIn(ending: Ending, undisturbed: Ending): string {
  if (ending.end !== 'green') return `${ending.end}: ${ending.says}`
  const other = IMAGES.filter(image => ending.digests[image] !== undisturbed.digests[image])
  return other.length === 0 ? '' : `another digest of ${other.join(', ')}`
}

import type { Bench } from '../support/bench.js'
import { manifestOf, tagsOf } from '../support/registry-view.js'
import { attempt } from './attempt.js'
import type { Ending } from './attempt.js'
import { wrongIn } from './passing.js'
import type { Rig } from './rig.js'

/** A run whose staging repository was emptied at one request, and the same run again. */
export interface DeletedTrial {
  readonly at: number
  readonly ending: Ending
  readonly repeated: Ending
  readonly wrong: string
  readonly log: string
}

/**
 * Deletes all manifests of staging at request k of a run, for every `every`-th k: the run has to end green with the usual
 * digests or red with a finding, and the same run again green.
 */
export async function tryDeleted(
  rig: Rig,
  every: number,
  tell: (trial: DeletedTrial) => void
): Promise<void> {
  const undisturbed = await attempt(rig, rig.bench('cold'))
  for (let at = 1; at <= undisturbed.requests.length; at += every) {
    const bench = rig.bench('cold')
    const ending = await attempt(rig, bench, undefined, { at, does: () => emptyStaging(rig, bench) })
    const log = bench.log()
    const repeated = await attempt(rig, bench)
    const wrong = [
      ending.end === 'red' && /^[A-Z]\d{3} /.test(ending.says) ? '' : wrongIn(ending, undisturbed),
      wrongIn(repeated, undisturbed)
    ]
    tell({ at, ending, repeated, wrong: wrong.filter(text => text !== '').join('; the repeat: '), log })
  }
}

/** As somebody with the rights could, past the front. */
async function emptyStaging(rig: Rig, bench: Bench): Promise<void> {
  const staging = bench.staging.replace(/^[^/]*/, rig.registry)
  for (const tag of await tagsOf(staging)) {
    const digest = (await manifestOf(staging, tag))?.digest
    const [host = '', ...path] = staging.split('/')
    if (digest !== undefined)
      await fetch(`http://${host}/v2/${path.join('/')}/manifests/${digest}`, { method: 'DELETE' })
  }
}

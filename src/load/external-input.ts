import type { ImageReference } from '../dockerfile/types.js'
import { lockedBase, lockEntry } from '../freshness/lock.js'
import type { Lock } from '../freshness/lock.js'
import type { ExternalInput } from '../keys/inputs.js'
import { lockedConfig } from './locked-config.js'

/** An external base as a build takes it; `before` is what an earlier instruction made of it. */
export function externalOf(
  taken: Pick<ImageReference, 'reference' | 'contextName' | 'use' | 'onBuilder' | 'line'> & {
    readonly wanted: string
  },
  target: string,
  before: ExternalInput | undefined,
  lock: Lock
): ExternalInput {
  const { reference, contextName, use, wanted, line } = taken
  const several = before !== undefined && (before.whole === true || before.platform !== wanted)
  const whole = several || use === 'syntax' || taken.onBuilder === true
  const platform = whole ? target : wanted
  // A platform manifest where the index is needed would be an image of the wrong platform; it then counts by its name.
  const isFit = !whole || lockedBase(lock, reference, platform)?.index === true
  const from = use === 'from' ? { line, triggers: knownTriggers(lock, taken, target) } : undefined
  const begins = before?.from ?? from
  return {
    reference,
    contextName,
    platform,
    whole,
    lock: isFit ? lockEntry(lock, reference, platform) : null,
    frontend: use === 'syntax' && before?.frontend !== false,
    ...(begins === undefined ? {} : { from: begins })
  }
}

/** The triggers that {@link lockedConfig} hands on for this base; none when the lock does not hold it for the target. */
function knownTriggers(
  lock: Lock,
  { reference, contextName }: Pick<ImageReference, 'reference' | 'contextName'>,
  target: string
): readonly string[] {
  const triggers = lockedBase(lock, reference, target)?.onbuild ?? []
  return triggers.length > 0 && lockedConfig(lock, contextName, target) === undefined ? [] : triggers
}

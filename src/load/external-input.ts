import type { ImageReference } from '../dockerfile/types.js'
import { lockedBase, lockEntry } from '../freshness/lock.js'
import type { Lock } from '../freshness/lock.js'
import type { ExternalInput } from '../keys/inputs.js'

/** An external base as a build takes it; `before` is what an earlier instruction made of it. */
export function externalOf(
  taken: Pick<ImageReference, 'reference' | 'contextName' | 'use' | 'onBuilder'> & {
    readonly wanted: string
  },
  target: string,
  before: ExternalInput | undefined,
  lock: Lock
): ExternalInput {
  const { reference, contextName, use, wanted } = taken
  const several = before !== undefined && (before.whole === true || before.platform !== wanted)
  const whole = several || use === 'syntax' || taken.onBuilder === true
  const platform = whole ? target : wanted
  // A platform manifest where the index is needed would be an image of the wrong platform; it then counts by its name.
  const isFit = !whole || lockedBase(lock, reference, platform)?.index === true
  return {
    reference,
    contextName,
    platform,
    whole,
    lock: isFit ? lockEntry(lock, reference, platform) : null,
    frontend: use === 'syntax' && before?.frontend !== false
  }
}

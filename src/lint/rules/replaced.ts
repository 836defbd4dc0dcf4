import { errorAt } from '../../diagnostics/diagnostic.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'
import { admits } from '../versions.js'
import { having, sharedNames, sizeOf } from './shared-names.js'
import type { SharedName } from './shared-names.js'

/** L002: an image asks for another version of what the images below have, which an install therefore replaces. */
export const replaced: Rule = check =>
  sharedNames(check).flatMap((shared): readonly Diagnostic[] => {
    const { below, asked } = shared
    if (!isReplaced(shared)) return []
    const reason = asked.find(({ versions }) => !fits(versions, below.version)) ?? asked[0]
    const message =
      `${check.image} asks for ${reason.written}, but ${having(below)}: installing replaces it, ` +
      `and the copy below stays in its layer unused, cost: ${sizeOf(below)}`
    const remedy = `remove ${below.name} here, or move its version in ${below.image}`
    return [errorAt('L002', at(asked[0]), message, remedy)]
  })

/** Whether an install puts another version in the place of the one below. */
export function isReplaced({ below, asked }: SharedName): boolean {
  return asked.some(({ versions }) => !fits(versions, below.version))
}

/** An address is never known to hold the version that is there. */
function fits(versions: string | undefined, version: string | undefined): boolean {
  if (versions === undefined) return false
  return version === undefined || admits(versions, version)
}

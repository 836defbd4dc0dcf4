import { errorAt } from '../../diagnostics/diagnostic.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { at, placeOf } from '../check.js'
import type { Rule } from '../check.js'
import { mayApply } from '../markers.js'
import type { AskedIn } from '../reading.js'
import { canBothHold } from '../versions.js'

/** L003: two lines of one install ask for versions of a package that cannot both hold; pip and uv refuse that. */
export const conflict: Rule = ({ image, platform, reading }) => {
  const asked = new Set(reading.requirements.map(({ name }) => name))
  const byName = new Map<string, AskedIn[]>()
  for (const line of [...reading.constraints, ...reading.requirements]) {
    // Lines that hold on some machines only may be meant for different ones.
    if (!asked.has(line.name) || line.marker !== '' || !mayApply(line.marker, platform)) continue
    const lines = byName.get(line.name)
    if (lines === undefined) byName.set(line.name, [line])
    else lines.push(line)
  }
  return [...byName.values()].flatMap((lines): readonly Diagnostic[] => {
    const [late, early] = firstClash(lines) ?? []
    if (late === undefined || early === undefined) return []
    const message = `${image} asks for ${late.written} here and ${early.written} in ${placeOf(early)}, which cannot both hold`
    return [errorAt('L003', at(late), message, 'change one of the two; of a lock, resolve it again')]
  })
}

function firstClash(lines: readonly AskedIn[]): readonly [AskedIn, AskedIn] | undefined {
  const different = [...new Map(lines.toReversed().map(line => [line.versions, line])).values()].reverse()
  for (const [index, late] of different.slice(0, MOST_COMPARED).entries()) {
    const early = different.slice(0, index).find(each => clash(late, each))
    if (early !== undefined) return [late, early]
  }
  return undefined
}

/** Of a package that is named more often with different versions, only so many are compared. */
const MOST_COMPARED = 50

function clash({ versions: a }: AskedIn, { versions: b }: AskedIn): boolean {
  return a !== undefined && b !== undefined && !canBothHold(a, b)
}

import { mayApply } from '../markers.js'
import type { Package } from '../packages.js'
import type { AskedIn } from '../reading.js'
import { placeOf } from '../check.js'
import type { Check } from '../check.js'

/** A package that an install asks for although the images below have it. */
export interface SharedName {
  readonly below: Package
  /** The lines that ask for it, those of the file that a lock comes from first: there it is put right. */
  readonly asked: readonly [AskedIn, ...AskedIn[]]
}

/** The packages that an install and the images below have both. */
export function sharedNames({ reading, inherited, platform }: Check): readonly SharedName[] {
  const byName = new Map<string, AskedIn[]>()
  for (const asked of reading.requirements) {
    if (!inherited.has(asked.name) || !mayApply(asked.marker, platform)) continue
    const lines = byName.get(asked.name)
    if (lines === undefined) byName.set(asked.name, [asked])
    else lines.push(asked)
  }
  return [...byName].flatMap(([name, lines]) => {
    const below = inherited.get(name)
    const [first, ...others] = [
      ...lines.filter(({ origin }) => origin),
      ...lines.filter(({ origin }) => !origin)
    ]
    return below === undefined || first === undefined ? [] : [{ below, asked: [first, ...others] as const }]
  })
}

/** The installed size of a package in bytes, as recorded in its image, or that nobody recorded it. */
export function sizeOf({ bytes, image }: Package): string {
  return bytes === undefined ? `unknown, no list of ${image} says it` : `${String(bytes)} bytes`
}

/** `python-base has fastapi 0.118.0 (images/python-base/lock.txt:12)`. */
export function having(found: Package): string {
  const { image, name, version } = found
  return `${image} has ${name}${version === undefined ? '' : ` ${version}`} (${placeOf(found)})`
}

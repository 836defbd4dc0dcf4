import { normalisedName, readRequirements } from '../keys/requirements.js'
import { mayApply } from './markers.js'
import type { Reading } from './reading.js'
import { exactVersion } from './versions.js'

/** A package that an image has installed. */
export interface Package {
  readonly name: string
  /** Undefined where no lock and no list says it. */
  readonly version: string | undefined
  /** The image that installed it. */
  readonly image: string
  /** Where that is said. */
  readonly file: string
  readonly line?: number
  /** Installed bytes, as recorded in the image; undefined where nobody recorded them. */
  readonly bytes?: number
}

/** Packages by normalised name. */
export type Packages = ReadonlyMap<string, Package>

/** What an image's own installs bring, on one platform: exact pins of requirements, else of constraints. */
export function ownPackages(image: string, readings: readonly Reading[], platform: string): Packages {
  const packages = new Map<string, Package>()
  for (const { requirements, constraints } of readings) {
    const pins = new Map(constraints.map(({ name, versions }) => [name, exactVersion(versions)]))
    for (const asked of requirements) {
      const { name, versions, marker, file, line, origin } = asked
      if (origin || !mayApply(marker, platform)) continue
      const version = exactVersion(versions) ?? pins.get(name)
      if (version === undefined && packages.has(name)) continue
      packages.set(name, { name, version, image, file, line })
    }
  }
  return packages
}

/**
 * Packages completed by a list of what is in the image, in the form of `pip freeze`. It may give installed sizes:
 * `numpy==1.26.4  # 71234567 bytes`. A version that requirements say stands, since a list may be older.
 */
export function withList(packages: Packages, image: string, file: string, text: string): Packages {
  const sizes = sizesIn(text)
  const complete = new Map(packages)
  for (const { name, versions } of readRequirements(text)) {
    if (name === undefined) continue
    const version = exactVersion(versions)
    const known = packages.get(name) ?? { name, version, image, file }
    if (known.version !== undefined && known.version !== version) continue
    const bytes = sizes.get(name)
    complete.set(name, { ...known, version, ...(bytes === undefined ? {} : { bytes }) })
  }
  return complete
}

function sizesIn(text: string): ReadonlyMap<string, number> {
  const found = text.matchAll(/^([A-Za-z0-9._-]+)==\S+[ \t]+#[ \t]*([0-9]{1,15}) bytes\b/gm)
  return new Map([...found].map(([, name = '', bytes]) => [normalisedName(name), Number(bytes)]))
}

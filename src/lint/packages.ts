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
 * Packages as the list that `installed:` names has them. It may give their sizes: `numpy==1.26.4  # 71234567 bytes`. What a
 * parent has too, in the same version, stays the parent's.
 */
export function recordedPackages(image: string, file: string, text: string, inherited: Packages): Packages {
  const sizes = new Map(
    [...text.matchAll(/^([A-Za-z0-9._-]+)==\S+[ \t]+#[ \t]*([0-9]{1,15}) bytes\b/gm)].map(
      ([, name = '', bytes]) => [normalisedName(name), Number(bytes)]
    )
  )
  const packages = new Map<string, Package>()
  for (const { name, versions } of readRequirements(text)) {
    if (name === undefined) continue
    const version = exactVersion(versions)
    const bytes = sizes.get(name)
    const above = inherited.get(name)
    const size = bytes === undefined ? {} : { bytes }
    packages.set(
      name,
      above?.version === version && above !== undefined
        ? { ...size, ...above }
        : { name, version, image, file, ...size }
    )
  }
  return packages
}

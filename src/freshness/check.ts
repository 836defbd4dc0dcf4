import { parseReference } from '../manifest/reference.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { WantedBase } from './bases.js'
import { epochAge } from './epoch.js'
import { lockedBase } from './lock.js'
import type { Lock } from './lock.js'
import { gone } from './refresh.js'

/** A lock held against the images that use it. */
export interface LockCheck {
  /** Path of the lock from the repository root. */
  readonly file: string
  readonly exists: boolean
  /** Bases that the lock pins. */
  readonly locked: readonly CheckedBase[]
  /** Bases that the lock does not know: they count by their name, and each run takes what the tag means then. */
  readonly missing: readonly CheckedBase[]
  /** Entries that no image takes. */
  readonly unused: readonly {
    readonly reference: string
    readonly platform: string
    readonly digest: string
  }[]
  /** References with a digest of their own. */
  readonly pinned: readonly string[]
  readonly epochs: readonly CheckedEpoch[]
  /** Images with `ARG PATCH_EPOCH` and no epoch. */
  readonly withoutEpoch: readonly string[]
}

/** A base that images take. */
export interface CheckedBase {
  readonly reference: string
  readonly platform: string
  /** Null where the lock has none. */
  readonly digest: string | null
  /** Images that take it themselves. */
  readonly images: readonly string[]
}

/** The patch epoch of an image. */
export interface CheckedEpoch {
  readonly image: string
  readonly epoch: string
  readonly reason: string
  /** Whole weeks since its week began; null when it is not named after a week. */
  readonly weeks: number | null
}

/** What a lock is held against. */
export interface CheckedAgainst {
  readonly file: string
  readonly exists: boolean
  readonly lock: Lock
  readonly wanted: readonly WantedBase[]
  readonly snapshot: Snapshot
  /** Images that declare the argument of the patch epoch. */
  readonly declaring: readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Holds a lock against the images of a commit or working tree. */
export function checkLock(given: CheckedAgainst): LockCheck {
  const { file, exists, lock, wanted, snapshot, declaring, now } = given
  const bases = wanted.map(({ reference, platform, takers }): CheckedBase => {
    const digest = lockedBase(lock, reference, platform)?.digest ?? null
    return { reference, platform, digest, images: takers }
  })
  return {
    file,
    exists,
    locked: bases.filter(base => base.digest !== null),
    missing: bases.filter(base => base.digest === null),
    unused: gone(lock, wanted).map(({ reference, platform, before }) => {
      return { reference, platform, digest: before ?? '' }
    }),
    pinned: pinnedBases(snapshot),
    epochs: Object.entries(lock.epochs).map(([image, { epoch, reason }]) => {
      return { image, epoch, reason, weeks: epochAge(epoch, now) ?? null }
    }),
    withoutEpoch: declaring.filter(image => !Object.hasOwn(lock.epochs, image))
  }
}

function pinnedBases(snapshot: Snapshot): readonly string[] {
  const externals = [...snapshot.images.values()].flatMap(image =>
    [...image.platforms.values()].flatMap(inputs => inputs.externals)
  )
  const pinned = externals.filter(({ reference }) => parseReference(reference)?.digest !== undefined)
  return [...new Set(pinned.map(({ reference }) => reference))].sort()
}

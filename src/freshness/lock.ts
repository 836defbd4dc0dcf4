import type { Json } from '../keys/canonical.js'

/** The committed lock: what external bases were at the last refresh, and which images got a patch epoch. */
export interface Lock {
  /** By normalised reference and platform: `{digest, onbuild, env}`. */
  readonly bases: Readonly<Record<string, Readonly<Record<string, LockedBase>>>>
  /** By image name. */
  readonly epochs: Readonly<Record<string, LockedEpoch>>
}

/** The patch epoch of one image: a text that changes when security updates are to be taken in, and why it changed. */
export interface LockedEpoch {
  readonly epoch: string
  readonly reason: string
}

/** One external base on one platform. */
export interface LockedBase {
  /** Digest of the platform's manifest, or of the index that holds it. */
  readonly digest: string
  readonly onbuild: readonly string[]
  readonly env: readonly string[]
  /** True when `digest` is that of the index, and so fits every platform. */
  readonly index?: true
}

/** The lock of a repository that has none: bases count by their name. */
export const EMPTY_LOCK: Lock = { bases: {}, epochs: {} }

/** What the lock says of a base (normalised reference) on a platform; undefined when it says nothing. */
export function lockedBase(lock: Lock, reference: string, platform: string): LockedBase | undefined {
  const byPlatform = Object.hasOwn(lock.bases, reference) ? lock.bases[reference] : undefined
  return byPlatform !== undefined && Object.hasOwn(byPlatform, platform) ? byPlatform[platform] : undefined
}

/** The lock's entry for a base on a platform as it goes into a key; null when there is none. */
export function lockEntry(lock: Lock, reference: string, platform: string): Json {
  const base = lockedBase(lock, reference, platform)
  return base === undefined ? null : { digest: base.digest, onbuild: base.onbuild, env: base.env }
}

/** An image's patch epoch; null when it has none. */
export function epochOf(lock: Lock, image: string): string | null {
  return Object.hasOwn(lock.epochs, image) ? (lock.epochs[image]?.epoch ?? null) : null
}

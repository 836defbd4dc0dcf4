import { parse } from 'yaml'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import type { Json } from '../keys/canonical.js'

/** The committed lock: what external bases were at the last refresh, and which images got a patch epoch. */
export interface Lock {
  /** By normalised reference and platform: `{digest, onbuild, env}`. */
  readonly bases: Readonly<Record<string, Readonly<Record<string, LockedBase>>>>
  /** By image name. */
  readonly epochs: Readonly<Record<string, { readonly epoch: string; readonly reason: string }>>
}

/** One external base on one platform. */
export interface LockedBase {
  /** Digest of the platform's manifest, or of the index that holds it. */
  readonly digest: string
  readonly onbuild: readonly string[]
  readonly env: readonly string[]
}

/** The lock of a repository that has none: bases count by their name. */
export const EMPTY_LOCK: Lock = { bases: {}, epochs: {} }

/** Largest lock that is read, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024

/** Reads the lock: text of the file to a checked lock, or what is wrong with it. */
export function readLock(
  text: string,
  file: string
): { readonly lock: Lock; readonly diagnostics: readonly Diagnostic[] } {
  const wrong = (message: string): { lock: Lock; diagnostics: readonly Diagnostic[] } => ({
    lock: EMPTY_LOCK,
    diagnostics: [
      errorAt('M010', { file }, message, 'write the file again with `base-images lock --refresh`')
    ]
  })
  if (text.length > MAX_BYTES) return wrong('the lock is larger than 4 MB')
  let value: unknown
  try {
    value = parse(text, { maxAliasCount: 0, prettyErrors: false })
  } catch (error) {
    return wrong(`the lock is no YAML: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (value === null) return { lock: EMPTY_LOCK, diagnostics: [] }
  if (!isRecord(value) || value['version'] !== 1) return wrong('the lock must be a map with `version: 1`')
  const bases = value['bases'] ?? {}
  const epochs = value['epochs'] ?? {}
  if (!isRecord(bases) || !Object.values(bases).every(isBaseEntry)) {
    return wrong('`bases` must map references to platforms to {digest, onbuild, env}')
  }
  if (!isRecord(epochs) || !Object.values(epochs).every(isEpoch)) {
    return wrong('`epochs` must map images to {epoch, reason}')
  }
  return { lock: { bases: bases as Lock['bases'], epochs: epochs as Lock['epochs'] }, diagnostics: [] }
}

/** The lock's entry for a base on a platform as it goes into a key; null when there is none. */
export function lockEntry(lock: Lock, reference: string, platform: string): Json {
  const byPlatform = Object.hasOwn(lock.bases, reference) ? lock.bases[reference] : undefined
  const base =
    byPlatform !== undefined && Object.hasOwn(byPlatform, platform) ? byPlatform[platform] : undefined
  return base === undefined ? null : { digest: base.digest, onbuild: base.onbuild, env: base.env }
}

/** An image's patch epoch; null when it has none. */
export function epochOf(lock: Lock, image: string): string | null {
  return Object.hasOwn(lock.epochs, image) ? (lock.epochs[image]?.epoch ?? null) : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function isBaseEntry(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every(
      base =>
        isRecord(base) &&
        typeof base['digest'] === 'string' &&
        /^sha256:[0-9a-f]{64}$/.test(base['digest']) &&
        isTexts(base['onbuild']) &&
        isTexts(base['env'])
    )
  )
}

function isEpoch(value: unknown): boolean {
  return isRecord(value) && typeof value['epoch'] === 'string' && typeof value['reason'] === 'string'
}

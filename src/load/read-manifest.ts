import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { EMPTY_LOCK } from '../freshness/lock.js'
import type { Lock } from '../freshness/lock.js'
import type { Manifest } from '../manifest/types.js'
import type { Memory } from './memory.js'
import type { Source } from './source.js'

/** Where the manifest is when nobody says otherwise. */
export const DEFAULT_MANIFEST = 'images/manifest.yaml'

/** The manifest and the lock beside it as a commit has them. */
export interface ManifestAndLock {
  readonly manifest: Manifest | undefined
  readonly lock: Lock
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the manifest at a path from the repository root, and `lock.yaml` in the same folder. */
export async function readManifestAndLock(
  source: Source,
  path: string,
  memory: Memory
): Promise<ManifestAndLock> {
  const lockPath = lockBeside(path)
  const texts = await source.texts([path, lockPath])
  const text = texts.get(path)
  if (text === undefined) {
    const remedy = `create ${path}, or name the manifest with --manifest; docs/manifest.md shows one`
    const found = source.tree.get(path) === undefined ? 'no such file is tracked' : 'it is no regular file'
    const diagnostic = errorAt('M001', { file: path }, `expected a manifest here: ${found}`, remedy)
    return { manifest: undefined, lock: EMPTY_LOCK, diagnostics: [diagnostic] }
  }
  const { manifest, diagnostics } = await memory.manifest(text, path)
  const lockText = texts.get(lockPath)
  if (lockText === undefined) return { manifest, lock: EMPTY_LOCK, diagnostics }
  const { readLock } = await import('../freshness/read-lock.js')
  const read = readLock(lockText, lockPath)
  return { manifest, lock: read.lock, diagnostics: [...diagnostics, ...read.diagnostics] }
}

/** Path of the lock that belongs to a manifest. */
export function lockBeside(manifest: string): string {
  return `${manifest.slice(0, manifest.lastIndexOf('/') + 1)}lock.yaml`
}

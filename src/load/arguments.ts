import type { Lock } from '../freshness/lock.js'
import { epochOf } from '../freshness/lock.js'
import { hasPlaceholder } from '../manifest/names.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'

/** The build argument that carries the patch epoch into the layer that installs system packages. */
export const EPOCH_ARGUMENT = 'PATCH_EPOCH'

/** The build arguments of an image as texts: `{image: x}` is x's public reference, the patch epoch comes from the lock. */
export function argumentsOf(
  spec: ImageSpec,
  manifest: Manifest,
  lock: Lock
): Readonly<Record<string, string>> {
  const args: Record<string, string> = {}
  const epoch = epochOf(lock, spec.name)
  if (epoch !== null) args[EPOCH_ARGUMENT] = epoch
  for (const [name, value] of Object.entries(spec.args)) {
    args[name] = typeof value === 'string' ? value : publicReference(value.image, manifest)
  }
  return args
}

/** The reference under which an image is public: its repository with its first fixed tag. */
export function publicReference(name: string, manifest: Manifest): string {
  const spec = manifest.images.find(image => image.name === name)
  if (spec === undefined) throw new Error(`Internal error: the manifest has no image ${name}`)
  const tag = spec.tags.find(each => !hasPlaceholder(each)) ?? 'latest'
  return `${spec.repository}:${tag}`
}

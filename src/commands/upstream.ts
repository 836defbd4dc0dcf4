import type { WantedBase } from '../freshness/bases.js'
import type { Upstream } from '../freshness/refresh.js'
import { readBaseConfig, readBaseManifest } from '../freshness/upstream.js'
import { RegistryError } from '../io/registry-error.js'
import { parseReference, repositoryOf } from '../manifest/reference.js'
import type { ManifestBytes, Registry } from '../ports.js'

/**
 * Asks registries what external bases are now: tag → index → manifest of the platform → configuration. Each tag is asked
 * once, so that all platforms of a base are of one moment. A registry that fails makes its bases `failed`, nothing else.
 */
export function openUpstream(registry: Registry): (base: WantedBase) => Promise<Upstream> {
  const asked = new Map<string, Promise<ManifestBytes | undefined>>()
  return async base => {
    const parsed = parseReference(base.reference)
    if (parsed === undefined) return failed(`${base.reference} is no image reference`)
    const repository = repositoryOf(parsed)
    const tag = parsed.tag ?? 'latest'
    const tagged = asked.get(base.reference) ?? registry.manifest(repository, tag)
    asked.set(base.reference, tagged)
    try {
      return await follow(registry, repository, await tagged, base)
    } catch (error) {
      if (error instanceof RegistryError) return failed(error.message)
      throw error
    }
  }
}

async function follow(
  registry: Registry,
  repository: string,
  tagged: ManifestBytes | undefined,
  base: WantedBase
): Promise<Upstream> {
  if (tagged === undefined) return failed(`${base.reference} does not exist in its registry`)
  const top = readBaseManifest(tagged.bytes)
  if (top === undefined) return failed(`${base.reference} is neither an index nor an image`)
  const whole = { digest: tagged.descriptor.digest, index: true as const }
  if (base.frontend) return { kind: 'found', base: { ...whole, onbuild: [], env: [] } }
  const digest = top.kind === 'index' ? top.digestFor(base.platform) : tagged.descriptor.digest
  if (digest === undefined) return failed(`${base.reference} has no image for ${base.platform}`)
  const below = top.kind === 'index' ? await registry.manifest(repository, digest) : tagged
  const manifest = below && readBaseManifest(below.bytes)
  const configDigest = manifest?.kind === 'manifest' ? manifest.config : undefined
  const blob = configDigest === undefined ? undefined : await registry.blob(repository, configDigest)
  const config = blob && readBaseConfig(blob)
  if (config === undefined) return failed(`${base.reference} has no configuration for ${base.platform}`)
  if (config.platform !== undefined && config.platform !== base.platform) {
    return failed(`${base.reference} is an image for ${config.platform}, not for ${base.platform}`)
  }
  const { onbuild, env } = config
  return { kind: 'found', base: { ...(base.whole ? whole : { digest }), onbuild, env } }
}

function failed(reason: string): Upstream {
  return { kind: 'failed', reason }
}

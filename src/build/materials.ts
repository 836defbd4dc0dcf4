import { isObject, objectIn } from '../keys/json.js'
import { digestIn } from './handover.js'

/** What `buildx build --metadata-file` tells of a build. */
export interface BuildMetadata {
  /** Digest of what was pushed. */
  readonly digest: string
  /** Images the build took: digests (`sha256:…`) with the URI that BuildKit names them by. */
  readonly images: readonly { readonly uri: string; readonly digest: string }[]
}

/**
 * Reads the metadata file: the pushed digest and the images among the materials of the provenance, which is there even
 * without attestations (BUILDX_METADATA_PROVENANCE). Undefined when it is not what buildx writes.
 */
export function readMetadata(text: string): BuildMetadata | undefined {
  const value = objectIn(text)
  const digest = value?.['containerimage.digest']
  const provenance = value?.['buildx.build.provenance']
  if (typeof digest !== 'string' || !isObject(provenance)) return undefined
  const materials = provenance['materials']
  // A build FROM scratch without files has no materials at all.
  if (materials === undefined || materials === null) return { digest, images: [] }
  if (!Array.isArray(materials)) return undefined
  const images: { uri: string; digest: string }[] = []
  for (const material of materials as readonly unknown[]) {
    if (!isObject(material) || typeof material['uri'] !== 'string') return undefined
    if (!material['uri'].startsWith('pkg:docker/') && !material['uri'].startsWith('pkg:oci/')) continue
    const digests = material['digest']
    const sha256 = isObject(digests) ? digests['sha256'] : undefined
    if (typeof sha256 !== 'string') return undefined
    images.push({ uri: material['uri'], digest: `sha256:${sha256}` })
  }
  return { digest, images }
}

/** How the materials of a build differ from what the plan names; both empty when they do not. */
export interface MaterialsDifference {
  /** Taken, although the plan does not name it. */
  readonly foreign: readonly string[]
  /** Named by the plan, but not taken: the hand-over did not reach its instruction. */
  readonly missing: readonly string[]
}

/** Compares the digests of the materials with those of the images that were handed over. */
export function compareMaterials(
  images: BuildMetadata['images'],
  handed: readonly { readonly reference: string }[]
): MaterialsDifference {
  const expected = new Map(handed.map(each => [digestIn(each.reference), each.reference]))
  const taken = new Set(images.map(image => image.digest))
  return {
    foreign: images
      .filter(image => !expected.has(image.digest))
      .map(image => `${image.uri} (${image.digest})`),
    missing: [...expected].filter(([digest]) => !taken.has(digest)).map(([, reference]) => reference)
  }
}

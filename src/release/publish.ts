import type { ManifestBytes } from '../ports.js'
import { blobsOf } from './contents.js'
import { inParallel } from './parallel.js'
import { UnsettledError } from './unsettled.js'
import type { ReleasePorts, ReleaseRequest, ReleaseTarget, StagedPlatform } from './types.js'

const BLOBS_AT_ONCE = 4

/** Makes the blobs of a platform manifest exist in another repository: mounted where the registry can, else copied. */
export async function copyBlobs(
  registry: Pick<ReleasePorts['registry'], 'copyBlob'>,
  from: string,
  to: string,
  manifest: ManifestBytes
): Promise<void> {
  await inParallel(BLOBS_AT_ONCE, blobsOf(manifest), blob => registry.copyBlob(from, to, blob))
}

/**
 * Makes an index exist in its public repository by digest only: blobs, then platform manifests, then the index, read
 * back. No tag moves, so nobody sees it yet. Of an index that is there the platform manifests are looked at all the same: a
 * registry takes it only after all it names, but what deletes whatever has no tag leaves an index that nobody can pull.
 */
export async function publishByDigest(
  request: ReleaseRequest,
  ports: ReleasePorts,
  target: ReleaseTarget
): Promise<void> {
  const { registry } = ports
  const { repository } = target.image
  const { digest } = target.index.descriptor
  for (const staged of target.staged) await publishPlatform(request, ports, repository, staged)
  const isThere = target.tags.some(({ current }) => current?.descriptor.digest === digest)
  if (isThere || (await registry.head(repository, digest)) !== undefined) return
  await putReadBack(ports, repository, digest, target.index)
}

/** Puts a manifest under a tag or digest and reads it back; throws when the registry then has something else. */
export async function putReadBack(
  { registry }: Pick<ReleasePorts, 'registry'>,
  repository: string,
  reference: string,
  manifest: ManifestBytes
): Promise<void> {
  await registry.putManifest(repository, reference, manifest.descriptor.mediaType, manifest.bytes)
  const found = await registry.head(repository, reference)
  if (found?.digest === manifest.descriptor.digest) return
  throw new UnsettledError(
    `${repository}: ${reference} was written as ${manifest.descriptor.digest} and is read back as ${found?.digest ?? 'nothing'}`
  )
}

async function publishPlatform(
  request: ReleaseRequest,
  { registry }: ReleasePorts,
  repository: string,
  { manifest }: StagedPlatform
): Promise<void> {
  const { digest, mediaType } = manifest.descriptor
  if (repository === request.staging || (await registry.head(repository, digest)) !== undefined) return
  await copyBlobs(registry, request.staging, repository, manifest)
  await registry.putManifest(repository, digest, mediaType, manifest.bytes)
}

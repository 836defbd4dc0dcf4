import { testHash } from '../build/smoke.js'
import type { ManifestBytes } from '../ports.js'
import { artifactOf } from './artifact.js'
import { compressedSize } from './contents.js'
import { carriedCommit, CREATED, REVISION } from './image-index.js'
import type { ReleaseRequest, ReleaseTarget, StagedPlatform } from './types.js'

/** Artifact and layer type of a release record. */
export const RECORD_TYPE = 'application/vnd.base-images.release.v1+json'

/** A release record: what one commit made public. `digests` is the canonical JSON of `digests.json`. */
export interface ReleaseRecord {
  readonly digests: Uint8Array
  readonly manifest: ManifestBytes
  /** Tag of this very record: the commit's first 12 digits. */
  readonly tag: string
}

/** Makes the record of a release as an OCI artifact; equal releases give equal bytes. */
export function recordOf(request: ReleaseRequest, targets: readonly ReleaseTarget[]): ReleaseRecord {
  const commit = carriedCommit(request.commit)
  const images = Object.fromEntries(targets.map(target => [target.image.name, recordedImage(target)]))
  const { content, manifest } = artifactOf(
    RECORD_TYPE,
    { version: 1, commit: commit.revision, time: commit.created, images },
    {
      layer: { 'org.opencontainers.image.title': 'digests.json' },
      manifest: { [REVISION]: commit.revision, [CREATED]: commit.created }
    }
  )
  return { digests: content, manifest, tag: commit.revision.slice(0, 12) }
}

/** What the tag of a record looks like: the first 12 digits of its commit. */
export const RECORD_TAG = /^[a-f0-9]{12}$/

function recordedImage(target: ReleaseTarget) {
  return {
    repository: target.image.repository,
    tags: target.tags.map(({ tag }) => tag).sort(),
    digest: target.index.descriptor.digest,
    platforms: Object.fromEntries(
      target.staged.map(staged => [staged.platform, recordedPlatform(target, staged)])
    )
  }
}

/** What the tags of staging say of a build, so that it can be found when staging is gone. */
function recordedPlatform({ image }: ReleaseTarget, { key, trace, manifest }: StagedPlatform) {
  const { digest } = manifest.descriptor
  return {
    digest,
    key,
    trace,
    bytes: compressedSize(manifest),
    ...(image.test === undefined ? {} : { test: testHash(digest, image.test) })
  }
}

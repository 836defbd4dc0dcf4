import { compressedSize } from './contents.js'
import { tagsToMove } from './target.js'
import type {
  ImageResult,
  PlatformResult,
  ReleaseImage,
  ReleaseResult,
  ReleaseTarget,
  StagedPlatform
} from './types.js'

/** What a release did, or in a dry run would do, with every image, in the order of `images`. */
export function resultsOf(
  images: readonly ReleaseImage[],
  staged: ReadonlyMap<string, readonly StagedPlatform[]>,
  targets: readonly ReleaseTarget[]
): readonly ImageResult[] {
  return images.map(image => {
    const platforms = (staged.get(image.name) ?? []).map(platformResult)
    const target = targets.find(one => one.image.name === image.name)
    const { name, repository } = image
    if (target === undefined)
      return { name, repository, state: 'handed on', moved: [], unchanged: [], platforms }
    const moved = tagsToMove(target).map(({ tag }) => tag)
    return {
      name,
      repository,
      state: moved.length > 0 ? 'moved' : 'unchanged',
      digest: target.index.descriptor.digest,
      revision: target.revision,
      moved,
      unchanged: target.tags.map(({ tag }) => tag).filter(tag => !moved.includes(tag)),
      platforms
    }
  })
}

/** The result of a release that began again: what both rounds moved was moved by it. */
export function continued(first: ReleaseResult, second: ReleaseResult): ReleaseResult {
  if (second.state !== 'released') {
    const state = second.state === 'cancelled' ? second.state : 'stopped'
    return { state, images: first.images, diagnostics: second.diagnostics }
  }
  const images = second.images.map(image => {
    const before = first.images.find(({ name }) => name === image.name)?.moved ?? []
    const moved = [...new Set([...before, ...image.moved])]
    const unchanged = image.unchanged.filter(tag => !moved.includes(tag))
    const state = image.state === 'unchanged' && moved.length > 0 ? ('moved' as const) : image.state
    return { ...image, state, moved, unchanged }
  })
  const record = second.record && { ...second.record, state: 'written' as const }
  return { ...second, images, ...(record === undefined ? {} : { record }) }
}

function platformResult({ platform, key, manifest }: StagedPlatform): PlatformResult {
  return { platform, key, digest: manifest.descriptor.digest, size: compressedSize(manifest) }
}

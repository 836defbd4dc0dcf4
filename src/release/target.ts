import { hasPlaceholder } from '../manifest/names.js'
import { expandTags } from '../manifest/tags.js'
import type { ManifestBytes } from '../ports.js'
import { carriedCommit, commitOf, dayOf, indexOf, sameButCommit, type CarriedCommit } from './image-index.js'
import type {
  ReleaseImage,
  ReleasePorts,
  ReleaseRequest,
  ReleaseTarget,
  StagedPlatform,
  TagState
} from './types.js'

/**
 * Decides which index an image's tags are to point to, after a look at what is public. An index that is public already
 * and differs only in the commit it carries is kept, so that a commit that changes nothing moves nothing, and a run that
 * was interrupted is finished with the index it began with.
 */
export async function targetOf(
  request: ReleaseRequest,
  ports: ReleasePorts,
  image: ReleaseImage,
  staged: readonly StagedPlatform[]
): Promise<ReleaseTarget> {
  const ours = carriedCommit(request.commit)
  const own = indexOf(image, staged, ours)
  const steady = await readTags(
    ports,
    image,
    image.tags.filter(tag => !hasPlaceholder(tag)),
    true
  )
  const kept = await keptIndex(ports, own, steady)
  const index = kept?.index ?? own
  const commit = kept?.commit ?? ours
  const named = expandTags(image.tags.filter(hasPlaceholder), {
    date: dayOf(commit),
    commit: commit.revision
  })
  const fixed = named.filter(tag => !steady.some(state => state.tag === tag))
  return {
    image,
    staged,
    index,
    revision: commit.revision,
    tags: [...(await readTags(ports, image, fixed, false)), ...steady]
  }
}

/** The tags of a target that do not point to it yet. */
export function tagsToMove(target: ReleaseTarget): readonly TagState[] {
  return target.tags.filter(({ current }) => current?.descriptor.digest !== target.index.descriptor.digest)
}

interface Kept {
  readonly index: ManifestBytes
  readonly commit: CarriedCommit
}

/** The public index to keep; none when keeping it would move another tag of the image backwards, as after a revert. */
async function keptIndex(
  ports: ReleasePorts,
  own: ManifestBytes,
  tags: readonly TagState[]
): Promise<Kept | undefined> {
  const kept = await newestEqual(ports, own, tags)
  if (kept === undefined) return undefined
  for (const { current } of tags) {
    if (current === undefined || current.descriptor.digest === kept.index.descriptor.digest) continue
    const carried = commitOf(current)?.revision
    if (carried !== undefined && (await ports.isAncestor(carried, kept.commit.revision)) !== true)
      return undefined
  }
  return kept
}

/** Of the public indexes that are equal to ours, the one whose commit descends from the others'. */
async function newestEqual(
  ports: ReleasePorts,
  own: ManifestBytes,
  tags: readonly TagState[]
): Promise<Kept | undefined> {
  let newest: Kept | undefined
  for (const { current } of tags) {
    const commit = current === undefined ? undefined : commitOf(current)
    if (
      current === undefined ||
      commit === undefined ||
      commit.created === '' ||
      !sameButCommit(current, own)
    )
      continue
    const newer =
      newest === undefined || (await ports.isAncestor(newest.commit.revision, commit.revision)) === true
    if (newer) newest = { index: current, commit }
  }
  return newest
}

async function readTags(
  ports: ReleasePorts,
  image: ReleaseImage,
  tags: readonly string[],
  moving: boolean
): Promise<readonly TagState[]> {
  return Promise.all(
    tags.map(async tag => {
      const current = await ports.registry.manifest(image.repository, tag)
      return { tag, moving, ...(current === undefined ? {} : { current }) }
    })
  )
}

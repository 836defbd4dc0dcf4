import { errorsIn } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import { parseReference, repositoryMeant } from '../manifest/reference.js'
import { keysOf } from '../plan/keys.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Git } from '../ports.js'
import type { NeededKey } from '../release/clean-names.js'
import type { CountedCommit } from '../release/clean-types.js'
import { noCommit } from './opened.js'

/** What the commits that count say. */
export interface Wanted {
  readonly commits: readonly CountedCommit[]
  /** The first one's comes first. */
  readonly snapshots: readonly Snapshot[]
  readonly keys: readonly NeededKey[]
  /** What their Dockerfiles take by digest, which no tag may lead to any more. */
  readonly pinned: readonly PinnedImage[]
}

/** An image that is taken by digest. */
export interface PinnedImage {
  /** As {@link repositoryMeant} says it. */
  readonly repository: string
  readonly digest: string
}

const DEFAULT_BRANCH = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master']

/**
 * Reads the commits whose builds are needed: the given ones and the default branch of `origin` as this clone knows it. One
 * that cannot be read is an error, since nobody knows then what it needs; only one without the manifest needs nothing.
 */
export async function wantedOf(
  git: Git,
  manifest: string,
  revisions: readonly string[]
): Promise<Wanted | readonly Diagnostic[]> {
  const [first = 'HEAD'] = revisions
  const branch = await defaultBranch(git)
  const commits: CountedCommit[] = []
  const snapshots: Snapshot[] = []
  for (const revision of [...revisions, ...(branch === undefined ? [] : [branch])]) {
    const found = await git.resolve(revision)
    if (found === undefined) return [noCommit(revision === first ? '--head' : '--also', revision)]
    if (commits.some(each => each.commit === found.id)) continue
    const reading = await readSnapshot(git, found.id, manifest)
    const snapshot = snapshotOf(reading)
    const isMissing = reading.diagnostics.some(each => each.code === 'M001')
    if (snapshot === undefined && (revision === first || !isMissing)) {
      return errorsIn(reading.diagnostics).map(each => ofCommit(each, revision))
    }
    commits.push({ revision, commit: found.id })
    if (snapshot !== undefined) snapshots.push(snapshot)
  }
  return { commits, snapshots, keys: snapshots.flatMap(neededKeys), pinned: snapshots.flatMap(pinnedImages) }
}

function pinnedImages({ images }: Snapshot): readonly PinnedImage[] {
  const inputs = [...images.values()].flatMap(({ platforms }) => [...platforms.values()])
  return inputs.flatMap(({ externals }) =>
    externals.flatMap(({ reference }) => {
      const parsed = parseReference(reference)
      return parsed?.digest === undefined
        ? []
        : [{ repository: repositoryMeant(parsed), digest: parsed.digest }]
    })
  )
}

/** Keys without salt: what was built with one is never found again, and what is public of it stands in the record. */
function neededKeys(snapshot: Snapshot): readonly NeededKey[] {
  const keys = keysOf(snapshot.images, snapshot.order.names, snapshot.standing, () => undefined)
  return [...keys].flatMap(([image, platforms]) =>
    [...platforms].map(([platform, { key }]) => ({ image, platform, key }))
  )
}

async function defaultBranch(git: Git): Promise<string | undefined> {
  for (const revision of DEFAULT_BRANCH) {
    if ((await git.resolve(revision)) !== undefined) return revision
  }
  return undefined
}

function ofCommit(diagnostic: Diagnostic, revision: string): Diagnostic {
  return { ...diagnostic, message: `at ${revision}: ${diagnostic.message}` }
}

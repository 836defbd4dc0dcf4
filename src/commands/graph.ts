import { sortDiagnostics } from '../diagnostics/diagnostic.js'
import type { ImageGraph } from '../graph/graph.js'
import { DEFAULT_MANIFEST } from '../load/read-manifest.js'
import { readSnapshot, snapshotOf } from '../load/snapshot.js'
import { externalBases } from '../plan/snapshot.js'
import type { Snapshot } from '../plan/snapshot.js'
import { NO_REPOSITORY, noCommit } from './opened.js'
import type { Outcome } from './outcome.js'
import type { Git } from '../ports.js'
import type { World } from '../world.js'

/** One image of the graph, as `graph --format json` prints it. */
export interface GraphImage {
  readonly name: string
  readonly parents: readonly string[]
  readonly children: readonly string[]
  readonly needs: readonly string[]
  /** Length of the longest chain of parents above it. */
  readonly level: number
  /** Normalised references of bases that the manifest does not own. */
  readonly externalBases: readonly string[]
  readonly platforms: readonly string[]
  readonly repository: string
  readonly tags: readonly string[]
  readonly publish: boolean
  readonly dockerfile: string
}

/** The images of the working tree (or of a commit) and who is built on whom. */
export interface GraphView {
  readonly graph: ImageGraph
  /** In the order of the manifest. */
  readonly images: readonly GraphImage[]
}

/** Reads the graph of the working tree, or of `head`. */
export async function graph(
  world: World,
  request: { readonly manifest?: string; readonly head?: string }
): Promise<Outcome<GraphView>> {
  const read = await readHead(world, request)
  if (read.kind === 'invalid') return read
  const snapshot = read.value
  return {
    ...read,
    value: {
      graph: snapshot.graph,
      images: snapshot.manifest.images.map(spec => imageOf(spec.name, snapshot))
    }
  }
}

/** The snapshot of the working tree, or of a revision. */
export async function readHead(
  world: World,
  request: { readonly manifest?: string; readonly head?: string }
): Promise<Outcome<Snapshot>> {
  const manifest = request.manifest ?? DEFAULT_MANIFEST
  const opened = await headOf(world, request.head)
  if (opened.kind === 'invalid') return opened
  const reading = await readSnapshot(opened.value.git, opened.value.treeish, manifest)
  const snapshot = snapshotOf(reading)
  const diagnostics = sortDiagnostics(reading.diagnostics)
  return snapshot === undefined
    ? { kind: 'invalid', diagnostics }
    : { kind: 'done', value: snapshot, warnings: diagnostics }
}

/** The repository, and the tree of its working tree or the commit that a revision names. */
export async function headOf(
  world: World,
  revision: string | undefined
): Promise<Outcome<{ readonly git: Git; readonly treeish: string }>> {
  const git = await world.git()
  if (git === undefined) return { kind: 'invalid', diagnostics: [NO_REPOSITORY] }
  if (revision === undefined) {
    return { kind: 'done', value: { git, treeish: (await git.workTree()).tree }, warnings: [] }
  }
  const head = await git.resolve(revision)
  if (head !== undefined) return { kind: 'done', value: { git, treeish: head.id }, warnings: [] }
  return { kind: 'invalid', diagnostics: [noCommit('--head', revision)] }
}

function imageOf(name: string, snapshot: Snapshot): GraphImage {
  const image = snapshot.images.get(name)
  if (image === undefined) throw new Error(`Internal error: ${name} has no inputs`)
  const { spec } = image
  return {
    name,
    parents: snapshot.graph.parents(name),
    children: snapshot.graph.children(name),
    needs: spec.needs,
    level: snapshot.order.level.get(name) ?? 0,
    externalBases: externalBases(image),
    platforms: spec.platforms,
    repository: spec.repository,
    tags: spec.tags,
    publish: spec.publish,
    dockerfile: spec.dockerfile
  }
}

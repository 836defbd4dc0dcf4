import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { InheritedConfig } from '../dockerfile/types.js'
import { descendants } from '../graph/closure.js'
import type { ImageGraph } from '../graph/graph.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import type { Snapshot } from '../plan/snapshot.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import { changesManifest, configsOf } from './base-snapshot.js'
import type { ManifestAndLock } from './read-manifest.js'
import { snapshotOf } from './snapshot.js'
import type { Reading } from './snapshot.js'
import type { StandingImage, StandingImages } from './standing.js'
import { filesRead, foldersRead, touchedImages } from './touched.js'

/**
 * What a plan of this clone found, kept so that the next one reads only what changed since: the tree that was read, its
 * manifest, and every image.
 */
export interface LastPlan {
  /** The program that wrote it: another one may see the same files in another way. */
  readonly build: string
  readonly manifestPath: string
  /** Commit or tree that was planned. */
  readonly tree: string
  readonly given: ManifestAndLock
  readonly images: readonly KeptImage[]
}

/** An image as it was planned. */
export interface KeptImage {
  readonly planned: PlannedImage
  /** What it hands on, by `image platform`; absent when it must be read again whatever changed. */
  readonly configs?: Readonly<Record<string, InheritedConfig>>
}

/** What is worth keeping of a plan and the reading it was made from. */
export function lastPlanOf(build: string, plan: Plan, reading: Reading, since: Since | undefined): LastPlan {
  const { given, configs } = reading
  const specs = new Map(given.manifest?.images.map(spec => [spec.name, spec]))
  const noted = new Set(reading.diagnostics.map(diagnostic => diagnostic.file))
  const images = plan.images.map((planned): KeptImage => {
    const spec = specs.get(planned.name)
    const kept = { planned: atRest(planned) }
    const stands = since?.standing.images.get(planned.name)
    if (stands !== undefined) return { ...kept, configs: stands.configs }
    if (spec === undefined || !isFollowed(planned)) return kept
    // Globs and lists of packages are looked at in every plan: what is said of them names the manifest.
    if (noted.has(spec.dockerfile) || spec.inputs.length > 0 || spec.installed !== undefined) return kept
    return { ...kept, configs: Object.fromEntries(configsOf(spec.name, spec, configs)) }
  })
  return { build, manifestPath: plan.manifest, tree: plan.head.tree, given, images }
}

/** A salt says that inputs could not be followed. */
function isFollowed({ platforms }: PlannedImage): boolean {
  return Object.values(platforms).every(platform => platform.salt === undefined)
}

function atRest(planned: PlannedImage): PlannedImage {
  if (planned.action === 'none' && Object.values(planned.platforms).every(each => !each.affected))
    return planned
  const platforms: Record<string, PlannedImage['platforms'][string]> = {}
  for (const [name, each] of Object.entries(planned.platforms)) platforms[name] = { ...each, affected: false }
  return { ...planned, action: 'none', reasons: [], platforms }
}

/** What of the last plan still holds. */
export interface Since {
  readonly standing: StandingImages
  /** Every image as it was planned last. */
  readonly planned: ReadonlyMap<string, PlannedImage>
  /** The paths of the tree that all images which do not stand are read from; undefined for the whole tree. */
  readonly paths: readonly string[] | undefined
}

/**
 * Finds what still stands when these paths changed since the last plan, or lie between the two commits that are compared.
 * Undefined when nothing of it is of use: the manifest is another, or most images have to be read anyway.
 */
export function standingSince(last: LastPlan, changed: readonly string[]): Since | undefined {
  const { manifest } = last.given
  if (manifest === undefined || changesManifest(changed, last.manifestPath)) return undefined
  const planned = new Map(last.images.map(image => [image.planned.name, image.planned]))
  const again = readAgain(manifest, last.images, planned, changed)
  if (again.size * 2 > manifest.images.length) return undefined
  const images = new Map<string, StandingImage>()
  for (const { planned: image, configs } of last.images) {
    if (configs !== undefined && !again.has(image.name)) images.set(image.name, { configs })
  }
  return {
    standing: { given: last.given, images },
    planned,
    paths: pathsOf(manifest.images.filter(spec => again.has(spec.name)))
  }
}

/** Images that something touched or that were not kept, and all below them. */
function readAgain(
  manifest: Manifest,
  kept: readonly KeptImage[],
  planned: Since['planned'],
  changed: readonly string[]
): ReadonlySet<string> {
  const graph = graphAsPlanned(planned)
  const lost = kept.filter(image => image.configs === undefined).map(image => image.planned.name)
  return new Set([...touchedImages(manifest.images, graph, changed), ...lost, ...descendants(graph, lost)])
}

function graphAsPlanned(planned: Since['planned']): ImageGraph {
  return {
    names: [...planned.keys()],
    parents: name => planned.get(name)?.parents ?? [],
    children: name => planned.get(name)?.children ?? []
  }
}

const MOST_PATHS = 200

function pathsOf(specs: readonly ImageSpec[]): readonly string[] | undefined {
  // A glob may be anywhere.
  if (specs.some(spec => spec.inputs.length > 0)) return undefined
  const paths = [...new Set(specs.flatMap(spec => [...filesRead(spec), ...foldersRead(spec)]))]
  // Only plain names are sure to be the same as an argument and in the tree; the empty path is the root.
  const arePlain = paths.every(path => /^[\x21-\x7e]+$/.test(path))
  return arePlain && paths.length > 0 && paths.length <= MOST_PATHS ? paths : undefined
}

/**
 * The snapshot of what was read and what stands; undefined when an image is built on others than before: then everything
 * about the graph may be different.
 */
export function snapshotSince(reading: Reading, { standing, planned }: Since): Snapshot | undefined {
  const snapshot = snapshotOf(reading)
  if (snapshot === undefined) return undefined
  for (const [name, parents] of reading.parents) {
    const now = [...new Set(parents)].sort(byCodeUnit)
    if (now.join('\n') !== planned.get(name)?.parents.join('\n')) return undefined
  }
  const stands = [...planned].filter(([name]) => standing.images.has(name))
  const level = new Map([...planned].map(([name, image]) => [name, image.level]))
  return {
    ...snapshot,
    standing: new Map(stands),
    graph: graphAsPlanned(planned),
    order: { names: snapshot.order.names, level }
  }
}

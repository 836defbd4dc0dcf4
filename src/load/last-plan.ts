import type { InheritedConfig } from '../dockerfile/types.js'
import { descendants } from '../graph/closure.js'
import { graphOf } from '../graph/graph.js'
import type { Plan, PlannedImage } from '../plan/types.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import { changesManifest, configsOf } from './base-snapshot.js'
import type { ManifestAndLock } from './read-manifest.js'
import type { Reading } from './snapshot.js'
import type { StandingImages } from './standing.js'
import { filesRead, foldersRead, touchedImages } from './touched.js'

/**
 * What a plan of this clone found, kept so that the next one reads only what changed since: the tree that it read, its
 * manifest, and every image whose inputs could be followed.
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

/** An image as it was planned, with what it hands on by platform. */
export interface KeptImage {
  readonly planned: PlannedImage
  readonly configs: Readonly<Record<string, InheritedConfig>>
}

/** What is worth keeping of a plan and the reading it was made from. */
export function lastPlanOf(build: string, plan: Plan, reading: Reading, standing: StandingImages): LastPlan {
  const { given, configs } = reading
  const specs = new Map(given.manifest?.images.map(spec => [spec.name, spec]))
  const noted = new Set(reading.diagnostics.map(diagnostic => diagnostic.file))
  const images = plan.images.flatMap(planned => {
    const spec = specs.get(planned.name)
    if (spec === undefined || !isFollowed(planned)) return []
    const stands = standing.images.get(planned.name)
    if (stands === undefined && (noted.has(spec.dockerfile) || needsMoreThanFolders(spec))) return []
    const handedOn = stands?.configs ?? configsOf(spec.name, spec, configs)
    return [{ planned: atRest(planned), configs: Object.fromEntries(handedOn) }]
  })
  return { build, manifestPath: plan.manifest, tree: plan.head.tree, given, images }
}

/** A salt says that inputs could not be followed, or that a rebuild was asked for: nothing that stands. */
function isFollowed({ platforms }: PlannedImage): boolean {
  return Object.values(platforms).every(platform => platform.salt === undefined)
}

/** Globs and lists of packages are looked at again in every plan: what is said of them stands at the manifest. */
function needsMoreThanFolders(spec: ImageSpec): boolean {
  return spec.inputs.length > 0 || spec.installed !== undefined
}

function atRest(planned: PlannedImage): PlannedImage {
  const platforms = Object.entries(planned.platforms).map(([platform, each]) => [
    platform,
    { ...each, affected: false }
  ])
  return {
    ...planned,
    action: 'none',
    reasons: [],
    platforms: Object.fromEntries(platforms) as PlannedImage['platforms']
  }
}

/** Images that stand, and the paths of the tree that all others are read from; undefined for the whole tree. */
export interface Since {
  readonly standing: StandingImages
  readonly paths: readonly string[] | undefined
}

/**
 * Finds what still stands when these paths changed since the last plan, or lie between the two commits that are compared.
 * Undefined when nothing of it is of use: the manifest is another, or most images have to be read anyway.
 */
export function standingSince(last: LastPlan, changed: readonly string[]): Since | undefined {
  const { manifest } = last.given
  if (manifest === undefined || changesManifest(changed, last.manifestPath)) return undefined
  const kept = new Map(last.images.map(image => [image.planned.name, image]))
  const again = readAgain(manifest, kept, changed)
  if (again.size * 2 > manifest.images.length) return undefined
  const images = [...kept].filter(([name]) => !again.has(name))
  return {
    standing: {
      given: last.given,
      images: new Map(
        images.map(([name, { planned, configs }]) => [
          name,
          { planned, configs: new Map(Object.entries(configs)) }
        ])
      )
    },
    paths: pathsOf(manifest.images.filter(spec => again.has(spec.name)))
  }
}

/** Images that something touched or that were not kept, and all below them. */
function readAgain(
  manifest: Manifest,
  kept: ReadonlyMap<string, KeptImage>,
  changed: readonly string[]
): ReadonlySet<string> {
  const graph = graphOf(
    new Map(manifest.images.map(({ name }) => [name, kept.get(name)?.planned.parents ?? []]))
  )
  const lost = manifest.images.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
  return new Set([...touchedImages(manifest.images, graph, changed), ...lost, ...descendants(graph, lost)])
}

const MOST_PATHS = 200

function pathsOf(specs: readonly ImageSpec[]): readonly string[] | undefined {
  const paths = [...new Set(specs.flatMap(spec => [...filesRead(spec), ...foldersRead(spec)]))]
  // Only plain names are sure to be the same as an argument and in the tree; the empty path is the root.
  const isPlain = paths.every(path => /^[\x21-\x7e]+$/.test(path))
  return isPlain && paths.length <= MOST_PATHS ? paths : undefined
}

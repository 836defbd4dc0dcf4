import type { Tree } from '../context/types.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { errorAt, errorsIn, hasErrors } from '../diagnostics/diagnostic.js'
import type { InheritedConfig } from '../dockerfile/types.js'
import { graphOf } from '../graph/graph.js'
import type { ImageGraph } from '../graph/graph.js'
import { orderOf } from '../graph/order.js'
import type { OwnInputs } from '../keys/inputs.js'
import { ownerLookup } from '../manifest/owners.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import type { ImageInputs, Snapshot } from '../plan/snapshot.js'
import type { Git } from '../ports.js'
import { argumentsOf } from './arguments.js'
import { edgesOf } from './edges.js'
import type { Edges } from './edges.js'
import { readDockerfiles } from './dockerfiles.js'
import { inputsOf, testInputs } from './inputs.js'
import type { Recipe } from './inputs.js'
import { openMemory } from './memory.js'
import type { Memory } from './memory.js'
import { weighAllPins } from './pins.js'
import { readManifestAndLock } from './read-manifest.js'
import type { ManifestAndLock } from './read-manifest.js'
import { missingScripts } from './smoke-scripts.js'
import { openSource } from './source.js'
import { NOTHING_STANDS } from './standing.js'
import type { StandingImages } from './standing.js'

/** What a commit says: the images that can be read, and for every other one what is wrong. */
export interface Reading {
  readonly manifest: Manifest | undefined
  /** The manifest and the lock with what is wrong in them alone. */
  readonly given: ManifestAndLock
  readonly images: ReadonlyMap<string, ImageInputs>
  /** The images that each is built on, ONBUILD triggers included. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  /** The same without them: what the Dockerfiles alone take. */
  readonly edges: ReadonlyMap<string, readonly string[]>
  /** Of the images that were read; what stands is not in it. */
  readonly graph: Snapshot['graph']
  readonly order: Snapshot['order'] | undefined
  readonly configs: Configs
  /** First error of each image that could not be read. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
  readonly tree: Tree
}

/** Images that are known already, because nothing that they read differs from another commit. */
export interface KnownImages {
  /** The images that its Dockerfile takes, ONBUILD triggers of parents left out; undefined when it must be read. */
  readonly parents: (name: string) => readonly string[] | undefined
  /** Its inputs and what it hands on, as long as `configs`, what its parents hand on here, leaves them the same. */
  readonly image: (
    name: string,
    configs: Configs
  ) => { readonly image: ImageInputs; readonly configs: Configs } | undefined
}

/** Without another commit. */
export const NOTHING_KNOWN: KnownImages = { parents: () => undefined, image: () => undefined }

/** What images hand on to children, by `image platform`. */
export type Configs = ReadonlyMap<string, InheritedConfig>

/** Reads a commit or tree into everything that the planner compares; git only, nothing is checked out. */
export async function readSnapshot(
  git: Git,
  treeish: string,
  manifestPath: string,
  memory: Memory = openMemory()
): Promise<Reading> {
  return readTree(git, await git.tree(treeish), manifestPath, memory)
}

/** What need not be read again. */
export interface Already {
  readonly known?: KnownImages
  readonly standing?: StandingImages
}

/** As {@link readSnapshot}, of a tree that is at hand. */
export async function readTree(
  git: Git,
  tree: Tree,
  manifestPath: string,
  memory: Memory,
  { known = NOTHING_KNOWN, standing = NOTHING_STANDS }: Already = {}
): Promise<Reading> {
  const source = openSource(git, tree, memory.texts)
  const given = standing.given ?? (await readManifestAndLock(source, manifestPath, memory))
  const { manifest, lock, diagnostics } = given
  if (manifest === undefined) return unreadable(tree, given, diagnostics)

  const specs = manifest.images.filter(spec => !standing.images.has(spec.name))
  const dockerfiles = await readDockerfiles(source, specs, memory)
  const owner = ownerLookup(manifest)
  const recipe: Recipe = { manifest, lock, tree: source.tree, dockerfiles, owner }
  const edges = edgesOf(recipe, specs, known.parents)
  const before = graphOf(edges.parents)
  const first = orderOf(withNeeds(specs, before))
  if (first.kind === 'cyclic') {
    const cycle = cycleDiagnostic(manifestPath, first.cycle)
    return unreadable(tree, given, [...diagnostics, ...edges.diagnostics, cycle])
  }
  const { kept, ...read } = readImages(first.names, recipe, edges, known, standing)
  const found = [...diagnostics, ...edges.diagnostics, ...read.diagnostics]

  const parents = allParents(edges.parents, read.images)
  const graph = parents === edges.parents ? before : graphOf(parents)
  const order = graph === before ? first : orderOf(withNeeds(specs, graph))
  if (order.kind === 'cyclic') {
    return unreadable(tree, given, [...found, cycleDiagnostic(manifestPath, order.cycle)])
  }
  const weighed = await weighAllPins(read, kept, recipe, source)
  const told = [...found, ...weighed.diagnostics, ...(await missingScripts(manifestPath, specs, source))]
  return {
    ...read,
    images: weighed.images,
    manifest,
    given,
    parents,
    edges: edges.parents,
    graph,
    order,
    diagnostics: told,
    tree
  }
}

/** The inputs of all images, parents first, since children read what parents hand on; `kept` are those that were known. */
function readImages(
  names: readonly string[],
  recipe: Recipe,
  edges: Edges,
  known: KnownImages,
  standing: StandingImages
): Pick<Reading, 'images' | 'configs' | 'unreadable' | 'diagnostics'> & {
  readonly kept: ReadonlySet<string>
} {
  const images = new Map<string, ImageInputs>()
  const kept = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const told = new Set<string>()
  const failed = new Map(edges.unreadable)
  const configs = new Map<string, InheritedConfig>()
  for (const stands of standing.images.values())
    for (const [id, config] of Object.entries(stands.configs)) configs.set(id, config)
  const specs = new Map(recipe.manifest.images.map(spec => [spec.name, spec]))
  for (const name of names) {
    const spec = specs.get(name)
    if (spec === undefined || failed.has(name)) continue
    const same = known.image(name, configs)
    if (same !== undefined) {
      kept.add(name)
      images.set(name, same.image)
      for (const [id, config] of same.configs) configs.set(id, config)
      continue
    }
    const image = readImage(spec, recipe, configs)
    for (const each of image.diagnostics) {
      // Variants find the same mistake in the Dockerfile they share.
      const id = [each.code, each.file, each.line, each.message].join('\n')
      if (!told.has(id)) diagnostics.push(each)
      told.add(id)
    }
    const error = errorsIn(image.diagnostics)[0]
    if (error !== undefined) failed.set(name, error.message)
    else images.set(name, image.inputs)
  }
  return { images, kept, configs, unreadable: failed, diagnostics }
}

/**
 * An ONBUILD trigger of a parent may take one more image: an edge that no Dockerfile of the child shows. The same map when
 * there is none.
 */
function allParents(
  edges: ReadonlyMap<string, readonly string[]>,
  images: ReadonlyMap<string, ImageInputs>
): ReadonlyMap<string, readonly string[]> {
  const more = new Map<string, readonly string[]>()
  for (const [name, image] of images) {
    const parents = edges.get(name) ?? []
    const all = new Set(parents)
    for (const inputs of image.platforms.values()) for (const parent of inputs.parents) all.add(parent.image)
    if (all.size > parents.length) more.set(name, [...all])
  }
  return more.size === 0 ? edges : new Map([...edges, ...more])
}

/** The snapshot of a reading without errors. */
export function snapshotOf(reading: Reading): Snapshot | undefined {
  const { manifest, images, graph, order, diagnostics } = reading
  if (manifest === undefined || order === undefined || hasErrors(diagnostics)) return undefined
  return { manifest, images, standing: new Map(), graph, order }
}

function readImage(
  spec: ImageSpec,
  recipe: Recipe,
  configs: Map<string, InheritedConfig>
): { inputs: ImageInputs; diagnostics: readonly Diagnostic[] } {
  const platforms = new Map<string, OwnInputs>()
  const diagnostics: Diagnostic[] = []
  for (const platform of spec.platforms) {
    const read = inputsOf(spec, platform, recipe, image => configs.get(`${image} ${platform}`))
    platforms.set(platform, read.inputs)
    diagnostics.push(...read.diagnostics.filter(each => !diagnostics.some(old => same(old, each))))
    configs.set(`${spec.name} ${platform}`, read.config)
  }
  const inputs: ImageInputs = {
    spec,
    dockerfileBlob: recipe.tree.get(spec.dockerfile)?.blob ?? '',
    args: argumentsOf(spec, recipe.manifest, recipe.lock),
    platforms,
    test: testInputs(spec, recipe.tree),
    publication: {
      repository: spec.repository,
      tags: spec.tags,
      publish: spec.publish,
      description: spec.description ?? null,
      licenses: spec.licenses ?? null,
      deprecated: spec.deprecated ?? null
    }
  }
  return { inputs, diagnostics }
}

/** Several platforms find the same mistake; it is told once. */
function same(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.file === b.file && a.line === b.line && a.message === b.message
}

function withNeeds(specs: readonly ImageSpec[], graph: ImageGraph): ImageGraph {
  if (specs.every(spec => spec.needs.length === 0)) return graph
  return graphOf(new Map(specs.map(({ name, needs }) => [name, [...graph.parents(name), ...needs]])))
}

function cycleDiagnostic(file: string, cycle: readonly string[]): Diagnostic {
  const path = [...cycle, cycle[0]].join(' → ')
  return errorAt(
    'G001',
    { file },
    `images are built on one another in a cycle: ${path}`,
    'remove one of these FROM, COPY --from, mount or `needs` edges'
  )
}

function unreadable(tree: Tree, given: ManifestAndLock, diagnostics: readonly Diagnostic[]): Reading {
  return {
    manifest: given.manifest,
    given,
    images: new Map(),
    parents: new Map(),
    edges: new Map(),
    graph: graphOf(new Map()),
    order: undefined,
    configs: new Map(),
    unreadable: new Map(),
    diagnostics,
    tree
  }
}

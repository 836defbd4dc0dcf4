import { isDeepStrictEqual } from 'node:util'
import { overlayTree } from '../context/overlay.js'
import type { Tree, TreeEntry } from '../context/types.js'
import type { InheritedConfig } from '../dockerfile/types.js'
import type { ImageSpec } from '../manifest/types.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { Git, TreeChange } from '../ports.js'
import type { Memory } from './memory.js'
import { lockBeside } from './read-manifest.js'
import { NOTHING_KNOWN, readTree } from './snapshot.js'
import type { Configs, KnownImages, Reading } from './snapshot.js'
import { NOTHING_STANDS } from './standing.js'
import type { StandingImages } from './standing.js'
import { readersOf } from './touched.js'

/**
 * Reads the base commit beside a head that is read already. The two share nearly everything, so only images are read
 * again of which something that they could read differs, what a parent hands on included; all others are the very same
 * objects. `changes` lead from the
 * base to the head; what stands at the head stands at the base.
 */
export async function readBaseSnapshot(
  git: Git,
  changes: readonly TreeChange[],
  head: Reading,
  manifestPath: string,
  memory: Memory,
  standing: StandingImages = NOTHING_STANDS
): Promise<Reading> {
  const tree = await treeBefore(git, head.tree, changes)
  return readTree(git, tree, manifestPath, memory, {
    known: knownImages(head, changes, manifestPath),
    standing
  })
}

async function treeBefore(git: Git, tree: Tree, changes: readonly TreeChange[]): Promise<Tree> {
  const overlay = new Map<string, TreeEntry | undefined>(changes.map(change => [change.path, change.before]))
  const links = changes.filter(change => change.before?.mode === '120000')
  const targets = await git.links(links.map(change => change.before?.blob ?? ''))
  const targetOf = new Map(links.map(change => [change.path, targets.get(change.before?.blob ?? '')]))
  return overlayTree(tree, overlay, path => targetOf.get(path))
}

/** None when the manifest or the lock differs: anything may be different then. */
function knownImages(head: Reading, changes: readonly TreeChange[], manifestPath: string): KnownImages {
  const changed = changes.map(change => change.path)
  if (head.manifest === undefined || changesManifest(changed, manifestPath)) return NOTHING_KNOWN
  const again = readersOf(head.manifest.images, changed)
  const kept = (name: string): ImageInputs | undefined =>
    again.has(name) ? undefined : head.images.get(name)
  return {
    parents: name => (kept(name) === undefined ? undefined : head.edges.get(name)),
    image: (name, configs) => {
      const image = kept(name)
      if (image === undefined || !parentsHandOnTheSame(image, configs, head.configs)) return undefined
      return { image, configs: configsOf(name, image.spec, head.configs) }
    }
  }
}

/** What an image reads of its parents (ENV, ONBUILD) is what they hand on for its own platform. */
function parentsHandOnTheSame(image: ImageInputs, before: Configs, after: Configs): boolean {
  for (const [platform, { parents }] of image.platforms) {
    for (const parent of parents) {
      const id = `${parent.image} ${platform}`
      if (!isSame(before.get(id), after.get(id))) return false
    }
  }
  return true
}

function isSame(a: InheritedConfig | undefined, b: InheritedConfig | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && isDeepStrictEqual(a, b))
}

/** Whether the manifest or the lock beside it is among the paths. */
export function changesManifest(paths: readonly string[], manifestPath: string): boolean {
  return paths.includes(manifestPath) || paths.includes(lockBeside(manifestPath))
}

/** What an image hands on, by `image platform`. */
export function configsOf(name: string, spec: ImageSpec, configs: Configs): Configs {
  const ids = spec.platforms.map(platform => `${name} ${platform}`)
  return new Map(
    ids.flatMap(id => {
      const config = configs.get(id)
      return config === undefined ? [] : [[id, config] as const]
    })
  )
}

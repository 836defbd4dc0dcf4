import { overlayTree } from '../context/overlay.js'
import type { Tree, TreeEntry } from '../context/types.js'
import { descendants } from '../graph/closure.js'
import type { ImageSpec } from '../manifest/types.js'
import type { Git, TreeChange } from '../ports.js'
import { folderPaths, ignorePaths } from './dockerfiles.js'
import type { Memory } from './memory.js'
import { lockBeside } from './read-manifest.js'
import { readTree } from './snapshot.js'
import type { Configs, KnownImage, Reading } from './snapshot.js'

/**
 * Reads the base commit beside a head that is read already. The two share nearly everything, so only images are read
 * again of which something that they could read differs; all others are the very same objects.
 */
export async function readBaseSnapshot(
  git: Git,
  base: string,
  head: { readonly tree: string; readonly reading: Reading },
  manifestPath: string,
  memory: Memory
): Promise<Reading> {
  const changes = await git.changes(base, head.tree)
  const tree = await treeBefore(git, head.reading.tree, changes)
  return readTree(git, tree, manifestPath, memory, knownImages(head.reading, changes, manifestPath))
}

async function treeBefore(git: Git, tree: Tree, changes: readonly TreeChange[]): Promise<Tree> {
  const overlay = new Map<string, TreeEntry | undefined>(changes.map(change => [change.path, change.before]))
  const links = changes.filter(change => change.before?.mode === '120000')
  const targets = await git.links(links.map(change => change.before?.blob ?? ''))
  const targetOf = new Map(links.map(change => [change.path, targets.get(change.before?.blob ?? '')]))
  return overlayTree(tree, overlay, path => targetOf.get(path))
}

/** None when the manifest or the lock differs: anything may be different then. */
function knownImages(head: Reading, changes: readonly TreeChange[], manifestPath: string): KnownImage {
  const changed = new Set(changes.map(change => change.path))
  if (head.manifest === undefined || changed.has(manifestPath) || changed.has(lockBeside(manifestPath))) {
    return () => undefined
  }
  const folders = foldersOf(changed)
  const touched = head.manifest.images
    .filter(spec => isTouched(spec, changed, folders))
    .map(spec => spec.name)
  // What an image hands on (ENV, ONBUILD) is read with its Dockerfile, and children read it.
  const again = new Set([...touched, ...descendants(head.graph, touched)])
  return name => {
    const image = again.has(name) ? undefined : head.images.get(name)
    if (image === undefined) return undefined
    return { image, configs: configsOf(name, image.spec, head.configs), parents: head.graph.parents(name) }
  }
}

/** Whether anything differs that a build of the image could read. */
function isTouched(spec: ImageSpec, changed: ReadonlySet<string>, folders: ReadonlySet<string>): boolean {
  const files = [spec.dockerfile, ...ignorePaths(spec), ...folderPaths(spec)]
  if (spec.test?.kind === 'script') files.push(spec.test.path)
  if (spec.installed !== undefined) files.push(spec.installed)
  if (files.some(path => changed.has(path)) || folders.has(spec.context)) return true
  // Globs of extra inputs are few; whoever has one is read again.
  if (spec.inputs.length > 0) return true
  return Object.values(spec.contexts).some(context => context.kind === 'path' && folders.has(context.path))
}

/** All folders that something changed in, at any depth; `''` is the root. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    folders.add('')
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.slice(0, slash))
    }
    // A folder that became a file, or the other way round.
    folders.add(path)
  }
  return folders
}

function configsOf(name: string, spec: ImageSpec, configs: Configs): Configs {
  const ids = spec.platforms.map(platform => `${name} ${platform}`)
  return new Map(
    ids.flatMap(id => {
      const config = configs.get(id)
      return config === undefined ? [] : [[id, config] as const]
    })
  )
}

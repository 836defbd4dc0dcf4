import { descendants } from '../graph/closure.js'
import type { ImageGraph } from '../graph/graph.js'
import type { ImageSpec } from '../manifest/types.js'
import { folderPaths, ignorePaths } from './dockerfiles.js'

/** Finds the images of which a build could read one of the paths, and all that are built on them. */
export function touchedImages(
  specs: readonly ImageSpec[],
  graph: ImageGraph,
  paths: Iterable<string>
): ReadonlySet<string> {
  const touched = [...readersOf(specs, paths)]
  // What an image hands on (ENV, ONBUILD) is read with its Dockerfile, and children read it.
  return new Set([...touched, ...descendants(graph, touched)])
}

/** Finds the images that could themselves read one of the paths, whatever they are built on. */
export function readersOf(specs: readonly ImageSpec[], paths: Iterable<string>): ReadonlySet<string> {
  const changed = new Set(paths)
  if (changed.size === 0) return changed
  const folders = foldersOf(changed)
  return new Set(specs.filter(spec => isTouched(spec, changed, folders)).map(spec => spec.name))
}

/** Files, beside those of folders, that an image is read from: some may not exist. */
export function filesRead(spec: ImageSpec): readonly string[] {
  const files = [spec.dockerfile, ...ignorePaths(spec), ...folderPaths(spec)]
  if (spec.test?.kind === 'script') files.push(spec.test.path)
  if (spec.installed !== undefined) files.push(spec.installed)
  return files
}

/** Folders that a build of the image can read; `''` is the root of the repository. */
export function foldersRead(spec: ImageSpec): readonly string[] {
  const named = Object.values(spec.contexts)
  return [spec.context, ...named.flatMap(context => (context.kind === 'path' ? [context.path] : []))]
}

function isTouched(spec: ImageSpec, changed: ReadonlySet<string>, folders: ReadonlySet<string>): boolean {
  // Globs of extra inputs are few; whoever has one is read again.
  if (spec.inputs.length > 0) return true
  return (
    foldersRead(spec).some(folder => folders.has(folder)) || filesRead(spec).some(path => changed.has(path))
  )
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

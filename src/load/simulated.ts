import type { Tree } from '../context/types.js'
import type { ImageSpec } from '../manifest/types.js'
import { objectBehind, simulatedTree } from '../plan/simulate.js'
import type { SupposedFiles } from '../plan/simulate.js'
import type { Git } from '../ports.js'
import { folderPaths, ignorePaths } from './dockerfiles.js'
import { lockBeside } from './read-manifest.js'

/**
 * A repository in which files would change: their object ids differ, while their texts are those of now, since what would
 * stand in them is not known.
 */
export function simulatedGit(git: Git, files: SupposedFiles): Git {
  return {
    ...git,
    tree: async treeish => simulatedTree(await git.tree(treeish), files),
    blobs: async ids => {
      const objects = await git.blobs([...new Set(ids.map(objectBehind))].filter(id => id !== ''))
      return new Map(ids.map(id => [id, objects.get(objectBehind(id)) ?? new Uint8Array()]))
    }
  }
}

/** Files that say how an image is built and would change, by image; where there are none the image is left out. */
export function supposedRecipes(
  images: readonly ImageSpec[],
  manifest: string,
  tree: Tree,
  files: SupposedFiles
): ReadonlyMap<string, SupposedFiles> {
  const changed = new Set(files.changed)
  const added = new Set(files.added)
  const recipes = new Map<string, SupposedFiles>()
  for (const spec of images) {
    const paths = new Set([manifest, lockBeside(manifest)])
    for (const candidates of recipeCandidates(spec)) {
      const inForce = candidates.findIndex(path => tree.get(path) !== undefined)
      // A file before the one in force would take its place; one after it says nothing.
      for (const path of inForce < 0 ? candidates : candidates.slice(0, inForce + 1)) paths.add(path)
    }
    const recipe = {
      changed: [...paths].filter(path => changed.has(path)),
      added: [...paths].filter(path => added.has(path))
    }
    if (recipe.changed.length + recipe.added.length > 0) recipes.set(spec.name, recipe)
  }
  return recipes
}

/**
 * For each file that says how an image is built the paths where it may be, of which the first that is there is in
 * force.
 */
function recipeCandidates(spec: ImageSpec): readonly (readonly string[])[] {
  const installed = spec.installed === undefined ? [] : [[spec.installed]]
  return [[spec.dockerfile], ignorePaths(spec), ...folderPaths(spec).map(path => [path]), ...installed]
}

import type { Tree } from '../context/types.js'
import { listInstructions } from '../dockerfile/listing.js'
import { resolveBuild } from '../dockerfile/resolve.js'
import type { InheritedConfig } from '../dockerfile/types.js'
import { ownerLookup } from '../manifest/owners.js'
import type { ImageSpec } from '../manifest/types.js'
import { requirementFiles } from '../plan/requirement-files.js'
import type { ContextView, ImageView, TextlessView } from '../plan/view.js'
import type { Git } from '../ports.js'
import { readDockerfiles } from './dockerfiles.js'
import { circumstancesOf } from './inputs.js'
import type { Recipe } from './inputs.js'
import type { Memory } from './memory.js'
import { readManifestAndLock } from './read-manifest.js'
import type { Configs } from './snapshot.js'
import { openSource } from './source.js'

/** Looks closely at images of one commit; undefined for an image that is not there or has no Dockerfile. */
export type Look = (name: string, platform: string) => Promise<ImageView | undefined>

/** Opens a tree for a closer look at a few of its images; `configs` is what they hand on to children. */
export async function openLook(
  git: Git,
  tree: Tree,
  manifestPath: string,
  memory: Memory,
  configs: Configs
): Promise<Look> {
  const source = openSource(git, tree, memory.texts)
  const { manifest, lock } = await readManifestAndLock(source, manifestPath, memory)
  if (manifest === undefined) return () => Promise.resolve(undefined)
  const dockerfiles = await readDockerfiles(source, manifest.images, memory)
  const recipe: Recipe = { manifest, lock, tree, dockerfiles, owner: ownerLookup(manifest) }
  const specs = new Map(manifest.images.map(spec => [spec.name, spec]))
  return async (name, platform) => {
    const spec = specs.get(name)
    if (spec === undefined) return undefined
    const view = viewOf(spec, platform, recipe, parent => configs.get(`${parent} ${platform}`))
    if (view === undefined) return undefined
    const pinned = spec.installed === undefined ? [] : requirementFiles(view).keys()
    const texts = await source.texts(new Set([spec.dockerfile, ...pinned]))
    return { ...view, text: path => texts.get(path) }
  }
}

/** One image as a recipe has it; undefined without a Dockerfile. */
export function viewOf(
  spec: ImageSpec,
  platform: string,
  recipe: Recipe,
  configOf: (image: string) => InheritedConfig | undefined
): TextlessView | undefined {
  const parsed = recipe.dockerfiles.parsed(spec.dockerfile)
  if (parsed === undefined) return undefined
  const circumstances = circumstancesOf(spec, platform, recipe, configOf)
  const build = resolveBuild(parsed, circumstances)
  const contexts = new Map<string, ContextView>()
  const add = (name: string, root: string, ignore: ContextView['ignore']): void => {
    const sources = build.sources.filter(source => (source.context ?? '') === name)
    contexts.set(name, { root, ...(ignore === undefined ? {} : { ignore }), sources })
  }
  add('', spec.context, recipe.dockerfiles.ignore(spec))
  for (const [name, given] of Object.entries(spec.contexts)) {
    if (given.kind === 'path') add(name, given.path, recipe.dockerfiles.folderIgnore(given.path))
  }
  const listing = listInstructions(parsed, circumstances)
  return { spec, tree: recipe.tree, parsed, build, listing, contexts }
}

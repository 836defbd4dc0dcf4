import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { warningAt } from '../diagnostics/diagnostic.js'
import { countingLines, readInstalled } from '../keys/requirements.js'
import type { OwnInputs } from '../keys/inputs.js'
import { requirementFiles } from '../plan/requirement-files.js'
import { supposition } from '../plan/simulate.js'
import type { ImageInputs } from '../plan/snapshot.js'
import type { Recipe } from './inputs.js'
import { viewOf } from './look.js'
import type { Reading } from './snapshot.js'
import type { Source } from './source.js'

/** Images with their pins weighed, and what is wrong with the lists of what is installed. */
export interface WeighedImages {
  readonly images: Reading['images']
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Weighs the pins of all images whose manifest entry names the packages that are installed in them: requirements and
 * constraints files that are only mounted count by the pins of these packages alone. Images that were kept from
 * another commit were weighed there. Without a list that can be understood every line counts, with a warning.
 */
export async function weighAllPins(
  read: Pick<Reading, 'images' | 'configs'>,
  kept: ReadonlySet<string>,
  recipe: Recipe,
  source: Source
): Promise<WeighedImages> {
  const listed = recipe.manifest.images.filter(spec => spec.installed !== undefined)
  if (listed.length === 0) return { images: read.images, diagnostics: [] }
  const images = new Map(read.images)
  const diagnostics: Diagnostic[] = []
  for (const { name, installed: path = '' } of listed) {
    const image = images.get(name)
    if (image === undefined || kept.has(name)) continue
    const list = (await source.texts([path])).get(path)
    const installed = list === undefined ? undefined : readInstalled(list)
    if (installed === undefined) diagnostics.push(unusable(name, path, list, recipe.manifest.path))
    else images.set(name, await weighPins(image, installed, recipe, source, read.configs))
  }
  return { images, diagnostics }
}

function unusable(name: string, path: string, list: string | undefined, manifest: string): Diagnostic {
  const fault =
    list === undefined ? 'which is no tracked file' : 'which is no list of packages as `pip freeze` prints it'
  return warningAt(
    'C003',
    { file: manifest },
    `\`installed:\` of ${name} names ${JSON.stringify(path)}, ${fault}; every line of its requirements counts`,
    'commit the output of `pip freeze` in the image there, or remove the key'
  )
}

async function weighPins(
  image: ImageInputs,
  installed: ReadonlySet<string>,
  recipe: Recipe,
  source: Source,
  configs: Reading['configs']
): Promise<ImageInputs> {
  const { spec } = image
  const platforms = new Map<string, OwnInputs>()
  for (const [platform, inputs] of image.platforms) {
    const view = viewOf(spec, platform, recipe, parent => configs.get(`${parent} ${platform}`))
    const uses = view === undefined ? undefined : requirementFiles(view)
    const texts = await source.texts(uses?.keys() ?? [])
    const files = [...inputs.files].map(([context, list]) => {
      const weighed = list.map(file => {
        const [use, text] = [uses?.get(file.path), texts.get(file.path)]
        if (use === undefined || text === undefined || supposition(file.blob) !== undefined) return file
        return { ...file, pins: countingLines(text, use, installed) }
      })
      return [context, weighed] as const
    })
    platforms.set(platform, { ...inputs, files: new Map(files) })
  }
  return { ...image, platforms }
}

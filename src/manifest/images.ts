import { childOf, describe, labelOf, wrong, wrongType } from './fields.js'
import type { Field, Problem, Reader } from './fields.js'
import { checkName } from './image-fields.js'
import { IMAGE_KEYS, imageOf, readImage } from './image.js'
import type { Defaults, ImageEntry, VariantEntry } from './image.js'
import type { ImageSpec } from './types.js'
import { isMapping } from './values.js'
import type { KeyPath } from './values.js'
import { variantEntry, variantName } from './variants.js'

/** The entry of an image as read. */
interface ReadEntry {
  readonly entry: ImageEntry
  readonly path: KeyPath
  /** Nothing is wrong with it: what is not there was not written. */
  readonly isSound: boolean
}

/** An image with its defaults, and where it is written. */
export interface ReadImage {
  readonly spec: ImageSpec
  /** What its own lines say; for a variant without what it inherits. */
  readonly entry: ImageEntry | VariantEntry
  readonly path: KeyPath
  readonly isSound: boolean
}

/** Reads all entries of `images`, also those with problems: what the images say about one another can still be checked. */
export const readImages: Reader<ReadonlyMap<string, ReadEntry>> = field => {
  if (!isMapping(field.value))
    return wrongType(field, 'a mapping', 'a line with the name of an image: and its keys below')
  if (field.value.size === 0)
    return wrong(field, 'M010', 'images is empty, expected an image', 'Add an image')
  const entries = new Map<string, ReadEntry>()
  for (const [name, value] of field.value) {
    let isSound = true
    const report = (problem: Problem): void => {
      if (problem.severity === 'error') isSound = false
      field.report(problem)
    }
    const child = { ...childOf(field, name, value), report }
    checkName(name, child)
    const entry = (isIndentedWrong(name, child) ? undefined : readImage(child)) ?? {}
    entries.set(name, { entry, path: child.path, isSound })
  }
  return entries
}

/** Whether a key of an image stands where images do: told as that, since nothing is wrong with its value. */
function isIndentedWrong(name: string, field: Field): boolean {
  if (!IMAGE_KEYS.has(name) || field.value === null || isMapping(field.value)) return false
  const message = `${labelOf(field.path)} is ${describe(field.value)}, expected an image`
  wrong(field, 'M004', message, `${name} is a key of an image: indent it below the name of one`)
  return true
}

/** Images with their defaults in the order of the file, variants after their image. */
export function imagesOf(entries: ReadonlyMap<string, ReadEntry>, defaults: Defaults): readonly ReadImage[] {
  return [...entries].flatMap(([name, read]) => {
    const image: ReadImage = { ...read, spec: imageOf(name, read.entry, defaults) }
    const variants = [...(read.entry.variants ?? [])].map(([variant, own]): ReadImage => {
      const entry = variantEntry(image.spec, read.entry, own)
      const spec = imageOf(variantName(name, variant), entry, defaults)
      return { spec, entry: own, path: [...read.path, 'variants', variant], isSound: read.isSound }
    })
    return [image, ...variants]
  })
}

/** Every name that is written in the manifest, whether its entry can be read or not. */
export function namesIn(manifest: Field): ReadonlySet<string> {
  const names = new Set<string>()
  const images = isMapping(manifest.value) ? manifest.value.get('images') : undefined
  for (const [name, image] of images !== undefined && isMapping(images) ? images : []) {
    names.add(name)
    const variants = isMapping(image) ? image.get('variants') : undefined
    if (variants === undefined || !isMapping(variants)) continue
    for (const variant of variants.keys()) names.add(variantName(name, variant))
  }
  return names
}

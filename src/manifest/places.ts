import { placeFinder } from './lines.js'
import type { ManifestPlace } from './types.js'
import { isMapping } from './values.js'
import type { KeyPath, YamlValue } from './values.js'
import { variantName } from './variants.js'
import { readYaml } from './yaml.js'

/**
 * Finds where a manifest that can be read writes a key of an image: the place of its value, for a variant that inherits it
 * the one of its image. Undefined when no image has that name. With `entry` the place of that key inside of the value, and
 * undefined when neither the image nor the variant has it.
 */
export function placeOfKey(
  text: string,
  name: string,
  key: string,
  entry?: string
): ManifestPlace | undefined {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const { value, offsetOf } = readYaml(source)
  const wanted = entry === undefined ? [key] : [key, entry]
  const path = pathOf(childOf(value, 'images'), name, wanted)
  if (path === undefined) return undefined
  if (entry === undefined) return placeFinder(source)(offsetOf([...path, key], 'value'))
  const isThere = at(value, [...path, ...wanted]) !== undefined
  return isThere ? placeFinder(source)(offsetOf([...path, ...wanted], 'key')) : undefined
}

function at(value: YamlValue | undefined, path: KeyPath): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((inside, step) => childOf(inside, String(step)), value)
}

function pathOf(images: YamlValue | undefined, name: string, wanted: KeyPath): KeyPath | undefined {
  if (images === undefined || !isMapping(images)) return undefined
  if (images.has(name)) return ['images', name]
  for (const [image, entry] of images) {
    const variants = childOf(entry, 'variants')
    if (variants === undefined || !isMapping(variants)) continue
    const own = [...variants].find(([variant]) => variantName(image, variant) === name)
    if (own === undefined) continue
    const path = ['images', image]
    return at(own[1], wanted) === undefined ? path : [...path, 'variants', own[0]]
  }
  return undefined
}

function childOf(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value !== undefined && isMapping(value) ? value.get(key) : undefined
}

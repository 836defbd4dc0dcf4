import { placeFinder } from './lines.js'
import type { ManifestPlace } from './types.js'
import { isMapping } from './values.js'
import type { KeyPath, YamlValue } from './values.js'
import { variantName } from './variants.js'
import { readYaml } from './yaml.js'

/**
 * Finds where a manifest that can be read writes a key of an image: the place of its value, for a variant that inherits it
 * the one of its image. Undefined when no image has that name.
 */
export function placeOfKey(text: string, name: string, key: string): ManifestPlace | undefined {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const { value, offsetOf } = readYaml(source)
  const path = pathOf(childOf(value, 'images'), name, key)
  return path && placeFinder(source)(offsetOf([...path, key], 'value'))
}

function pathOf(images: YamlValue | undefined, name: string, key: string): KeyPath | undefined {
  if (images === undefined || !isMapping(images)) return undefined
  if (images.has(name)) return ['images', name]
  for (const [image, entry] of images) {
    const variants = childOf(entry, 'variants')
    if (variants === undefined || !isMapping(variants)) continue
    const own = [...variants].find(([variant]) => variantName(image, variant) === name)
    if (own === undefined) continue
    const path = ['images', image]
    return childOf(own[1], key) === undefined ? path : [...path, 'variants', own[0]]
  }
  return undefined
}

function childOf(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value !== undefined && isMapping(value) ? value.get(key) : undefined
}

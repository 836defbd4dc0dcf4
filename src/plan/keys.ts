import { keyOf } from '../keys/inputs.js'
import type { OwnInputs, ParentInput } from '../keys/inputs.js'
import type { ImageInputs } from './snapshot.js'
import type { PlannedImage } from './types.js'

/** The keys of all images by name and platform, with the salt where there is one. */
export type KeysByImage = ReadonlyMap<string, ReadonlyMap<string, { key: string; salt?: string }>>

/**
 * Keys that were computed before, by the very object of the inputs: head and base share the objects of all images that
 * nothing changed for. The key also follows from the salt and the parents' keys, which stand beside it.
 */
export type KnownKeys = Map<OwnInputs, { readonly beside: string; readonly key: string }>

/**
 * Computes the keys of images, in an order that has parents first; a parent may stand as an earlier plan found it. `salt`
 * says what to mix into an image's key (undefined: nothing); children inherit it through their parents' keys.
 */
export function keysOf(
  images: ReadonlyMap<string, ImageInputs>,
  order: readonly string[],
  standing: ReadonlyMap<string, PlannedImage>,
  salt: (image: ImageInputs, platform: string) => string | undefined,
  known: KnownKeys = new Map()
): KeysByImage {
  const keys = new Map<string, Map<string, { key: string; salt?: string }>>()
  for (const name of order) {
    const image = images.get(name)
    if (image === undefined) continue
    const byPlatform = new Map<string, { key: string; salt?: string }>()
    for (const [platform, inputs] of image.platforms) {
      const mixed = salt(image, platform)
      // A parent without a key (unreadable at the base) has a name no key can have: the child's key differs then.
      const parentKey = (parent: ParentInput): string =>
        keys.get(parent.image)?.get(parent.platform)?.key ??
        standing.get(parent.image)?.platforms[parent.platform]?.key ??
        `unreadable:${parent.image}`
      const key = remembered(known, inputs, [mixed ?? '', ...inputs.parents.map(parentKey)].join(' '), () =>
        keyOf(inputs, parentKey, mixed)
      )
      byPlatform.set(platform, mixed === undefined ? { key } : { key, salt: mixed })
    }
    keys.set(name, byPlatform)
  }
  return keys
}

function remembered(known: KnownKeys, inputs: OwnInputs, beside: string, make: () => string): string {
  const before = known.get(inputs)
  if (before?.beside === beside) return before.key
  const key = make()
  known.set(inputs, { beside, key })
  return key
}

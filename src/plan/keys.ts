import type { ImageGraph } from '../graph/graph.js'
import { orderOf } from '../graph/order.js'
import { keyOf } from '../keys/inputs.js'
import type { ParentInput } from '../keys/inputs.js'
import type { ImageInputs } from './snapshot.js'

/** The keys of all images by name and platform, with the salt where there is one. */
export type KeysByImage = ReadonlyMap<string, ReadonlyMap<string, { key: string; salt?: string }>>

/**
 * Computes the keys of all images, parents first. `salt` says what to mix into an image's key (undefined: nothing);
 * children inherit it through their parents' keys.
 */
export function keysOf(
  images: ReadonlyMap<string, ImageInputs>,
  graph: ImageGraph,
  salt: (image: ImageInputs, platform: string) => string | undefined
): KeysByImage {
  const order = orderOf(graph)
  const keys = new Map<string, Map<string, { key: string; salt?: string }>>()
  for (const name of order.kind === 'ordered' ? order.names : []) {
    const image = images.get(name)
    if (image === undefined) continue
    const byPlatform = new Map<string, { key: string; salt?: string }>()
    for (const [platform, inputs] of image.platforms) {
      const mixed = salt(image, platform)
      // A parent without a key (unreadable at the base) has a name no key can have: the child's key differs then.
      const parentKey = (parent: ParentInput): string =>
        keys.get(parent.image)?.get(parent.platform)?.key ?? `unreadable:${parent.image}`
      const key = keyOf(inputs, parentKey, mixed)
      byPlatform.set(platform, mixed === undefined ? { key } : { key, salt: mixed })
    }
    keys.set(name, byPlatform)
  }
  return keys
}

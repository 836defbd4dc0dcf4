import { graphOf } from '../graph/graph.js'
import { orderOf } from '../graph/order.js'
import type { PlannedImage } from './types.js'

/** What GitHub promises of the disk of a hosted runner (docs.github.com, "GitHub-hosted runners reference"), in bytes. */
export const DISK = 14e9
/**
 * Bytes on the disk for each byte of a compressed image: its blobs as they were pulled or are pushed, and its layers
 * unpacked, which are about three times as large.
 */
export const UNPACKED = 4

/** Compressed bytes that an image on a platform is thought to have; 0 where nothing tells. */
export type BytesOf = (image: string, platform: string) => number

/**
 * How large images are thought to be: as they were released last, and what was never released as large as the heaviest
 * image that it is built on. External bases count for nothing.
 */
export function bytesOfImages(planned: readonly PlannedImage[]): BytesOf {
  const isKnown = planned.some(({ platforms }) =>
    Object.values(platforms).some(each => each.bytes !== undefined)
  )
  if (!isKnown) return () => 0
  const images = new Map(planned.map(image => [image.name, image]))
  const parents = planned.map(
    image => [image.name, image.parents.filter(parent => images.has(parent))] as const
  )
  const order = orderOf(graphOf(new Map(parents)))
  const found = new Map<string, number>()
  const bytesOf: BytesOf = (image, platform) => found.get(`${platform} ${image}`) ?? 0
  for (const name of order.kind === 'ordered' ? order.names : []) {
    const image = images.get(name)
    for (const [platform, { bytes, crossing = [] }] of Object.entries(image?.platforms ?? {})) {
      const below = (image?.parents ?? []).map(parent => bytesOf(parent, platform))
      const across = crossing.map(parent => bytesOf(parent.image, parent.platform))
      found.set(`${platform} ${name}`, bytes ?? Math.max(0, ...below, ...across))
    }
  }
  return bytesOf
}

/** Whether images of so many compressed bytes together are thought to fit on the disk of a hosted runner. */
export function fitsDisk(bytes: number): boolean {
  return bytes * UNPACKED <= DISK
}

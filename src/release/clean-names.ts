import { cacheTag, imageTagSafe, keyTag } from '../build/staging.js'
import { platformTag } from '../manifest/names.js'
import type { ImagePlatform } from './clean-types.js'

/** Tags of staging: `<image>-<platform>-<word>-<40 hex digits>`. */
const BUILD_TAG = /^(.+)-(?:in|by|is|ok)-[0-9a-f]{40}$/

/** A key that is needed: of a commit that counts, or of the newest release record. */
export interface NeededKey {
  readonly image: string
  readonly platform: string
  /** 64 hex digits. */
  readonly key: string
}

/**
 * The tags of staging that need not stay for their own sake, with the reason: builds of images that are known, under a key
 * that is not needed. A tag of any other form, or of an image that nobody here knows, stays.
 */
export function freeBuildTags(
  tags: Iterable<string>,
  images: readonly ImagePlatform[],
  needed: readonly NeededKey[]
): ReadonlyMap<string, string> {
  const keys = new Set(needed.map(({ image, platform, key }) => keyTag(image, platform, key)))
  const known = new Map(images.map(each => [prefixOf(each), each]))
  const free = new Map<string, string>()
  for (const tag of tags) {
    const image = known.get(BUILD_TAG.exec(tag)?.[1] ?? '')
    if (image === undefined || keys.has(tag)) continue
    free.set(tag, image.present ? `an older build of ${image.image}` : leftWords(image, images))
  }
  return free
}

/** The layer caches of images and platforms that left the manifest, with the reason; every other tag stays. */
export function freeCacheTags(
  tags: Iterable<string>,
  images: readonly ImagePlatform[]
): ReadonlyMap<string, string> {
  const present = new Set(images.filter(each => each.present).map(tagOfCache))
  const left = new Map(
    images
      .filter(each => !each.present && !present.has(tagOfCache(each)))
      .map(each => [tagOfCache(each), leftWords(each, images)])
  )
  return new Map(
    [...tags].flatMap(tag => {
      const why = left.get(tag)
      return why === undefined ? [] : [[tag, why] as const]
    })
  )
}

function prefixOf({ image, platform }: ImagePlatform): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}`
}

function tagOfCache({ image, platform }: ImagePlatform): string {
  return cacheTag(image, platform)
}

function leftWords({ image, platform }: ImagePlatform, images: readonly ImagePlatform[]): string {
  const remains = images.some(each => each.present && each.image === image)
  return remains ? `${image} is not made for ${platform} any more` : `${image} left the manifest`
}

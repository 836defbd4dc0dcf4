import { sha256 } from '../keys/canonical.js'
import { platformTag } from '../manifest/names.js'

const LONGEST_NAME = 60
const SAFE_NAME = /^[a-z0-9][a-z0-9._-]*$/

/**
 * Tag under which a verified and tested platform manifest lies in staging by its key (64 hex digits):
 * `python-base-linux-amd64-in-<first 40 hex>`.
 */
export function keyTag(image: string, platform: string, key: string): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}-in-${shortHash(key)}`
}

/** Tag of the same manifest by its trace key: own inputs and the digests of the parents it was really built on. */
export function traceTag(image: string, platform: string, trace: string): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}-by-${shortHash(trace)}`
}

/** Tag that records a passed test; `hash` (64 hex digits) is over the digest and the inputs of the test. */
export function testTag(image: string, platform: string, hash: string): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}-ok-${shortHash(hash)}`
}

/** Tag by content id (64 hex digits): a rebuild that changed nothing finds the manifest that is there already. */
export function contentTag(image: string, platform: string, content: string): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}-is-${shortHash(content)}`
}

/** Tag of the layer cache of an image on a platform: one cache each, since a second writer replaces it. */
export function cacheTag(image: string, platform: string): string {
  return `${imageTagSafe(image)}-${platformTag(platform)}`
}

/**
 * An image name as the first part of a tag. Names of the manifest stay as they are; a longer or foreign one is cut and
 * made unique by its hash, so that the whole tag stays below the 128 characters of the OCI distribution specification.
 */
export function imageTagSafe(name: string): string {
  if (name.length <= LONGEST_NAME && SAFE_NAME.test(name)) return name
  const readable = name.toLowerCase().replace(/[^a-z0-9._-]/g, '-')
  const start = readable.replace(/^[._-]+/, '').slice(0, LONGEST_NAME - 17)
  const hash = sha256(name).slice(0, 16)
  return start === '' ? hash : `${start}-${hash}`
}

function shortHash(hex: string): string {
  return hex.slice(0, 40)
}

import type { Json } from './canonical.js'
import { canonicalJson, sha256 } from './canonical.js'
import { objectIn } from './json.js'

/**
 * The content id of a built image: SHA-256 (64 hex) over its configuration, layer diff ids included, without `created`
 * and `history`, which say when and how but not what. The configuration is the OCI image configuration as JSON.
 * Throws a SyntaxError when the bytes are no JSON object.
 */
export function contentId(config: Uint8Array): string {
  const value = objectIn(Buffer.from(config).toString('utf8')) as Readonly<Record<string, Json>> | undefined
  if (value === undefined) throw new SyntaxError('an image configuration must be a JSON object')
  const what = Object.entries(value).filter(([name]) => name !== 'created' && name !== 'history')
  return sha256(canonicalJson(Object.fromEntries(what)))
}

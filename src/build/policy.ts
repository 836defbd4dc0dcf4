import { sourceOf } from './handover.js'
import type { HandedImage } from './handover.js'

/** One rule of BuildKit's source policy. */
interface PolicyRule {
  readonly action: 'ALLOW' | 'DENY'
  readonly selector: { readonly identifier: string; readonly matchType: 'EXACT' | 'WILDCARD' }
}

/**
 * The source policy of one build as JSON: no image may be taken but these, each from a registry or a layout and by its
 * digest. The last rule that matches wins, so the refusals come first.
 * Format: github.com/moby/buildkit, sourcepolicy/pb/policy.proto.
 */
export function sourcePolicy(allowed: readonly Pick<HandedImage, 'reference' | 'layout'>[]): string {
  const deny = ['docker-image://*', 'oci-layout://*'].map((identifier): PolicyRule => ({
    action: 'DENY',
    selector: { identifier, matchType: 'WILDCARD' }
  }))
  const allow = allowed.map((handed): PolicyRule => ({
    action: 'ALLOW',
    selector: { identifier: sourceOf(handed), matchType: 'EXACT' }
  }))
  return JSON.stringify({ rules: [...deny, ...allow] })
}

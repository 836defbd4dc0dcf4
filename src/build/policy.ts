/** One rule of BuildKit's source policy. */
interface PolicyRule {
  readonly action: 'ALLOW' | 'DENY'
  readonly selector: { readonly identifier: string; readonly matchType: 'EXACT' | 'WILDCARD' }
}

/**
 * The source policy of one build as JSON: no image may be taken but these. `allowed` are normalised references with
 * digest, `docker.io/library/python:3.11@sha256:…`. The last rule that matches wins, so the refusal comes first.
 * Format: github.com/moby/buildkit, sourcepolicy/pb/policy.proto.
 */
export function sourcePolicy(allowed: readonly string[]): string {
  const deny: PolicyRule = {
    action: 'DENY',
    selector: { identifier: 'docker-image://*', matchType: 'WILDCARD' }
  }
  const allow = allowed.map((reference): PolicyRule => ({
    action: 'ALLOW',
    selector: { identifier: `docker-image://${reference}`, matchType: 'EXACT' }
  }))
  return JSON.stringify({ rules: [deny, ...allow] })
}

import { satisfies } from '@renovatebot/pep440'

/** Whether a version fits specifiers; `''` fits any. Pre-releases count, since one may be installed already. */
export function admits(versions: string, version: string): boolean {
  return versions === '' || satisfies(version, versions, { prereleases: true })
}

/** The one version that specifiers leave: `==1.2`, without a wildcard. */
export function exactVersion(versions: string | undefined): string | undefined {
  return /^===?([^,*]+)$/.exec(versions ?? '')?.[1]
}

/**
 * Whether some version can fit both specifiers. Tried are all versions that they mention, the one just above each, and the
 * lowest of all: where two ranges of plain releases meet, one of these is inside. Of ranges that mention anything else,
 * such as `>1.0b1`, it is taken to be so.
 */
export function canBothHold(a: string, b: string): boolean {
  if (a === '' || b === '') return true
  const exact = exactVersion(a) ?? exactVersion(b)
  if (exact !== undefined) return admits(a, exact) && admits(b, exact)
  const mentioned = [...mentionedIn(a), ...mentionedIn(b)]
  if (mentioned.some(version => !/^\d+(?:\.\d+)*$/.test(version))) return true
  return ['0', ...mentioned.flatMap(version => [version, `${version}.0.0.0.1`])].some(
    version => admits(a, version) && admits(b, version)
  )
}

function mentionedIn(versions: string): readonly string[] {
  return versions.split(',').map(part => part.replace(/^[=!<>~]+/, '').replace(/\.\*$/, ''))
}

import { findReferences } from '../../src/dockerfile/references.js'
import { parseDockerfile } from '../../src/dockerfile/parse.js'
import { resolveBuild } from '../../src/dockerfile/resolve.js'
import type { BuildCircumstances, ResolvedBuild } from '../../src/dockerfile/types.js'

/** Usual circumstances: linux/amd64, last stage, nothing given, all bases unknown. */
export function circumstances(given: Partial<BuildCircumstances> = {}): BuildCircumstances {
  return { args: {}, platform: 'linux/amd64', contexts: {}, inherited: () => undefined, ...given }
}

/** Resolves a Dockerfile given as lines. */
export function build(lines: readonly string[], given: Partial<BuildCircumstances> = {}): ResolvedBuild {
  return resolveBuild(parseDockerfile(lines.join('\n')), circumstances(given))
}

/** References of a Dockerfile as `use name`. */
export function references(
  lines: readonly string[],
  given: Partial<BuildCircumstances> = {}
): readonly string[] {
  const found = findReferences(parseDockerfile(lines.join('\n')), circumstances(given))
  return found.map(({ use, contextName }) => `${use} ${contextName}`)
}

/** Sources of a build as `kind pattern`, with the named context behind an at sign. */
export function sources({ sources: found }: ResolvedBuild): readonly string[] {
  return found.map(
    ({ kind, pattern, context }) => `${kind} ${pattern}${context === undefined ? '' : `@${context}`}`
  )
}

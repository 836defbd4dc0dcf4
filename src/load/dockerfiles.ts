import { ignoreMatcher } from '../context/ignore-match.js'
import type { IgnoreMatcher } from '../context/ignore-match.js'
import { parseIgnore } from '../context/ignore.js'
import type { IgnoreProblem } from '../context/ignore.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import type { ParsedDockerfile } from '../dockerfile/types.js'
import type { ImageSpec, Manifest } from '../manifest/types.js'
import type { Source } from './source.js'

/** An ignore file that is in force, read. */
export interface IgnoreInForce {
  readonly path: string
  readonly matcher: IgnoreMatcher
  readonly problems: readonly IgnoreProblem[]
}

/** The Dockerfiles and ignore files that a manifest names, each read and parsed once. */
export interface Dockerfiles {
  /** Undefined when no regular file is tracked there. */
  readonly parsed: (path: string) => ParsedDockerfile | undefined
  /** The ignore file in force for an image: the Dockerfile's own over the one of the context. */
  readonly ignore: (spec: ImageSpec) => IgnoreInForce | undefined
  /** The ignore file at the root of a folder that is a named context. */
  readonly folderIgnore: (folder: string) => IgnoreInForce | undefined
}

/** Reads all Dockerfiles and ignore files of a manifest with one git call. */
export async function readDockerfiles(source: Source, manifest: Manifest): Promise<Dockerfiles> {
  const paths = manifest.images.flatMap(spec => [spec.dockerfile, ...ignorePaths(spec), ...folderPaths(spec)])
  const texts = await source.texts(new Set(paths))
  const parsed = remember((path: string) => parseDockerfile(texts.get(path) ?? ''))
  const ignores = remember((path: string): IgnoreInForce => {
    const { patterns, problems } = parseIgnore(texts.get(path) ?? '')
    return { path, matcher: ignoreMatcher(patterns), problems }
  })
  const first = (candidates: readonly string[]): IgnoreInForce | undefined => {
    const path = candidates.find(candidate => texts.has(candidate))
    return path === undefined ? undefined : ignores(path)
  }
  return {
    parsed: path => (texts.has(path) ? parsed(path) : undefined),
    ignore: spec => first(ignorePaths(spec)),
    folderIgnore: folder => first([inFolder(folder, '.dockerignore')])
  }
}

/** Docker's rule: `<Dockerfile>.dockerignore` beside the Dockerfile replaces the one at the root of the context. */
function ignorePaths(spec: ImageSpec): readonly string[] {
  return [`${spec.dockerfile}.dockerignore`, inFolder(spec.context, '.dockerignore')]
}

function folderPaths(spec: ImageSpec): readonly string[] {
  return Object.values(spec.contexts).flatMap(context =>
    context.kind === 'path' ? [inFolder(context.path, '.dockerignore')] : []
  )
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return key => {
    let value = made.get(key)
    if (value === undefined) {
      value = make(key)
      made.set(key, value)
    }
    return value
  }
}

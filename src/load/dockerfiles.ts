import type { IgnoreFile } from '../context/ignore.js'
import { joinPath } from '../context/paths.js'
import type { ParsedDockerfile } from '../dockerfile/types.js'
import type { ImageSpec } from '../manifest/types.js'
import type { Memory } from './memory.js'
import type { Source } from './source.js'

/** An ignore file that is in force, read. */
export interface IgnoreInForce {
  readonly path: string
  readonly file: IgnoreFile
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

/** Reads the Dockerfiles and ignore files of images with one git call. */
export async function readDockerfiles(
  source: Source,
  specs: readonly ImageSpec[],
  memory: Memory
): Promise<Dockerfiles> {
  const paths = specs.flatMap(spec => [spec.dockerfile, ...ignorePaths(spec), ...folderPaths(spec)])
  const texts = await source.texts(new Set(paths))
  const first = (candidates: readonly string[]): IgnoreInForce | undefined => {
    const path = candidates.find(candidate => texts.has(candidate))
    return path === undefined ? undefined : { path, file: memory.ignore(texts.get(path) ?? '') }
  }
  return {
    parsed: path => {
      const text = texts.get(path)
      return text === undefined ? undefined : memory.dockerfile(text)
    },
    ignore: spec => first(ignorePaths(spec)),
    folderIgnore: folder => first([joinPath(folder, '.dockerignore')])
  }
}

/** Docker's rule: `<Dockerfile>.dockerignore` beside the Dockerfile replaces the one at the root of the context. */
export function ignorePaths(spec: ImageSpec): readonly string[] {
  return [`${spec.dockerfile}.dockerignore`, joinPath(spec.context, '.dockerignore')]
}

/** The ignore files of the named contexts of an image. */
export function folderPaths(spec: ImageSpec): readonly string[] {
  return Object.values(spec.contexts).flatMap(context =>
    context.kind === 'path' ? [joinPath(context.path, '.dockerignore')] : []
  )
}

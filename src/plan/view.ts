import type { IgnoreFile } from '../context/ignore.js'
import type { FileSource, Tree } from '../context/types.js'
import type { Listing } from '../dockerfile/listing.js'
import type { ParsedDockerfile, ResolvedBuild } from '../dockerfile/types.js'
import type { ImageSpec } from '../manifest/types.js'

/** One build context of an image: its folder, what hides files of it, and what reads it. */
export interface ContextView {
  /** From the repository root; `''` is the root. */
  readonly root: string
  readonly ignore?: { readonly path: string; readonly file: IgnoreFile }
  readonly sources: readonly FileSource[]
}

/** An image on one platform at one commit, looked at closely enough to say what reads each of its files. */
export interface TextlessView {
  readonly spec: ImageSpec
  readonly tree: Tree
  readonly parsed: ParsedDockerfile
  readonly build: ResolvedBuild
  readonly listing: Listing
  /** `''` is the main context, the others have their names. */
  readonly contexts: ReadonlyMap<string, ContextView>
}

/** The same with texts, to say what changed in a file. */
export interface ImageView extends TextlessView {
  /** Text of a regular file that says how the image is built: Dockerfile, requirements; undefined for any other. */
  readonly text: (path: string) => string | undefined
}

export type { FileSource } from '../dockerfile/types.js'

/** The git file modes: file, executable, symbolic link, submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000'

/** A file of a commit or of the working tree; `blob` is the git object id of its content. */
export interface TreeEntry {
  readonly mode: FileMode
  readonly blob: string
}

/**
 * All files of a commit or working tree. Paths are from the repository root with `/`, in code-unit order; bytes that are
 * no UTF-8 stand as lone surrogates U+DC80 to U+DCFF (Python's `surrogateescape`, PEP 383), so nothing is lost.
 */
export interface Tree {
  readonly get: (path: string) => TreeEntry | undefined
  /** Paths of all files below a folder (`''` for all), in order; empty when there is no such folder. */
  readonly under: (folder: string) => readonly string[]
  /** The target text of a symbolic link; undefined when the path is none. */
  readonly link: (path: string) => string | undefined
  /** True when the tree holds no symbolic link at all, so that none need be looked for. */
  readonly plain?: boolean
}

/** A file that the build can read. */
export interface InputFile {
  /** Path from the repository root. */
  readonly path: string
  /** Path inside the context it belongs to. */
  readonly contextPath: string
  readonly mode: FileMode
  readonly blob: string
  /** The lines of a requirements file that count in place of its content; absent where all of it counts. */
  readonly pins?: readonly string[]
  /** An ignored symbolic link: BuildKit's client looks at it to find out what to send, and does not send it. */
  readonly hidden?: true
}

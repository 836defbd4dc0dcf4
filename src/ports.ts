import type { Tree, TreeEntry } from './context/types.js'

/**
 * The world as the product sees it: small interfaces, implemented in `io/` and passed as arguments.
 * Types only, open to every room.
 */

/** Where progress and results for a person go. */
export interface Log {
  /** A line of progress. */
  readonly info: (text: string) => void
  readonly warn: (text: string) => void
  readonly error: (text: string) => void
  /**
   * Prints `text` folded under a title where the place can fold (job logs), and plainly elsewhere; there only on request,
   * unless it is `wanted` anyway, as the log of a failure is.
   */
  readonly group: (title: string, text: string, wanted?: boolean) => void
}

/** What is known of a commit. */
export interface CommitInfo {
  /** Full object id. */
  readonly id: string
  readonly parents: readonly string[]
  /** Committer time in seconds since the epoch. */
  readonly time: number
}

/** A path that differs between two trees; an entry is absent where the path does not exist. */
export interface TreeChange {
  readonly path: string
  readonly before?: TreeEntry
  readonly after?: TreeEntry
}

/** A merge base; that there is none, or more than one; or that a shallow clone ends before the answer is certain. */
export type MergeBase =
  | { readonly kind: 'found'; readonly commit: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }
  | { readonly kind: 'cut' }

/** How a fetch ended; `why` is a sentence for a person, without credentials. */
export type Fetched = { readonly kind: 'fetched' } | { readonly kind: 'failed'; readonly why: string }

/** Read access to a git repository; nothing is ever checked out. */
export interface Git {
  /** Absolute path of the root of the work tree. */
  readonly root: string
  /** The commit that a revision names; undefined when there is none. */
  readonly resolve: (revision: string) => Promise<CommitInfo | undefined>
  /** What differs between two commits or trees: every path of which mode or content is not the same. */
  readonly changes: (before: string, after: string) => Promise<readonly TreeChange[]>
  /** Folder inside of the repository's own (`.git`) for what only this program writes and reads; it may not exist. */
  readonly ownFolder: string
  /** All files of a commit or tree object, or those at and below the given paths. */
  readonly tree: (treeish: string, paths?: readonly string[]) => Promise<Tree>
  /**
   * The tree object of the working tree: tracked, changed and untracked files without the ignored ones; the commit's own
   * tree when nothing differs.
   */
  readonly workTree: () => Promise<{ readonly tree: string; readonly dirty: boolean }>
  /** Target texts of symbolic links by object id, decoded as paths are. */
  readonly links: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Contents of blobs by object id; a missing object is an error that names it. */
  readonly blobs: (ids: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>
  /** The best common ancestor of two commits. */
  readonly mergeBase: (a: string, b: string) => Promise<MergeBase>
  /** True when `ancestor` is `commit` or one of its ancestors; undefined when either is not known here. */
  readonly isAncestor: (ancestor: string, commit: string) => Promise<boolean | undefined>
  /** Those of some commits, given by the first digits of their ids, that descend from a commit; unknown ones do not. */
  readonly descendants: (commit: string, some: readonly string[]) => Promise<readonly string[]>
  /**
   * Fetches from `origin` commits by their ids and branches as `refs/remotes/origin/…`; in a shallow clone with `depth`
   * commits of history each, in a complete one with all.
   */
  readonly fetch: (wanted: readonly string[], depth: number) => Promise<Fetched>
  /** URL of `origin` without credentials; undefined without a remote. */
  readonly originUrl: () => Promise<string | undefined>
  /** The folder of the clone: of a linked work tree that of the main one, where there is one. */
  readonly mainFolder: string
}

/** Media type, digest and size of something in a registry. */
export interface Descriptor {
  readonly mediaType: string
  /** `sha256:` and 64 hex digits. */
  readonly digest: string
  /** Bytes. */
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
  readonly annotations?: Readonly<Record<string, string>>
}

/** A manifest or index: its descriptor and exact bytes. */
export interface ManifestBytes {
  readonly descriptor: Descriptor
  readonly bytes: Uint8Array
}

/** How a deletion ended: done, nothing was there, or this registry deletes nothing in this way. */
export type Deleted = 'deleted' | 'gone' | 'unsupported'

/** A registry by the OCI distribution specification; repositories are full names such as `ghcr.io/acme/python-base`. */
export interface Registry {
  /** Descriptor of a tag or digest, by HEAD; undefined when it does not exist. */
  readonly head: (repository: string, reference: string) => Promise<Descriptor | undefined>
  /** Manifest or index by tag or digest, its digest checked; undefined when it does not exist. */
  readonly manifest: (repository: string, reference: string) => Promise<ManifestBytes | undefined>
  /** A small blob (a config), its digest checked; undefined when it does not exist. */
  readonly blob: (repository: string, digest: string) => Promise<Uint8Array | undefined>
  /**
   * Puts manifest bytes under a tag or digest and returns their digest, which the registry's answer is checked for. Where
   * others may write the tag as well, `again` is asked before each further try, and a no ends the tries without an error.
   */
  readonly putManifest: (
    repository: string,
    reference: string,
    mediaType: string,
    bytes: Uint8Array,
    again?: () => Promise<boolean>
  ) => Promise<string>
  readonly putBlob: (repository: string, bytes: Uint8Array) => Promise<Descriptor>
  /** Makes a blob of `from` exist in `repository`: mounted where the registry can, else copied. */
  readonly copyBlob: (
    from: string,
    repository: string,
    blob: Descriptor
  ) => Promise<'there' | 'mounted' | 'copied'>
  /** All tags of a repository; empty when the repository does not exist. */
  readonly tags: (repository: string) => Promise<readonly string[]>
  /** Takes one tag away; the manifest stays, but where a registry knows no such thing. */
  readonly deleteTag: (repository: string, tag: string) => Promise<Deleted>
  /** Deletes a manifest by digest, and with it every tag that names it. */
  readonly deleteManifest: (repository: string, digest: string) => Promise<Deleted>
}

/** How a child process ended. */
export interface ProcessResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** True when it was ended because its time was over. */
  readonly timedOut: boolean
  /** True when it was ended because it said nothing for too long. */
  readonly wentSilent?: boolean
}

/** The buildx client. */
export interface Buildx {
  /** Version such as `0.36.1`. */
  readonly version: string
  /**
   * Runs `buildx build` with these arguments.
   * `onLine` gets every line of its progress; `environment` is added to the process's own.
   */
  readonly build: (
    args: readonly string[],
    options: {
      readonly environment?: Readonly<Record<string, string>>
      readonly timeoutMs?: number
      /** Ends a build that says nothing for `ms` milliseconds, unless it `works` all the same. */
      readonly silence?: { readonly ms: number; readonly works: () => boolean }
      readonly onLine?: (line: string) => void
      readonly signal?: AbortSignal
    }
  ) => Promise<ProcessResult>
  /**
   * How a builder is: `running`; `silent` when its BuildKit does not answer within some seconds, which is also what one is
   * that was never started; `unknown` when buildx has none of that name.
   */
  readonly look: (builder: string) => Promise<BuilderState>
}

/** How a builder of buildx is, see {@link Buildx}. */
export type BuilderState = 'running' | 'silent' | 'unknown'

/** Scratch folders and small files outside of the repository. */
export interface Files {
  /** Makes an empty folder that `dispose` removes. */
  readonly scratch: (
    name: string
  ) => Promise<{ readonly path: string; readonly dispose: () => Promise<void> }>
  readonly read: (path: string) => Promise<string | undefined>
  /** Writes whole or not at all: to a temporary name, then renamed. */
  readonly write: (path: string, text: string | Uint8Array) => Promise<void>
  /** Removes all files of a folder but the `count` that were written last. */
  readonly keepNewest: (folder: string, count: number) => Promise<void>
}

/** The only clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Rejects with an `AbortError` as soon as the run is cancelled. */
  readonly sleep: (ms: number) => Promise<void>
}

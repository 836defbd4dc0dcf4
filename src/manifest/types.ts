/** An operating system and architecture with optional variant, such as `linux/amd64` or `linux/arm/v7`. */
export type Platform = string

/** A build argument: a text, or the public reference of another image of the manifest. */
export type ArgValue = string | { readonly image: string }

/** A named build context: a folder from the repository root, or another image of the manifest. */
export type NamedContext =
  { readonly kind: 'path'; readonly path: string } | { readonly kind: 'image'; readonly image: string }

/** A build secret, taken from an environment variable or a file at build time; never part of a key. */
export interface BuildSecret {
  readonly id: string
  readonly env?: string
  readonly file?: string
}

/** The smoke test of an image: a script of the repository, or a command in exec form for images without a shell. */
export type SmokeTest =
  | { readonly kind: 'script'; readonly path: string }
  | { readonly kind: 'exec'; readonly command: readonly string[] }

/** Line and column, from 1, of a key of the manifest. */
export interface ManifestPlace {
  readonly line: number
  readonly column: number
}

/** One image of the manifest with every default applied; paths are from the repository root, `''` is the root. */
export interface ImageSpec {
  readonly name: string
  readonly description?: string
  readonly licenses?: string
  readonly source?: string
  readonly dockerfile: string
  readonly context: string
  readonly target?: string
  readonly args: Readonly<Record<string, ArgValue>>
  readonly contexts: Readonly<Record<string, NamedContext>>
  readonly secrets: readonly BuildSecret[]
  readonly platforms: readonly Platform[]
  /** Repository without tag, such as `ghcr.io/acme/python-base`. */
  readonly repository: string
  /** Tags, unexpanded: `{date}` and `{commit}` are filled at release. */
  readonly tags: readonly string[]
  /** Other references that mean this image, normalised to `repository:tag` or `repository:*`. */
  readonly aliases: readonly string[]
  /** Globs of extra files that count, from the repository root. */
  readonly inputs: readonly string[]
  /** File that lists the packages installed in the image, as `pip freeze` prints them. */
  readonly installed?: string
  /** Declared parents, checked against the Dockerfile; absent when the manifest does not say. */
  readonly parents?: readonly string[]
  readonly needs: readonly string[]
  readonly publish: boolean
  readonly test?: SmokeTest
  /** Compressed bytes. */
  readonly sizeBudget?: number
  readonly deprecated?: string
}

/** The checked manifest. Images are in the order of the file, variants after their image. */
export interface Manifest {
  /** Path of the file from the repository root. */
  readonly path: string
  /** Prefix of published repositories, such as `ghcr.io/acme`. */
  readonly registry: string
  /** Own repositories for builds, cache and record; absent when the manifest leaves them to the default. */
  readonly staging?: string
  readonly cache?: string
  readonly record?: string
  /** Runner label of a platform. */
  readonly runners: Readonly<Record<Platform, string>>
  readonly images: readonly ImageSpec[]
}

/** Line, from 1, and sentence about something that cannot be read or followed, with what to do about it. */
export interface Problem {
  readonly line: number
  readonly message: string
  readonly remedy: string
}

/** A flag of an instruction such as `--from=build`; `value` is absent for `--link`. */
export interface Flag {
  readonly name: string
  readonly value?: string
}

/** A here-document of RUN, COPY or ADD. */
export interface Heredoc {
  readonly name: string
  readonly body: string
  /** False when the word was quoted. */
  readonly expand: boolean
  /** `<<-`: tabs at the start of its lines are dropped in the build. */
  readonly chomp?: boolean
}

/** One instruction, continuations joined and comments dropped. */
export interface Instruction {
  /** Upper case. */
  readonly keyword: string
  readonly flags: readonly Flag[]
  /** Everything after keyword and flags, on one line, blanks at both ends cut. */
  readonly rest: string
  /** The words of the JSON form; absent in shell form. */
  readonly json?: readonly string[]
  readonly heredocs: readonly Heredoc[]
  readonly line: number
  /** The instruction that an ONBUILD carries. */
  readonly trigger?: Instruction
  /** The text that an ONBUILD carries, as it stands in the configuration of the image; only on a trigger. */
  readonly source?: string
  /** The first line as written, to find columns in; absent on a trigger. */
  readonly firstLine?: string
}

/** A Dockerfile as read, nothing expanded. */
export interface ParsedDockerfile {
  readonly directives: { readonly syntax?: string; readonly escape: string; readonly check?: string }
  readonly instructions: readonly Instruction[]
  /** What could not be read: the image is always affected then. */
  readonly problems: readonly Problem[]
}

/** How an image reference is used. */
export type ReferenceUse = 'from' | 'copy' | 'mount' | 'syntax'

/** An image that a reachable stage takes from outside of its Dockerfile. */
export interface ImageReference {
  readonly use: ReferenceUse
  /** As written. */
  readonly written: string
  /** Expanded and normalised: `docker.io/library/python:3.11-slim`, `ghcr.io/o/x:1@sha256:…`. */
  readonly reference: string
  /** The name under which a build context replaces it: familiar form without a trailing `:latest`. */
  readonly contextName: string
  /** `FROM --platform` after expansion. */
  readonly platform?: string
  /** `FROM --platform` may follow the builder's platform (`$BUILDPLATFORM`), which is only taken to be the target's. */
  readonly onBuilder?: true
  /** The earlier stage that a bare name without a tag is near to. */
  readonly nearStage?: string
  readonly line: number
  readonly column: number
}

/** Something in the build context that an instruction can read. */
export interface FileSource {
  readonly kind: 'copy' | 'add' | 'bind'
  /** Source as written after expansion: a path or Go glob, relative to the root of the context. */
  readonly pattern: string
  /** Name of a local named context (`--from=name` that names a folder); absent for the main context. */
  readonly context?: string
  /** `--exclude` patterns. */
  readonly exclude: readonly string[]
  /** `--parents`: `**` is allowed and the path is kept. */
  readonly parents: boolean
  /** Line in the Dockerfile, from 1. */
  readonly line: number
}

/** What a child inherits from its parent's image configuration. */
export interface InheritedConfig {
  readonly env: Readonly<Record<string, string>>
  /** True when `env` holds every variable of the image; otherwise a name that is not in it may still have a value. */
  readonly complete?: boolean
  readonly onbuild: readonly Instruction[]
}

/** What one build of a Dockerfile (target, arguments, platform) reads. */
export interface ResolvedBuild {
  readonly references: readonly ImageReference[]
  readonly sources: readonly FileSource[]
  /**
   * Every ARG declared in a reachable stage or used by a reachable FROM, with its value; null when it has none. Where
   * stages differ, those after the first are under `NAME#2` with the number of the stage, from 0.
   */
  readonly args: Readonly<Record<string, string | null>>
  /** The instructions of the reachable stages in canonical form, with directives that matter; order kept. */
  readonly canonical: readonly string[]
  /** Names of local named contexts that are used (`FROM name`, `--from=name`). */
  readonly contexts: readonly string[]
  /** What the built image hands on to children. */
  readonly config: InheritedConfig
  /** What cannot be followed: the image is always affected then. */
  readonly problems: readonly Problem[]
  /** What is wrong and stops the plan, such as a FROM that cannot be expanded or a target that does not exist. */
  readonly errors: readonly (Problem & { readonly code: 'D003' | 'D004' | 'D006' })[]
}

/** The circumstances of one build. */
export interface BuildCircumstances {
  readonly target?: string
  readonly args: Readonly<Record<string, string>>
  /** Target platform, such as `linux/amd64`. */
  readonly platform: string
  /** Names of the named contexts that the manifest gives, with their kind. */
  readonly contexts: Readonly<Record<string, 'path' | 'image'>>
  /**
   * What an in-repository parent hands on, by `contextName`; undefined for an external base, whose variables and
   * triggers are not known.
   */
  readonly inherited: (contextName: string) => InheritedConfig | undefined
}

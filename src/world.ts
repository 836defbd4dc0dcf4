import type { Buildx, Clock, Files, Git, Log, Registry } from './ports.js'

/** What of the world waits. */
export interface Waiting {
  readonly clock: Clock
  readonly registry: () => Promise<Registry>
}

/** Everything a command may touch; what is slow to load is opened only when asked for. */
export interface World extends Waiting {
  /** Folder the command was started in. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log: Log
  /** Aborts when the run is cancelled: waits end at once, and what writes stops where a repetition can go on. */
  readonly signal: AbortSignal
  readonly files: Files
  /** A number in [0, 1), for waits that must not come all at once. */
  readonly random: () => number
  /** How many builds run at once on a builder when nobody says otherwise. */
  readonly parallelism: number
  /** Identifies the bundle that runs; absent when the program runs from its sources. */
  readonly build?: string
  /** Undefined outside of a git repository. */
  readonly git: () => Promise<Git | undefined>
  /** What waits no longer than for these milliseconds from now, 2^31 at most: then `over` aborts, and it ends as a cancelled run does. */
  readonly limited: (ms: number) => Waiting & { readonly over: AbortSignal }
  /** Rejects with a message for a person when buildx is missing or too old. */
  readonly buildx: () => Promise<Buildx>
}

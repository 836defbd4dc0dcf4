import type { Buildx, Clock, Files, Git, Log, Registry } from './ports.js'

/** Everything a command may touch; what is slow to load is opened only when asked for. */
export interface World {
  /** Folder the command was started in. */
  readonly folder: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly clock: Clock
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
  readonly registry: () => Promise<Registry>
  /** Rejects with a message for a person when buildx is missing or too old. */
  readonly buildx: () => Promise<Buildx>
}

import type { InputFile } from '../context/types.js'
import { byCodeUnit } from '../diagnostics/code-unit.js'
import type { Json } from './canonical.js'
import { canonicalJson, sha256 } from './canonical.js'
import { isObject } from './json.js'

/** Changed whenever the meaning of a key changes, so that no key of an older release is taken for one of this. */
export const KEY_FORMAT = 1

/** A parent as the Dockerfile takes it: under which context name, which image of the manifest. */
export interface ParentInput {
  readonly contextName: string
  readonly image: string
  /** The platform of the parent that is taken; the child's own unless `FROM --platform` says otherwise. */
  readonly platform: string
}

/** An external base: its normalised reference and, where the lock has one, its digest and inherited configuration. */
export interface ExternalInput {
  readonly reference: string
  readonly contextName: string
  /** The platform of its entry in the lock. */
  readonly platform?: string
  /**
   * Its index has to be locked: one Dockerfile takes it for several platforms, or for the builder's, and one build context
   * can be one platform manifest only.
   */
  readonly whole?: boolean
  /** The lock's entry, any JSON; null when the lock has none and the base counts by its name. */
  readonly lock: Json
  /** The frontend that `# syntax=` names: it reads the Dockerfile and is no part of the image. */
  readonly frontend: boolean
  /**
   * Set where a stage begins with it, so that its ONBUILD triggers run: line of the first such FROM, and the triggers that
   * the instructions and files of this document were worked out with. For the builder's guard, in no key.
   */
  readonly from?: { readonly line: number; readonly triggers: readonly string[] }
}

/** The digest that the lock has for a base; undefined when it has none. */
export function lockedDigest({ lock }: Pick<ExternalInput, 'lock'>): string | undefined {
  const digest = isObject(lock) ? lock['digest'] : undefined
  return typeof digest === 'string' ? digest : undefined
}

/** Something the planner cannot follow, with its place and remedy. */
export interface Unfollowed {
  readonly file: string
  readonly line: number
  readonly message: string
  readonly remedy: string
}

/** Everything that can change one image on one platform, parents by name. */
export interface OwnInputs {
  readonly platform: string
  /** Canonical instructions of the reachable stages. */
  readonly instructions: readonly string[]
  /** ARGs of reachable stages; null when they have no value. */
  readonly args: Readonly<Record<string, string | null>>
  /** Files by build context: `''` is the main one, others by their name. */
  readonly files: ReadonlyMap<string, readonly InputFile[]>
  /** Folders of a build context that are there without a file in them, relative to it. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  /** Files that count because the manifest says so. */
  readonly extra: readonly InputFile[]
  readonly parents: readonly ParentInput[]
  readonly externals: readonly ExternalInput[]
  /** Labels that are baked into the image. */
  readonly labels: Readonly<Record<string, string>>
  /** The lock's patch epoch; null when there is none. */
  readonly epoch: Json
  readonly unfollowed: readonly Unfollowed[]
}

/** What stands for a parent in a key: its key, or its digest. */
export type ParentValue = (parent: ParentInput) => string

/**
 * The document that is hashed, with one value for each parent: a key before anything is built, a digest once the
 * parents are there. Lists in a fixed order instead of maps: canonical as they stand, and written in one go.
 */
function keyDocument(inputs: OwnInputs, parents: ParentValue, salt: string | undefined): string {
  const document: readonly (readonly [string, Json])[] = [
    ['format', KEY_FORMAT],
    ['platform', inputs.platform],
    ['instructions', inputs.instructions],
    ['args', sortedEntries(inputs.args)],
    ['files', [...inputs.files].sort(byName).map(([context, files]) => [context, files.map(fileInput)])],
    ['folders', [...inputs.folders].sort(byName).filter(([, folders]) => folders.length > 0)],
    ['extra', inputs.extra.map(file => [file.path, file.mode, file.blob])],
    ['parents', inputs.parents.map(parent => [parent.contextName, parents(parent)])],
    ['externals', inputs.externals.map(base => [base.reference, canonicalJson(base.lock)])],
    ['labels', sortedEntries(inputs.labels)],
    ['epoch', inputs.epoch],
    // A salt keeps what cannot be followed, or was asked to be rebuilt, from ever being taken for another run's image.
    ['salt', salt ?? null]
  ]
  return JSON.stringify(document)
}

function fileInput(file: InputFile): Json {
  const content = file.pins === undefined ? file.blob : { pins: file.pins }
  return [file.contextPath, file.mode, content, ...(file.hidden === true ? ['hidden'] : [])]
}

function sortedEntries(values: Readonly<Record<string, string | null>>): Json {
  return Object.entries(values).sort(byName)
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return byCodeUnit(a[0], b[0])
}

/** The key: SHA-256 (64 hex) over all inputs with the parents' keys; known before anything is built. */
export function keyOf(inputs: OwnInputs, parentKey: ParentValue, salt?: string): string {
  return sha256(keyDocument(inputs, parentKey, salt))
}

/** The trace key: as the key, with the actual platform manifest digests of the parents in place of their keys. */
export function traceKeyOf(inputs: OwnInputs, parentDigest: ParentValue, salt?: string): string {
  return sha256(`trace ${keyDocument(inputs, parentDigest, salt)}`)
}

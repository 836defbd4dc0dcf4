import { posix } from 'node:path'
import { readArgs } from './arguments.js'
import type { Reader } from './fields.js'
import {
  checkName,
  readContexts,
  readImageName,
  readLine,
  readTarget,
  readTest,
  readWebAddress
} from './image-fields.js'
import { objectOf } from './objects.js'
import type { Values } from './objects.js'
import { readFile, readFolder, readGlob } from './paths.js'
import { readPlatform } from './platform.js'
import { mapOf, readBoolean, readText, setOf } from './readers.js'
import { readAlias, readRepository } from './repositories.js'
import { readSecrets } from './secrets.js'
import { readSize } from './size.js'
import { readTag } from './tags.js'
import type { ArgValue, ImageSpec, Platform } from './types.js'

/** Keys that an image and a variant share. */
const COMMON = {
  description: readText,
  licenses: readLine,
  source: readWebAddress,
  target: readTarget,
  args: readArgs,
  contexts: readContexts,
  secrets: readSecrets,
  platforms: setOf(readPlatform, { atLeast: 1 }),
  tags: setOf(readTag, { atLeast: 1 }),
  aliases: setOf(readAlias),
  inputs: setOf(readGlob),
  installed: readFile,
  parents: setOf(readImageName),
  needs: setOf(readImageName),
  publish: readBoolean,
  test: readTest,
  'size-budget': readSize,
  deprecated: readText
}

const VARIANT = objectOf(COMMON, ['tags'])

const FIELDS = {
  ...COMMON,
  dockerfile: readFile,
  context: readFolder,
  repository: readRepository,
  variants: mapOf(checkName, VARIANT)
}

const IMAGE = objectOf(FIELDS)

/** The keys that an image may have. */
export const IMAGE_KEYS: ReadonlySet<string> = new Set(Object.keys(FIELDS))

/** What the manifest says about a variant. */
export type VariantEntry = Values<typeof COMMON>

/** What the manifest says about an image, before defaults. */
export type ImageEntry = VariantEntry & {
  readonly dockerfile?: string | undefined
  readonly context?: string | undefined
  readonly repository?: string | undefined
  readonly variants?: ReadonlyMap<string, VariantEntry> | undefined
}

/** Reads the entry of an image; an entry that says nothing has every default. */
export const readImage: Reader<ImageEntry> = field => (field.value === null ? {} : IMAGE(field))

/** Reads platforms, for `defaults`. */
export const readPlatforms = COMMON.platforms
/** Reads tags, for `defaults`. */
export const readTags = COMMON.tags

/** What an image takes when its entry does not say. */
export interface Defaults {
  /** Folder of the manifest from the repository root. */
  readonly folder: string
  readonly registry: string
  readonly source?: string | undefined
  readonly platforms: readonly Platform[]
  readonly tags: readonly string[]
  readonly args: ReadonlyMap<string, ArgValue>
}

/** Fills the defaults into the entry of an image. */
export function imageOf(name: string, entry: ImageEntry, defaults: Defaults): ImageSpec {
  const dockerfile = entry.dockerfile ?? posix.join(defaults.folder, name, 'Dockerfile')
  return {
    name,
    ...given('description', entry.description),
    ...given('licenses', entry.licenses),
    ...given('source', entry.source ?? defaults.source),
    dockerfile,
    context: entry.context ?? folderOf(dockerfile),
    ...given('target', entry.target),
    args: record([...defaults.args, ...(entry.args ?? [])]),
    contexts: record([...(entry.contexts ?? [])]),
    secrets: entry.secrets ?? [],
    platforms: entry.platforms ?? defaults.platforms,
    repository: entry.repository ?? `${defaults.registry}/${name}`,
    tags: entry.tags ?? defaults.tags,
    aliases: entry.aliases ?? [],
    inputs: entry.inputs ?? [],
    ...given('installed', entry.installed),
    ...given('parents', entry.parents),
    needs: entry.needs ?? [],
    publish: entry.publish ?? true,
    ...given('test', entry.test),
    ...given('sizeBudget', entry['size-budget']),
    ...given('deprecated', entry.deprecated)
  }
}

/** Folder of a path from the repository root, `''` for the root. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path)
  return folder === '.' ? '' : folder
}

/** A record without a prototype, so that an argument named `constructor` is there only when it was given. */
export function record<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const empty = Object.create(null) as Record<string, T>
  for (const [key, value] of entries) empty[key] = value
  return empty
}

function given<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: T })
}

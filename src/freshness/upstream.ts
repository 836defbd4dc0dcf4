import { normalisePlatform } from '../dockerfile/platform.js'
import { isObject, objectIn } from '../keys/json.js'

/** An index or a platform manifest, as far as a base needs it. */
export type BaseManifest =
  | {
      readonly kind: 'index'
      readonly digestFor: (platform: string) => string | undefined
      /** Platforms that it has images for, normalised; without attestations (`unknown/unknown`). */
      readonly platforms: readonly string[]
    }
  | { readonly kind: 'manifest'; readonly config: string | undefined }

/** The parts of an image configuration that an image hands on, and the platform it says it is for. */
export interface BaseConfig {
  readonly onbuild: readonly string[]
  readonly env: readonly string[]
  /** Normalised; undefined when the configuration does not say. */
  readonly platform: string | undefined
}

/** Reads the JSON of an index or manifest (OCI image specification, Docker manifest v2); undefined when it is neither. */
export function readBaseManifest(bytes: Uint8Array): BaseManifest | undefined {
  const value = parsed(bytes)
  if (value === undefined) return undefined
  const manifests = value['manifests']
  if (Array.isArray(manifests)) {
    const digestFor = (platform: string): string | undefined => digestIn(manifests, platform)
    return { kind: 'index', digestFor, platforms: platformsIn(manifests) }
  }
  const config = value['config']
  if (!isObject(config)) return undefined
  const digest = config['digest']
  return { kind: 'manifest', config: typeof digest === 'string' ? digest : undefined }
}

/** Reads an image configuration; undefined when it is none. Fields: OCI image specification, "config". */
export function readBaseConfig(bytes: Uint8Array): BaseConfig | undefined {
  const value = parsed(bytes)
  if (value === undefined) return undefined
  const config = isObject(value['config']) ? value['config'] : {}
  return { onbuild: texts(config['OnBuild']), env: texts(config['Env']), platform: platformOf(value) }
}

function platformsIn(manifests: readonly unknown[]): readonly string[] {
  const platforms = manifests.flatMap(each =>
    isObject(each) && isObject(each['platform']) ? (platformOf(each['platform']) ?? []) : []
  )
  return [...new Set(platforms)].filter(platform => platform !== 'unknown/unknown')
}

function digestIn(manifests: readonly unknown[], platform: string): string | undefined {
  for (const each of manifests) {
    if (!isObject(each) || !isObject(each['platform'])) continue
    const { digest } = each
    if (platformOf(each['platform']) === normalisePlatform(platform) && typeof digest === 'string')
      return digest
  }
  return undefined
}

function platformOf(value: Readonly<Record<string, unknown>>): string | undefined {
  const parts = ['os', 'architecture', 'variant'].map(name => value[name])
  const [os, architecture, variant] = parts.map(part => (typeof part === 'string' ? part : ''))
  if (os === undefined || os === '' || architecture === undefined || architecture === '') return undefined
  return normalisePlatform([os, architecture, ...(variant === '' ? [] : [variant])].join('/'))
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  return objectIn(new TextDecoder().decode(bytes))
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

import { parseIgnore } from '../context/ignore.js'
import type { IgnoreFile } from '../context/ignore.js'
import { parseDockerfile } from '../dockerfile/parse.js'
import type { ParsedDockerfile } from '../dockerfile/types.js'
import type { ManifestReading } from '../manifest/manifest.js'

/** Reads every text once, however many images and commits it belongs to: base and head are alike almost everywhere. */
export interface Memory {
  readonly manifest: (text: string, path: string) => Promise<ManifestReading>
  readonly dockerfile: (text: string) => ParsedDockerfile
  readonly ignore: (text: string) => IgnoreFile
  /** Texts of git objects by id. */
  readonly texts: Map<string, string>
}

/** A memory for one run. */
export function openMemory(): Memory {
  const manifests = remember((text: string) =>
    remember(async (path: string) => {
      // Loaded only here: the reader of YAML is the largest part of all, and a plan may do without.
      const { readManifest } = await import('../manifest/manifest.js')
      return readManifest(text, path)
    })
  )
  return {
    manifest: (text, path) => manifests(text)(path),
    dockerfile: remember(parseDockerfile),
    ignore: remember(parseIgnore),
    texts: new Map()
  }
}

function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return text => {
    const known = made.get(text)
    if (known !== undefined) return known
    const value = make(text)
    made.set(text, value)
    return value
  }
}

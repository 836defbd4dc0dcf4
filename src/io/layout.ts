import { randomUUID } from 'node:crypto'
import { access, copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../keys/canonical.js'
import type { ManifestBytes } from '../ports.js'
import { codeOf } from './thrown.js'

/**
 * A folder with an OCI image layout that takes in what BuildKit exported (`--output type=oci,tar=false`), with tags of our
 * own beside: its `index.json` knows one build only. Several builds may come in at once: each exports into a folder of its
 * own, since two exports of one layer into one folder break each other (the ingests of containerd's content store).
 */
export interface Layout {
  readonly folder: string
  /** Digest under a tag; undefined when there is none. */
  readonly tagged: (tag: string) => Promise<string | undefined>
  /** Manifest by digest, its bytes checked; undefined when it is not there. */
  readonly manifest: (digest: string) => Promise<ManifestBytes | undefined>
  /** A small blob by digest, checked; undefined when it is not there. */
  readonly blob: (digest: string) => Promise<Uint8Array | undefined>
  /** Whether a manifest is there with its configuration and all its layers. */
  readonly isWhole: (digest: string) => Promise<boolean>
  readonly tag: (tag: string, digest: string) => Promise<void>
  /** Moves all that another layout holds in here. */
  readonly take: (exported: string) => Promise<void>
}

const DIGEST = /^sha256:[0-9a-f]{64}$/
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** Opens a layout in a folder, which does not have to exist yet. */
export function openLayout(folder: string): Layout {
  const tags = join(folder, 'tags')
  const blobPath = (digest: string): string => join(folder, 'blobs', 'sha256', digest.slice('sha256:'.length))

  const blob = async (digest: string): Promise<Uint8Array | undefined> => {
    if (!DIGEST.test(digest)) return undefined
    const bytes = await readOrMissing(blobPath(digest))
    if (bytes === undefined) return undefined
    if (digestOf(bytes) !== digest) throw new Error(`${folder} has other bytes under ${digest}`)
    return bytes
  }
  const manifest = async (digest: string): Promise<ManifestBytes | undefined> => {
    const bytes = await blob(digest)
    if (bytes === undefined) return undefined
    const { mediaType } = partsOf(bytes)
    return { descriptor: { mediaType, digest, size: bytes.length }, bytes }
  }
  return {
    folder,
    blob,
    manifest,
    tagged: async tag => {
      if (!TAG.test(tag)) return undefined
      const bytes = await readOrMissing(join(tags, tag))
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')
    },
    isWhole: async digest => {
      const bytes = await blob(digest)
      if (bytes === undefined) return false
      const there = await Promise.all(partsOf(bytes).digests.map(each => exists(blobPath(each))))
      return there.every(each => each)
    },
    tag: async (tag, digest) => {
      if (!TAG.test(tag)) throw new Error(`${JSON.stringify(tag)} is no tag`)
      await mkdir(tags, { recursive: true })
      const temporary = join(tags, `.${tag}.${process.pid}`)
      await writeFile(temporary, digest)
      await rename(temporary, join(tags, tag))
    },
    take: async exported => {
      const blobs = join(exported, 'blobs', 'sha256')
      await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true })
      for (const name of await readdir(blobs)) await moveInto(join(blobs, name), blobPath(`sha256:${name}`))
      for (const name of ['oci-layout', 'index.json']) {
        await moveInto(join(exported, name), join(folder, name))
      }
    }
  }
}

/** Moves a file to a place that holds the same when it is taken already; whole or not at all, from another disk too. */
async function moveInto(from: string, to: string): Promise<void> {
  if (await exists(to)) return
  try {
    await rename(from, to)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    const temporary = `${to}.${process.pid}.${randomUUID()}`
    await copyFile(from, temporary)
    await rename(temporary, to)
  }
}

const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'

function partsOf(bytes: Uint8Array): { readonly mediaType: string; readonly digests: readonly string[] } {
  const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
    readonly mediaType?: string
    readonly config?: { readonly digest?: string }
    readonly layers?: readonly { readonly digest?: string }[]
  }
  const digests = [value.config, ...(value.layers ?? [])].map(part => part?.digest ?? '')
  return { mediaType: value.mediaType ?? OCI_MANIFEST, digests }
}

async function readOrMissing(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}

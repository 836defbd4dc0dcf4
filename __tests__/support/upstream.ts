import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An image of somebody else, as it is pushed. */
export interface UpstreamImage {
  /** Text of its only file, `/upstream.txt`: another text is another digest. */
  readonly text: string
  readonly env?: readonly string[]
  readonly onbuild?: readonly string[]
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const INDEX = 'application/vnd.oci.image.index.v1+json'

/**
 * Pushes a tiny image with an index of these platforms to `host/path:tag` by plain HTTP, nothing of the product used; a
 * second push moves the tag. Returns the digests of the platform manifests, and of the index under `index`.
 */
export async function pushUpstream(
  reference: string,
  image: UpstreamImage,
  platforms: readonly string[]
): Promise<Readonly<Record<string, string>>> {
  const colon = reference.lastIndexOf(':')
  const repository = reference.slice(0, colon)
  const layer = layerOf(image.text)
  const layerDigest = await putBlob(repository, layer.compressed)
  const digests: Record<string, string> = {}
  const manifests: object[] = []
  for (const platform of platforms) {
    const [os, architecture, variant] = platform.split('/')
    const about = { os, architecture, ...(variant === undefined ? {} : { variant }) }
    const config = json({
      ...about,
      config: { Env: image.env ?? [], ...(image.onbuild === undefined ? {} : { OnBuild: image.onbuild }) },
      rootfs: { type: 'layers', diff_ids: [layer.diffId] },
      history: [{ created_by: 'upstream' }]
    })
    const configDigest = await putBlob(repository, config)
    const manifest = json({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: descriptor('application/vnd.oci.image.config.v1+json', configDigest, config),
      layers: [descriptor('application/vnd.oci.image.layer.v1.tar+gzip', layerDigest, layer.compressed)]
    })
    const digest = digestOf(manifest)
    await putManifest(repository, digest, MANIFEST, manifest)
    digests[platform] = digest
    manifests.push({ ...descriptor(MANIFEST, digest, manifest), platform: about })
  }
  const index = json({ schemaVersion: 2, mediaType: INDEX, manifests })
  await putManifest(repository, reference.slice(colon + 1), INDEX, index)
  return { ...digests, index: digestOf(index) }
}

function layerOf(text: string): { readonly compressed: Buffer; readonly diffId: string } {
  const folder = mkdtempSync(join(tmpdir(), 'base-images-upstream-'))
  try {
    writeFileSync(join(folder, 'upstream.txt'), text)
    const args = [
      '--format=ustar',
      '--mtime=@0',
      '--owner=0',
      '--group=0',
      '-C',
      folder,
      '-cf',
      '-',
      'upstream.txt'
    ]
    const tar = execFileSync('tar', args)
    return { compressed: execFileSync('gzip', ['-n'], { input: tar }), diffId: digestOf(tar) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function putBlob(repository: string, bytes: Buffer): Promise<string> {
  const start = await fetch(address(repository, 'blobs/uploads/'), { method: 'POST' })
  const digest = digestOf(bytes)
  const upload = new URL(start.headers.get('location') ?? '', start.url)
  upload.searchParams.set('digest', digest)
  const answer = await fetch(upload, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes)
  })
  if (!answer.ok) throw new Error(`${repository}: a blob cannot be put: ${answer.status}`)
  return digest
}

async function putManifest(repository: string, name: string, type: string, bytes: Buffer): Promise<void> {
  const answer = await fetch(address(repository, `manifests/${name}`), {
    method: 'PUT',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes)
  })
  if (!answer.ok) throw new Error(`${repository}:${name} cannot be put: ${answer.status}`)
}

function descriptor(mediaType: string, digest: string, bytes: Buffer): object {
  return { mediaType, digest, size: bytes.length }
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function address(repository: string, path: string): string {
  const [host, ...name] = repository.split('/')
  return `http://${host ?? ''}/v2/${name.join('/')}/${path}`
}

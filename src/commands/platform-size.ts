import type { Registry } from '../ports.js'

/** Compressed bytes of a platform manifest: its configuration and its layers; undefined when it is not there. */
export async function platformSize(
  registry: Registry,
  repository: string,
  digest: string
): Promise<number | undefined> {
  const manifest = await registry.manifest(repository, digest)
  if (manifest === undefined) return undefined
  const value = JSON.parse(Buffer.from(manifest.bytes).toString('utf8')) as {
    readonly config?: { readonly size?: number }
    readonly layers?: readonly { readonly size?: number }[]
  }
  const sizes = [value.config, ...(value.layers ?? [])].map(part => part?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0)
}

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { snapshotterFor } from './snapshotter.mjs'

/**
 * The text of `buildkitd.toml`.
 * @param {{dir: string, mirror: string, socket: string}} options
 * @returns {Promise<string>}
 */
export const buildkitConfiguration = async ({ dir, mirror, socket }) => {
  const root = path.join(dir, 'root')
  await mkdir(root, { recursive: true })
  const snapshotter = await snapshotterFor(root)
  // JSON strings are TOML basic strings. Host networking: RUN reaches what this machine reaches, without a bridge of its own.
  return `root = ${JSON.stringify(root)}

[grpc]
  address = [${JSON.stringify(`unix://${socket}`)}]

[history]
  maxEntries = 10000

[worker.containerd]
  enabled = false

[worker.oci]
  enabled = true
  networkMode = "host"
  snapshotter = ${JSON.stringify(snapshotter)}
  gc = true
  [[worker.oci.gcpolicy]]
    all = true
    maxUsedSpace = "40GB"
    minFreeSpace = "5GB"

[registry."docker.io"]
  mirrors = [${JSON.stringify(mirror)}]

[registry.${JSON.stringify(mirror)}]
  http = true
`
}

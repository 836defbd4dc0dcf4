import { digestOf } from '../keys/canonical.js'
import type { Clock, Deleted, Descriptor, Log, Registry } from '../ports.js'
import { atMost } from './at-most.js'
import { openAuthorizer, type Credentials } from './registry-auth.js'
import { hasBlob, mountBlob, readBlob, streamBlob, uploadBytes, type BlobSide } from './registry-blob.js'
import { endpointsOf, type Endpoint, type HostSettings } from './registry-endpoint.js'
import { RegistryError, type RegistryAction } from './registry-error.js'
import { deleteReference, headManifest, listTags, readManifest, writeManifest } from './registry-manifest.js'
import { retrying } from './registry-retrying.js'
import { senderOf, type SessionPorts } from './registry-session.js'
import { MOST_CONNECTIONS, openTransport, type TransportLimits } from './registry-transport.js'

/** What a registry client is made of. */
export interface RegistryOptions extends HostSettings {
  readonly clock: Clock
  /** What is under way when it aborts has a moment left; waits of the clock have none. */
  readonly signal?: AbortSignal
  readonly credentials: Credentials
  readonly log?: Log
  readonly random?: () => number
  readonly limits?: TransportLimits
}

/** One repository at one place, ready for an operation. */
interface Side extends BlobSide {
  readonly path: string
  /** False when a read there may fall back on another place. */
  readonly last: boolean
}

/**
 * Opens a client for every registry that repositories name (OCI distribution specification 1.1). Failures that may pass
 * are tried again, what stays is a `RegistryError`. Reads ask the mirror of a host first and the host itself when the
 * mirror does not have it or fails.
 */
export function openRegistry(options: RegistryOptions): Registry {
  const transport = openTransport(options.limits, options.signal)
  const ports: SessionPorts = {
    transport,
    authorizer: openAuthorizer(transport, options.credentials, options.clock),
    clock: options.clock,
    random: options.random ?? Math.random,
    ...(options.log === undefined ? {} : { log: options.log })
  }
  const accepted = new Set<string>()
  const told = new Map<string, number>()
  // A copy reads from one connection what it writes to another: as many reads as there are connections would wait for ever.
  const copying = atMost(MOST_CONNECTIONS / 2)

  function sidesOf(repository: string, access: RegistryAction['access'], doing: string): readonly Side[] {
    const endpoints = endpointsOf(repository, options)
    if (endpoints === undefined) {
      const action = { host: 'the registry', repository, doing, access }
      throw new RegistryError(action, { code: 'NAME_INVALID', sentence: 'this is no name of a repository' })
    }
    const sideAt = (endpoint: Endpoint, last: boolean): Side => {
      const action: RegistryAction = { host: endpoint.host, repository, doing, access }
      return {
        send: senderOf(ports, endpoint, action),
        action,
        root: endpoint.root,
        path: endpoint.path,
        last
      }
    }
    const mirror = access === 'pull' ? endpoints.mirror : undefined
    return [...(mirror === undefined ? [] : [sideAt(mirror, false)]), sideAt(endpoints.origin, true)]
  }

  async function attempt<T>(side: Side, operation: (side: Side) => Promise<T>): Promise<T> {
    const name = `${side.action.host} ${side.action.access}`
    const result = await retrying(
      { ...ports, told },
      side.action,
      () => accepted.has(name),
      () => operation(side)
    )
    accepted.add(name)
    return result
  }

  async function read<T>(
    repository: string,
    doing: string,
    operation: (side: Side) => Promise<T | undefined>
  ): Promise<T | undefined> {
    for (const side of sidesOf(repository, 'pull', doing)) {
      try {
        const found = await (side.last ? attempt(side, operation) : operation(side))
        if (found !== undefined || side.last) return found
      } catch (error) {
        if (side.last || !(error instanceof RegistryError)) throw error
        options.log?.warn(`${error.message} Asking the registry itself instead of its mirror.`)
      }
    }
    return undefined
  }

  async function write<T>(
    repository: string,
    doing: string,
    operation: (side: Side) => Promise<T>,
    access: 'push' | 'delete' = 'push'
  ): Promise<T> {
    const [side] = sidesOf(repository, access, doing)
    if (side === undefined) throw new Error(`no place to write ${repository} to`)
    return attempt(side, operation)
  }

  async function copy(
    from: string,
    repository: string,
    blob: Descriptor
  ): Promise<'there' | 'mounted' | 'copied'> {
    const [source] = sidesOf(from, 'pull', `reading blob ${blob.digest}`).slice(-1)
    return write(repository, `copying blob ${blob.digest}`, async target => {
      if (source === undefined) throw new Error(`no place to read ${from} from`)
      if (await hasBlob(target, blob.digest)) return 'there'
      const mountable = source.root === target.root && source.path !== target.path
      const mount = mountable ? await mountBlob(target, source.path, blob.digest) : undefined
      if (mount?.kind === 'mounted') return 'mounted'
      await copying(() => streamBlob(source, target, blob, mount?.upload))
      return 'copied'
    })
  }

  const remove = (repository: string, reference: string): Promise<Deleted> =>
    write(repository, `deleting ${reference}`, side => deleteReference(side, reference), 'delete')

  return {
    head: (repository, reference) =>
      read(repository, `looking for ${reference}`, side => headManifest(side, reference)),
    manifest: (repository, reference) =>
      read(repository, `reading ${reference}`, side => readManifest(side, reference)),
    blob: (repository, digest) => read(repository, `reading blob ${digest}`, side => readBlob(side, digest)),
    putManifest: (repository, reference, mediaType, bytes, again) => {
      let tries = 0
      return write(repository, `writing ${reference}`, async side => {
        tries += 1
        const isOver = tries > 1 && again !== undefined && !(await again())
        return isOver ? digestOf(bytes) : writeManifest(side, reference, mediaType, bytes)
      })
    },
    putBlob: (repository, bytes) => {
      const digest = digestOf(bytes)
      return write(repository, `writing blob ${digest}`, async side => {
        if (!(await hasBlob(side, digest))) await uploadBytes(side, digest, bytes)
        return { mediaType: 'application/octet-stream', digest, size: bytes.length }
      })
    },
    copyBlob: copy,
    tags: async repository =>
      (await read(repository, 'listing tags', side => listTags(side, side.root))) ?? [],
    deleteTag: remove,
    deleteManifest: remove
  }
}

import type { HandedImage } from './handover.js'
import { contextArguments } from './handover.js'
import type { BuildSecret } from '../manifest/types.js'

/** Everything that one `buildx build` is told. Paths are absolute. */
export interface BuildOrder {
  readonly dockerfile: string
  readonly context: string
  /** Named contexts that are folders, by name. */
  readonly folders: Readonly<Record<string, string>>
  readonly target?: string
  readonly platform: string
  readonly args: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
  readonly secrets: readonly BuildSecret[]
  readonly handed: readonly HandedImage[]
  /** Repository that gets the image, by digest and without a tag. */
  readonly repository: string
  /** Folder with an OCI layout that gets the image in place of the repository. */
  readonly layout?: string
  /** Cache reference to read and, when `cacheWrite` is set, to write. */
  readonly cache?: string
  readonly cacheWrite: boolean
  /** True when cached layers must not be used: a patch epoch that the Dockerfile does not take in. */
  readonly noCache: boolean
  /** File that gets the metadata. */
  readonly metadata: string
}

/** Times in the configuration and of the files of the build context: equal inputs give equal bytes. */
export const SOURCE_EPOCH = 946_684_800

/**
 * By digest and without a tag; the codec of the cache, so that a layer is compressed once and shared; layers of the base
 * stay as they are, so that parent and child share them (no force-compression).
 */
const PUSHED = 'push-by-digest=true,name-canonical=true,push=true'
const LAYERS = 'oci-mediatypes=true,compression=zstd'

/**
 * The arguments of `buildx build` for an image: always arrays, values never in a shell.
 * Attestations are off: they hold times and an invocation id, so no two builds would have one digest
 * (moby/moby#48391); the metadata file tells the materials all the same.
 */
export function buildArguments(order: BuildOrder): readonly string[] {
  return [
    'build',
    '--progress=plain',
    '--provenance=false',
    '--sbom=false',
    `--platform=${order.platform}`,
    `--file=${order.dockerfile}`,
    ...(order.target === undefined ? [] : [`--target=${order.target}`]),
    ...pairs('--build-arg', order.args),
    ...pairs('--label', order.labels),
    ...order.secrets.map(secretArgument),
    ...contextArguments(order.handed),
    ...Object.entries(order.folders).flatMap(([name, path]) => ['--build-context', `${name}=${path}`]),
    ...cacheArguments(order),
    ...(order.noCache ? ['--no-cache'] : []),
    `--metadata-file=${order.metadata}`,
    outputArgument(order),
    order.context
  ]
}

/** Environment of the build: the built-in frontend unless the Dockerfile pins one, materials in the metadata. */
export function buildEnvironment(policyFile: string): Readonly<Record<string, string>> {
  return {
    EXPERIMENTAL_BUILDKIT_SOURCE_POLICY: policyFile,
    BUILDX_METADATA_PROVENANCE: 'max',
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    SOURCE_DATE_EPOCH: String(SOURCE_EPOCH)
  }
}

function outputArgument({ repository, layout }: BuildOrder): string {
  return layout === undefined
    ? `--output=type=image,name=${repository},${PUSHED},${LAYERS}`
    : `--output=type=oci,dest=${layout},tar=false,${LAYERS}`
}

function pairs(flag: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(values)
    .sort()
    .flatMap(name => [flag, `${name}=${values[name] ?? ''}`])
}

function secretArgument(secret: BuildSecret): string {
  const source = secret.env === undefined ? `src=${secret.file ?? ''}` : `env=${secret.env}`
  return `--secret=id=${secret.id},${source}`
}

function cacheArguments(order: BuildOrder): readonly string[] {
  if (order.cache === undefined) return []
  const read = `--cache-from=type=registry,ref=${order.cache}`
  // A cache that cannot be written must not fail an image that is built and pushed.
  const options = 'mode=max,compression=zstd,image-manifest=true,oci-mediatypes=true,ignore-error=true'
  return order.cacheWrite ? [read, `--cache-to=type=registry,ref=${order.cache},${options}`] : [read]
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/io/process.js'
import { PLATFORM, PYTHON } from '../support/engine.js'
import { BASES } from './model.js'

/** Where the proof builds: a registry and buildx with its builder, which the environment names. */
export interface Place {
  readonly host: string
  readonly buildx: readonly string[]
  /** The external bases as build contexts, by name: each by digest. */
  readonly bases: Readonly<Record<string, string>>
}

/** What BuildKit is told for one image. Paths are absolute. */
export interface Order {
  readonly context: string
  readonly dockerfile: string
  readonly target?: string
  readonly args: Readonly<Record<string, string>>
  /** Named contexts: folders, or `docker-image://…`. */
  readonly contexts: Readonly<Record<string, string>>
  /** Others stand on it: it has to be in the registry. */
  readonly push: boolean
}

/** How a build ended: the digest of the platform manifest, or the last words of BuildKit. */
export type Ended = { readonly digest: string } | { readonly failure: string }

const EPOCH = '946684800'
const TIMEOUT_MS = 120_000

/** Builds an image with BuildKit and pushes it by digest, so that the next can stand on it. */
export async function build(place: Place, order: Order): Promise<Ended> {
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-proof-build-'))
  try {
    const metadata = join(scratch, 'metadata.json')
    const [program = '', ...first] = place.buildx
    const result = await run(program, [...first, ...argumentsOf(place, order, metadata)], {
      environment: ENVIRONMENT,
      timeoutMs: TIMEOUT_MS
    })
    if (result.timedOut) throw new Error(`a build took more than ${TIMEOUT_MS} ms and proves nothing`)
    if (result.code !== 0) return { failure: failureIn(result.stderr) }
    const { 'containerimage.digest': digest } = JSON.parse(readFileSync(metadata, 'utf8')) as Record<
      string,
      string
    >
    return digest === undefined ? { failure: 'buildx told no digest' } : { digest }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Equal inputs give equal digests: no attestations, no times of the build. */
const ENVIRONMENT = {
  SOURCE_DATE_EPOCH: EPOCH,
  BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  BUILDX_METADATA_PROVENANCE: 'disabled',
  BUILDX_METADATA_WARNINGS: '0'
}

function argumentsOf({ host }: Place, order: Order, metadata: string): readonly string[] {
  const push = order.push ? ',push=true,push-by-digest=true,name-canonical=true' : ''
  return [
    'build',
    '--progress=plain',
    '--provenance=false',
    `--platform=${PLATFORM}`,
    `--file=${order.dockerfile}`,
    ...(order.target === undefined ? [] : [`--target=${order.target}`]),
    ...Object.entries(order.args).map(([name, value]) => `--build-arg=${name}=${value}`),
    ...Object.entries(order.contexts).map(([name, to]) => `--build-context=${name}=${to}`),
    `--metadata-file=${metadata}`,
    `--output=type=image,name=${host}/proof/images,rewrite-timestamp=true,oci-mediatypes=true,compression=uncompressed${push}`,
    order.context
  ]
}

const BROKEN =
  /(connection refused|no such host|context deadline exceeded|transport is closing|no space left|EOF$)/

function failureIn(stderr: string): string {
  const line = stderr.split('\n').findLast(each => /^(ERROR|error)/.test(each)) ?? stderr.slice(-400)
  // A builder that is gone proves nothing.
  if (BROKEN.test(line) && !line.includes('ghcr.io')) throw new Error(`the builder failed: ${line}`)
  return line.replace(/^ERROR: (failed to build: )?/, '')
}

/** Makes the external bases out of the engine's Python image; the same each time. */
export async function openPlace(host: string, environment: NodeJS.ProcessEnv): Promise<Place> {
  const named = environment['BASE_IMAGES_BUILDX']
  const buildx = named === undefined || named === '' ? ['docker', 'buildx'] : [named]
  const scratch = mkdtempSync(join(tmpdir(), 'base-images-proof-bases-'))
  try {
    const bases: Record<string, string> = {}
    for (const [name, { env, onbuild }] of Object.entries(BASES)) {
      const dockerfile = join(scratch, 'Dockerfile')
      const last = [
        'FROM scratch',
        'COPY --from=from /out /',
        `ENV ${env.join(' ')}`,
        ...onbuild.map(each => `ONBUILD ${each}`)
      ]
      writeFileSync(dockerfile, `${[...SHELL_STAGE, ...last].join('\n')}\n`)
      const order: Order = { context: scratch, dockerfile, args: {}, contexts: {}, push: true }
      const built = await build({ host, buildx, bases: {} }, order)
      if ('failure' in built) throw new Error(`the base ${name} cannot be built: ${built.failure}`)
      bases[name] = `docker-image://${host}/proof/images@${built.digest}`
    }
    return { host, buildx, bases }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Programs that a RUN of the generator calls, with the libraries they need. */
const SHELL_STAGE = [
  `FROM ${PYTHON} AS from`,
  'RUN mkdir -p /out/bin /out/tmp; for name in sh cat cp ls mkdir; do p=$(readlink -f $(command -v $name)); cp $p /out/bin/$name; ldd $p | grep -o "/[^ ]*" >> /libs; done; for lib in $(sort -u /libs); do mkdir -p /out$(dirname $lib); cp -L $lib /out$lib; done'
]

/** Version of the BuildKit and buildx that judged. */
export function versionsOf({ buildx }: Place): string {
  const [program = '', ...first] = buildx
  return (
    execFileSync(program, [...first, 'inspect'], { encoding: 'utf8' }).match(
      /BuildKit version:\s*(\S+)/
    )?.[1] ?? '?'
  )
}

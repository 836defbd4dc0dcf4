/** Runs a built image by runc: as its own user, on a read-only root, under a memory limit, as a cluster would. */
import { execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { findProgram } from '../../tools/engine/command.mjs'

/**
 * An image whose files lie in a folder.
 * @typedef {object} UnpackedImage
 * @property {string} rootfs absolute path
 * @property {{Env?: string[], User?: string, WorkingDir?: string, Entrypoint?: string[], Cmd?: string[]}} config
 */

/**
 * Unpacks an image of a registry into a folder, owners and modes kept.
 * @param {string} reference `host/repository@sha256:…` of one platform's manifest
 * @param {string} folder must not exist
 * @param {NodeJS.ProcessEnv} environment of the engine
 * @returns {Promise<UnpackedImage>}
 */
export async function unpackImage(reference, folder, environment) {
  const rootfs = join(folder, 'rootfs')
  mkdirSync(rootfs, { recursive: true })
  // The folder exporter gives every file to this user; an archive keeps owners.
  const build = spawn(
    environment.BASE_IMAGES_BUILDX ?? 'buildx',
    ['build', '--quiet', '--build-context', `image=docker-image://${reference}`, '--output=type=tar', '-'],
    { env: environment, stdio: ['pipe', 'pipe', 'inherit'] }
  )
  build.stdin.end('FROM image\n')
  const unpack = spawn('tar', ['-x', '--numeric-owner', '-C', rootfs], {
    stdio: ['pipe', 'inherit', 'inherit']
  })
  const ends = Promise.all([build, unpack].map(ended))
  await pipeline(build.stdout, unpack.stdin)
  const codes = await ends
  if (codes.some(code => code !== 0)) throw new Error(`${reference} cannot be unpacked: ${codes.join(', ')}`)
  return { rootfs, config: await configOf(reference) }
}

/** The image's configuration, as its registry has it. */
async function configOf(reference) {
  const [name = '', digest] = reference.split('@')
  const [host, ...path] = name.split('/')
  const base = `http://${host}/v2/${path.join('/')}`
  const accept = 'application/vnd.oci.image.manifest.v1+json'
  const manifest = await (await fetch(`${base}/manifests/${digest}`, { headers: { accept } })).json()
  return (await (await fetch(`${base}/blobs/${manifest.config.digest}`)).json()).config
}

/**
 * How a container is run.
 * @typedef {object} ContainerRequest
 * @property {readonly string[]} [command] in place of the image's; its entry point stays
 * @property {Readonly<Record<string, string>>} [environment] beside the image's
 * @property {readonly {source: string, target: string, writable?: boolean}[]} [mounts] folders and files of this machine
 * @property {number} memoryBytes limit of its control group
 * @property {'none' | 'host'} network `none` has a loopback device of its own
 * @property {string} [input] for standard input
 */

/**
 * Runs a container to its end and removes it.
 * @param {UnpackedImage} image
 * @param {string} folder scratch
 * @param {ContainerRequest} request
 * @returns {Promise<{code: number, stdout: string, stderr: string}>}
 */
export async function runContainer(image, folder, request) {
  const id = `base-images-${randomUUID().slice(0, 8)}`
  const bundle = join(folder, id)
  mkdirSync(bundle, { recursive: true })
  writeFileSync(join(bundle, 'config.json'), JSON.stringify(specification(image, id, request)))
  const runc = await findProgram('runc')
  if (runc === undefined) throw new Error('runc is missing; `make engine` installs it')
  const running = spawn(runc, ['run', '--bundle', bundle, id], { stdio: 'pipe' })
  try {
    let stdout = ''
    let stderr = ''
    running.stdout.setEncoding('utf8').on('data', text => (stdout += text))
    running.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    running.stdin.on('error', () => undefined) // a program may end without reading its input
    running.stdin.end(request.input ?? '')
    const code = await ended(running)
    return { code, stdout, stderr }
  } finally {
    await promisify(execFile)(runc, ['delete', '--force', id]).catch(() => undefined)
  }
}

/** The runtime's view of a request (OCI Runtime Specification, config.json). */
function specification({ rootfs, config }, id, request) {
  const [uid = 0, gid = 0] = (config.User ?? '').split(':').map(Number)
  const environment = Object.entries(request.environment ?? {}).map(([name, value]) => `${name}=${value}`)
  const namespaces = ['pid', 'ipc', 'uts', 'mount', ...(request.network === 'none' ? ['network'] : [])]
  const plain = ['nosuid', 'noexec', 'nodev']
  return {
    ociVersion: '1.0.2',
    process: {
      user: { uid, gid },
      args: [...(config.Entrypoint ?? []), ...(request.command ?? config.Cmd ?? [])],
      env: [...(config.Env ?? []), ...environment],
      cwd: config.WorkingDir ?? '/',
      noNewPrivileges: true
    },
    root: { path: rootfs, readonly: true },
    mounts: [
      { destination: '/proc', type: 'proc', source: 'proc' },
      { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'mode=755'] },
      { destination: '/dev/shm', type: 'tmpfs', source: 'shm', options: [...plain, 'mode=1777'] },
      { destination: '/sys', type: 'sysfs', source: 'sysfs', options: [...plain, 'ro'] },
      { destination: '/sys/fs/cgroup', type: 'cgroup', source: 'cgroup', options: [...plain, 'ro'] },
      { destination: '/tmp', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'nodev', 'mode=1777'] },
      ...(request.mounts ?? []).map(({ source, target, writable = false }) => ({
        destination: target,
        type: 'bind',
        source,
        options: ['rbind', writable ? 'rw' : 'ro']
      }))
    ],
    linux: {
      namespaces: namespaces.map(type => ({ type })),
      cgroupsPath: `/${id}`,
      resources: { memory: { limit: request.memoryBytes } }
    }
  }
}

/** The exit code of a process: 127 when it could not be started, 128 when a signal ended it. */
function ended(child) {
  return new Promise(resolve => {
    child.on('error', () => resolve(127))
    child.on('close', code => resolve(code ?? 128))
  })
}

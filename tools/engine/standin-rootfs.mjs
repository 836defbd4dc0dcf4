import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { mustRun, pathWithAdministration } from './command.mjs'
import { withLock } from './lock.mjs'
import { say, stopwatch } from './progress.mjs'
import { debianSources } from './standin-sources.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** The folder with the stand-in's Dockerfile and the script that finishes its root file system. */
export const recipeDir = path.join(path.dirname(fileURLToPath(import.meta.url)), 'standin')

/** Every time stamp of the stand-in: 2026-01-01. A fixed one, so that equal inputs give an equal digest. */
export const standInEpoch = '1767225600'

/** `usr-is-merged` as in the official image; without it apt takes `usrmerge`, which brings all of Perl along. */
const packages = ['ca-certificates', 'python3', 'python3-venv', 'usr-is-merged']

/**
 * What the stand-in is made from.
 * @typedef {object} StandInInputs
 * @property {string} sources lines of a sources.list
 * @property {readonly string[]} certificates the host's, PEM
 * @property {string} id hash of everything that goes in, except what the archives offer on the day of the build
 */

/**
 * @returns {Promise<StandInInputs>}
 */
export const standInInputs = async () => {
  const [sources, certificates, script, dockerfile] = await Promise.all([
    debianSources(),
    hostCertificates(),
    readFile(path.join(recipeDir, 'finish-rootfs.sh'), 'utf8'),
    readFile(path.join(recipeDir, 'Dockerfile'), 'utf8')
  ])
  const parts = [sources, certificates, script, dockerfile, packages, standInEpoch, process.arch]
  const id = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  return { sources, certificates, id }
}

/**
 * The folder that holds `rootfs.tar` and `python-version` for those inputs; made when it is missing.
 * @param {StandInInputs} inputs
 * @param {string} dir where such folders are kept
 * @returns {Promise<string>}
 * @throws {Error} when mmdebstrap fails, with its last lines
 */
export const standInRootfs = async (inputs, dir) => {
  const kept = path.join(dir, inputs.id)
  return withLock(path.join(dir, '.lock'), async () => {
    if (await exists(path.join(kept, 'rootfs.tar'))) return kept
    await ensureSystemPackages({ programs: ['mmdebstrap', 'tar', 'xz'] })
    say('making the root file system of the stand-in from Debian packages; once, it takes half a minute')
    const elapsed = stopwatch()
    const fresh = await mkdtemp(path.join(dir, '.new-'))
    try {
      await bootstrap(inputs, fresh)
      await rm(kept, { recursive: true, force: true })
      await rename(fresh, kept)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
    say(`made it in ${elapsed()}`)
    return kept
  })
}

/**
 * @param {StandInInputs} inputs
 * @param {string} dir
 */
const bootstrap = async (inputs, dir) => {
  const certificates = path.join(dir, 'certificates')
  await mkdir(certificates)
  for (const [index, pem] of inputs.certificates.entries()) {
    await writeFile(path.join(certificates, `host-${String(index).padStart(3, '0')}.crt`), pem)
  }
  const script = path.join(recipeDir, 'finish-rootfs.sh')
  const hook = `sh ${quoted(script)} "$1" ${quoted(certificates)} ${quoted(path.join(dir, 'python-version'))}`
  await mustRun(
    'mmdebstrap',
    [
      '--quiet',
      '--variant=minbase',
      '--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr',
      `--include=${packages.join(',')}`,
      '--aptopt=Apt::Install-Recommends "false"',
      ...['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/info/*', '/usr/share/locale/*'].map(
        pattern => `--dpkgopt=path-exclude=${pattern}`
      ),
      '--dpkgopt=path-include=/usr/share/doc/*/copyright',
      `--customize-hook=${hook}`,
      'bookworm',
      path.join(dir, 'rootfs.tar'),
      '-'
    ],
    { input: inputs.sources, env: bootstrapEnvironment() }
  )
  await rm(certificates, { recursive: true })
}

/** @returns {NodeJS.ProcessEnv} only what a bootstrap needs: a pip or locale setting of the user's must not shape the image */
const bootstrapEnvironment = () => {
  const kept = ['HOME', 'TMPDIR', 'http_proxy', 'https_proxy', 'no_proxy'].flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...Object.fromEntries(kept),
    PATH: pathWithAdministration(),
    LC_ALL: 'C.UTF-8',
    SOURCE_DATE_EPOCH: standInEpoch
  }
}

/** @returns {Promise<string[]>} */
const hostCertificates = async () => {
  const file = process.env.SSL_CERT_FILE || '/etc/ssl/certs/ca-certificates.crt'
  const bundle = await readFile(file, 'utf8').catch(() => '')
  return bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g) ?? []
}

/** @param {string} text */
const quoted = text => `'${text.replaceAll("'", `'\\''`)}'`

/** @param {string} file */
const exists = file =>
  access(file).then(
    () => true,
    () => false
  )

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { mustRun } from './command.mjs'
import { dockerHubAnswers } from './docker-hub.mjs'
import { say, stopwatch } from './progress.mjs'
import { registryRequest } from './registry.mjs'
import { recipeDir, standInEpoch, standInInputs, standInRootfs } from './standin-rootfs.mjs'

const repository = 'library/python'
/** The names under which Dockerfiles know it. */
const tags = ['3.11-slim-bookworm', '3.11-slim']

/**
 * Provides `python:3.11-slim-bookworm` in the engine's registry, which BuildKit asks before Docker Hub, where Docker
 * Hub cannot be reached. Does nothing when it is there already. Where Docker Hub can be reached, a stand-in of an
 * earlier start is taken away, so that it does not hide the real image.
 * @param {{host: string, env: Readonly<Record<string, string>>, dir: string}} options `host` of the registry,
 *   `env` with which buildx reaches the builder, `dir` where root file systems are kept
 * @throws {Error} when it cannot be made
 */
export const provideStandIn = async ({ host, env, dir }) => {
  const present = await digestOf(host, tags[0] ?? '')
  if (await dockerHubAnswers()) {
    if (present !== undefined) await registryRequest(host, 'DELETE', manifestPath(present))
    return
  }
  const inputs = await standInInputs()
  const marker = `standin-${inputs.id}`
  const digests = await Promise.all([marker, ...tags].map(tag => digestOf(host, tag)))
  if (digests.some(digest => digest === undefined || digest !== digests[0])) {
    const kept = await standInRootfs(inputs, dir)
    const elapsed = stopwatch()
    await push(
      kept,
      [...tags, marker].map(tag => `${host}/${repository}:${tag}`),
      env
    )
    say(`pushed the stand-in in ${elapsed()}`)
  }
  say(`Docker Hub cannot be reached: python:${tags[0]} is a stand-in made of Debian's packages`)
}

/**
 * Builds the image from its root file system and pushes it; the same inputs give the same digest.
 * @param {string} kept folder with `rootfs.tar` and `python-version`
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, string>>} env
 */
const push = async (kept, names, env) => {
  const version = (await readFile(path.join(kept, 'python-version'), 'utf8')).trim()
  await mustRun(
    env.BASE_IMAGES_BUILDX ?? 'buildx',
    [
      'build',
      '--provenance=false',
      '--sbom=false',
      `--file=${path.join(recipeDir, 'Dockerfile')}`,
      `--build-arg=PYTHON_VERSION=${version}`,
      `--build-arg=SOURCE_DATE_EPOCH=${standInEpoch}`,
      `--output=type=image,"name=${names.join(',')}",push=true,oci-mediatypes=true`,
      kept
    ],
    { env: { ...process.env, ...env, BUILDX_NO_DEFAULT_ATTESTATIONS: '1' } }
  )
}

/**
 * @param {string} host
 * @param {string} tag
 * @returns {Promise<string | undefined>} digest of the manifest behind a tag
 */
const digestOf = async (host, tag) => {
  const answer = await registryRequest(host, 'HEAD', manifestPath(tag), {
    Accept: 'application/vnd.oci.image.manifest.v1+json'
  })
  return answer?.status === 200 ? answer.digest : undefined
}

/** @param {string} reference tag or digest */
const manifestPath = reference => `/v2/${repository}/manifests/${reference}`

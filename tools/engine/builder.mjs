import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { mustRun } from './command.mjs'

/**
 * @typedef {object} Builder
 * @property {string} name
 * @property {string} buildx path of its program
 * @property {string} configDir folder for buildx's own files
 * @property {string} dockerConfigDir empty folder in place of the user's ~/.docker: nothing is read or written there
 */

/**
 * The variables under which buildx works with that builder.
 * @param {Builder} builder
 * @returns {Record<string, string>}
 */
export const builderEnvironment = builder => ({
  BUILDX_BUILDER: builder.name,
  BUILDX_CONFIG: builder.configDir,
  DOCKER_CONFIG: builder.dockerConfigDir,
  BASE_IMAGES_BUILDX: builder.buildx
})

/**
 * Makes the name known to buildx, unless it already stands for that address.
 * @param {Builder} builder
 * @param {string} address of the BuildKit daemon, `unix://…`
 */
export const ensureBuilder = async (builder, address) => {
  if (await standsFor(builder, address)) return
  await mkdir(builder.configDir, { recursive: true })
  await mkdir(builder.dockerConfigDir, { recursive: true })
  const env = { ...process.env, ...builderEnvironment(builder) }
  await mustRun(builder.buildx, ['rm', '--force', '--keep-daemon', builder.name], { env }).catch(() => '')
  await mustRun(builder.buildx, ['create', '--name', builder.name, '--driver', 'remote', address], { env })
}

/**
 * buildx keeps a JSON file for each builder; asking it instead would cost a process on every start.
 * @param {Builder} builder
 * @param {string} address
 */
const standsFor = async (builder, address) => {
  try {
    const instance = JSON.parse(
      await readFile(path.join(builder.configDir, 'instances', builder.name), 'utf8')
    )
    return instance.Driver === 'remote' && instance.Nodes?.[0]?.Endpoint === address
  } catch {
    return false
  }
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { toolsDir } from './paths.mjs'

/**
 * @typedef {'registry' | 'buildkitd' | 'buildx' | 'act' | 'actionlint' | 'minio'} ToolName
 * @typedef {object} ToolSource
 * @property {string} module the Go module that the version belongs to
 * @property {string} command the Go package to build
 * @property {string} versionVariable set at link time: without it buildkitd calls itself `v0.0.0+unknown`,
 *   which clients that compare versions take for an old daemon
 */

/**
 * Every tool with its own small Go module `tools/<name>/`, whose go.mod pins the version.
 * @type {Readonly<Record<ToolName, ToolSource>>}
 */
export const toolSources = {
  registry: {
    module: 'github.com/distribution/distribution/v3',
    command: 'github.com/distribution/distribution/v3/cmd/registry',
    versionVariable: 'github.com/distribution/distribution/v3/version.version'
  },
  buildkitd: {
    module: 'github.com/moby/buildkit',
    command: 'github.com/moby/buildkit/cmd/buildkitd',
    versionVariable: 'github.com/moby/buildkit/version.Version'
  },
  buildx: {
    module: 'github.com/docker/buildx',
    command: 'github.com/docker/buildx/cmd/buildx',
    versionVariable: 'github.com/docker/buildx/version.Version'
  },
  act: {
    module: 'github.com/nektos/act',
    command: 'github.com/nektos/act',
    versionVariable: 'main.version'
  },
  actionlint: {
    module: 'github.com/rhysd/actionlint',
    command: 'github.com/rhysd/actionlint/cmd/actionlint',
    versionVariable: 'github.com/rhysd/actionlint.version'
  },
  minio: {
    module: 'github.com/minio/minio',
    command: 'github.com/minio/minio',
    versionVariable: 'github.com/minio/minio/cmd.ReleaseTag'
  }
}

/** All tools, in the order in which they are built: what an engine needs first. */
export const allTools = /** @type {readonly ToolName[]} */ (Object.keys(toolSources))

/**
 * @typedef {object} ToolRecipe
 * @property {string} dir folder of its Go module
 * @property {string} version such as `v0.33.1`
 * @property {readonly string[]} buildArgs arguments of `go`, without the output
 * @property {string} hash changes when anything that goes into the program changes
 */

/**
 * How one tool is built.
 * @param {ToolName} name
 * @param {string} goVersion of the compiler, such as `go1.26.8`
 * @returns {Promise<ToolRecipe>}
 * @throws {Error} when its go.mod does not pin the tool's module
 */
export const toolRecipe = async (name, goVersion) => {
  const { module, command, versionVariable } = toolSources[name]
  const dir = path.join(toolsDir, name)
  const [mod, sum] = await Promise.all(
    ['go.mod', 'go.sum'].map(file => readFile(path.join(dir, file), 'utf8'))
  )
  const version = pinnedVersion(mod ?? '', module)
  if (version === undefined) throw new Error(`${path.join(dir, 'go.mod')} does not require ${module}`)
  const linkFlags = `-s -w -X ${versionVariable}=${version}`
  const buildArgs = ['build', '-buildvcs=false', '-mod=readonly', '-trimpath', '-ldflags', linkFlags, command]
  const hash = createHash('sha256')
    .update(JSON.stringify([mod, sum, goVersion, process.arch, buildArgs]))
    .digest('hex')
  return { dir, version, buildArgs, hash }
}

/**
 * @param {string} mod text of a go.mod
 * @param {string} module
 * @returns {string | undefined}
 */
const pinnedVersion = (mod, module) =>
  mod
    .split('\n')
    .map(line => line.trim().replace(/^require /, ''))
    .find(line => line.startsWith(`${module} v`))
    ?.split(' ')[1]

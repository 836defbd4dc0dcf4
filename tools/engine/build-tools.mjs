import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lastLines, run } from './command.mjs'
import { withLock } from './lock.mjs'
import { defaultBinDir, toolsDir } from './paths.mjs'
import { EngineProblem } from './problem.mjs'
import { say, stopwatch } from './progress.mjs'
import { allTools, toolRecipe } from './tool-modules.mjs'

/** @typedef {import('./tool-modules.mjs').ToolName} ToolName */

/** Two linkers at once fill two cores and stay below 4 GB of memory. */
const buildsAtOnce = 2

/**
 * Builds the programs that are missing or whose module files or compiler changed; the others are left as they are.
 * @param {readonly ToolName[]} [names] all when left out
 * @param {{binDir?: string}} [options]
 * @returns {Promise<Record<string, string>>} tool name → absolute path of its program
 * @throws {EngineProblem} when Go is missing
 * @throws {Error} when a build fails, with the compiler's last lines
 */
export const buildTools = async (names = allTools, options = {}) => {
  const binDir = options.binDir ?? defaultBinDir()
  await mkdir(binDir, { recursive: true })
  const goVersion = await compilerVersion()
  const waiting = [...names]
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      await buildOne(name, goVersion, binDir)
    }
  }
  await Promise.all(Array.from({ length: buildsAtOnce }, worker))
  return Object.fromEntries(names.map(name => [name, path.join(binDir, name)]))
}

/**
 * @param {ToolName} name
 * @param {string} goVersion
 * @param {string} binDir
 */
const buildOne = async (name, goVersion, binDir) => {
  const recipe = await toolRecipe(name, goVersion)
  const program = path.join(binDir, name)
  const stamp = path.join(binDir, `.${name}.stamp`)
  if (await isBuilt(program, stamp, recipe.hash)) return
  await withLock(path.join(binDir, `.${name}.lock`), async () => {
    if (await isBuilt(program, stamp, recipe.hash)) return // another process built it while we waited
    say(`building ${name} ${recipe.version} with ${goVersion}; once, it takes a minute or two`)
    const elapsed = stopwatch()
    const fresh = path.join(binDir, `.${name}.new`)
    const [verb, ...rest] = recipe.buildArgs
    const { code, stderr } = await run('go', [verb ?? 'build', '-o', fresh, ...rest], {
      cwd: recipe.dir,
      env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '' }
    })
    if (code !== 0) throw new Error(`${name} ${recipe.version} cannot be built:\n${lastLines(stderr, 20)}`)
    // The stamp goes first and comes back last: a program never carries another build's stamp.
    await rm(stamp, { force: true })
    await rename(fresh, program)
    await writeFile(stamp, recipe.hash)
    say(`built ${name} ${recipe.version} in ${elapsed()}`)
  })
}

/** @returns {Promise<string>} such as `go1.26.8` */
const compilerVersion = async () => {
  // Asked inside a module folder: there Go also says which toolchain that module would bring in.
  const { code, stdout } = await run('go', ['env', 'GOVERSION'], { cwd: path.join(toolsDir, 'buildkitd') })
  if (code === 0) return stdout.trim()
  throw new EngineProblem(
    'Go is missing: it builds the engine (registry, buildkitd, buildx). Install Go 1.26 or newer and put it in PATH.'
  )
}

/**
 * @param {string} program
 * @param {string} stamp
 * @param {string} hash
 */
const isBuilt = async (program, stamp, hash) => {
  try {
    await access(program, constants.X_OK)
    return (await readFile(stamp, 'utf8')) === hash
  } catch {
    return false
  }
}

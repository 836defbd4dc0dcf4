import { access, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buildkitAnswers } from './buildkit-health.mjs'
import { buildkitConfiguration } from './buildkit-configuration.mjs'
import { findProgram, pathWithAdministration } from './command.mjs'
import { logFile, runningDaemon, startDaemon, stopDaemon } from './daemon.mjs'
import { removeLeftovers } from './leftovers.mjs'
import { defaultBinDir, socketPath } from './paths.mjs'
import { EngineProblem } from './problem.mjs'
import { say } from './progress.mjs'

/**
 * @typedef {object} RunningBuildkitd
 * @property {string} address such as `unix:///…/buildkitd.sock`
 * @property {number} pid
 * @property {string} log
 * @property {() => Promise<void>} stop
 */

const daemonName = 'buildkitd'

/**
 * Starts a BuildKit daemon, or finds the one that already serves that folder.
 * @param {{dir: string, mirror: string, binDir?: string}} options `dir` keeps its cache, log and process file;
 *   `mirror` is the registry (host:port, plain HTTP) that is asked before Docker Hub
 * @returns {Promise<RunningBuildkitd>}
 * @throws {EngineProblem} when this user may not run it
 * @throws {Error} when it does not answer, with the last lines of its log
 */
export const startBuildkitd = async ({ dir, mirror, binDir = defaultBinDir() }) => {
  const socket = socketPath(dir, 'buildkitd.sock')
  const address = `unix://${socket}`
  const configuration = await buildkitConfiguration({ dir, mirror, socket })
  const running = await runningDaemon(dir, daemonName)
  if (running?.configuration === configuration && (await buildkitAnswers(socket))) {
    return describe(dir, address, running.process.pid)
  }
  if (process.getuid?.() !== 0) {
    throw new EngineProblem(
      'The embedded buildkitd has to be started by root. Run the command as root, or name a builder of yours: BUILDER=name.'
    )
  }
  if (running === undefined && (await wasStartedBefore(dir)))
    say('buildkitd is not running any more; starting it again')
  await stopBuildkitd(dir)
  await makeOwnFolder(path.dirname(socket))
  const configFile = path.join(dir, 'buildkitd.toml')
  await writeFile(configFile, configuration)
  const record = await startDaemon({
    dir,
    name: daemonName,
    program: path.join(binDir, 'buildkitd'),
    args: ['--config', configFile],
    env: { ...process.env, PATH: pathWithAdministration(), OTEL_TRACES_EXPORTER: 'none' },
    address,
    configuration,
    answers: () => buildkitAnswers(socket)
  })
  return describe(dir, address, record.process.pid)
}

/**
 * Stops the daemon of that folder and whatever its builds left behind.
 * @param {string} dir
 * @returns {Promise<boolean>} whether one ran
 */
export const stopBuildkitd = async dir => {
  const ran = await stopDaemon(dir, daemonName)
  await removeLeftovers(path.join(dir, 'root'), await findProgram('runc'))
  await rm(socketPath(dir, 'buildkitd.sock'), { force: true })
  return ran
}

/**
 * The daemon of that folder when its process runs; it may still not answer.
 * @param {string} dir
 * @returns {Promise<{address: string, pid: number, log: string, answers: boolean} | undefined>}
 */
export const findBuildkitd = async dir => {
  const record = await runningDaemon(dir, daemonName)
  if (record === undefined) return undefined
  const answers = await buildkitAnswers(record.address.slice('unix://'.length))
  return { address: record.address, pid: record.process.pid, log: logFile(dir, daemonName), answers }
}

/**
 * @param {string} dir
 * @param {string} address
 * @param {number} pid
 * @returns {RunningBuildkitd}
 */
const describe = (dir, address, pid) => ({
  address,
  pid,
  log: logFile(dir, daemonName),
  stop: async () => void (await stopBuildkitd(dir))
})

/**
 * Whoever can write to the folder of the socket can put one of their own there.
 * @param {string} dir
 */
const makeOwnFolder = async dir => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const { uid, mode } = await stat(dir)
  if (uid === process.getuid?.() && (mode & 0o022) === 0) return
  throw new EngineProblem(`${dir} can be written by others; remove it, or change its owner and mode.`)
}

/** @param {string} dir */
const wasStartedBefore = dir =>
  access(path.join(dir, `${daemonName}.pid.json`)).then(
    () => true,
    () => false
  )

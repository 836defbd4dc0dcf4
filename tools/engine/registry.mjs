import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { logFile, runningDaemon, startDaemon, stopDaemon } from './daemon.mjs'
import { defaultBinDir } from './paths.mjs'

/**
 * @typedef {object} RunningRegistry
 * @property {string} host such as `127.0.0.1:41234`
 * @property {number} pid
 * @property {string} log
 * @property {() => Promise<void>} stop
 */

const daemonName = 'registry'

/**
 * Starts a registry on 127.0.0.1 over plain HTTP, or finds the one that already serves that folder.
 * Its port stays the same from start to start as long as it is free, so that names of images stay valid.
 * @param {{dir: string, port?: number, binDir?: string}} options `dir` keeps the images, the log and the process file
 * @returns {Promise<RunningRegistry>}
 * @throws {Error} when it does not answer, with the last lines of its log
 */
export const startRegistry = async ({ dir, port, binDir = defaultBinDir() }) => {
  const running = await runningDaemon(dir, daemonName)
  if (running !== undefined && (await registryAnswers(running.address))) {
    return describe(dir, running.address, running.process.pid)
  }
  await stopDaemon(dir, daemonName)
  await mkdir(path.join(dir, 'storage'), { recursive: true })
  const host = `127.0.0.1:${port ?? (await choosePort(dir))}`
  const configFile = path.join(dir, 'config.yml')
  await writeFile(configFile, configuration(dir, host))
  const record = await startDaemon({
    dir,
    name: daemonName,
    program: path.join(binDir, 'registry'),
    args: ['serve', configFile],
    // Without this it tries to send traces to a collector on this machine and fills its log with the failures.
    env: { ...process.env, OTEL_TRACES_EXPORTER: 'none' },
    address: host,
    configuration: '',
    answers: () => registryAnswers(host)
  })
  await writeFile(portFile(dir), host.slice(host.indexOf(':') + 1))
  return describe(dir, host, record.process.pid)
}

/**
 * @param {string} dir
 * @returns {Promise<boolean>} whether one ran
 */
export const stopRegistry = dir => stopDaemon(dir, daemonName)

/**
 * The registry of that folder when its process runs; it may still not answer.
 * @param {string} dir
 * @returns {Promise<{host: string, pid: number, log: string} | undefined>}
 */
export const findRegistry = async dir => {
  const record = await runningDaemon(dir, daemonName)
  if (record === undefined) return undefined
  return { host: record.address, pid: record.process.pid, log: logFile(dir, daemonName) }
}

/**
 * Whether a registry answers there now.
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export const registryAnswers = async host => {
  const answer = await registryRequest(host, 'GET', '/v2/')
  return answer !== undefined && answer.status === 200
}

/**
 * One request to a registry over plain HTTP.
 * @param {string} host
 * @param {string} method
 * @param {string} target path with query
 * @param {Readonly<Record<string, string>>} [headers]
 * @returns {Promise<{status: number, digest: string | undefined} | undefined>} undefined when nothing answers
 */
export const registryRequest = (host, method, target, headers = {}) =>
  new Promise(resolve => {
    const request = http.request(`http://${host}${target}`, { method, headers, timeout: 2000 }, response => {
      response.resume()
      const digest = response.headers['docker-content-digest']
      resolve({ status: response.statusCode ?? 0, digest: typeof digest === 'string' ? digest : undefined })
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(undefined))
    request.end()
  })

/**
 * @param {string} dir
 * @param {string} host
 * @param {number} pid
 * @returns {RunningRegistry}
 */
const describe = (dir, host, pid) => ({
  host,
  pid,
  log: logFile(dir, daemonName),
  stop: async () => void (await stopRegistry(dir))
})

/** @param {string} dir */
const portFile = dir => path.join(dir, 'port')

/**
 * @param {string} dir
 * @param {string} host
 */
const configuration = (dir, host) =>
  JSON.stringify(
    {
      // JSON is YAML; it needs no quoting rules of ours.
      version: '0.1',
      log: { level: 'info' },
      storage: { filesystem: { rootdirectory: path.join(dir, 'storage') }, delete: { enabled: true } },
      // Any value will do on one machine; a fixed one lets an upload go on after a restart.
      http: { addr: host, secret: createHash('sha256').update(dir).digest('hex') }
    },
    undefined,
    2
  )

/**
 * @param {string} dir
 * @returns {Promise<number>} the last start's port when it is free, otherwise any free one
 */
const choosePort = async dir => {
  const last = Number(await readFile(portFile(dir), 'utf8').catch(() => ''))
  return (last > 0 ? await freePort(last) : undefined) ?? (await freePort(0)) ?? 0
}

/**
 * @param {number} wanted zero for any
 * @returns {Promise<number | undefined>} undefined when it is taken
 */
const freePort = wanted =>
  new Promise(resolve => {
    const server = net.createServer()
    server.once('error', () => resolve(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })

import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lastLines } from './command.mjs'
import { endProcess, identify, isRunning, pause } from './process-identity.mjs'

/**
 * What is written down about a daemon that was started, in `<dir>/<name>.pid.json`.
 * @typedef {object} DaemonRecord
 * @property {import('./process-identity.mjs').ProcessIdentity} process
 * @property {string} address where it listens
 * @property {string} configuration hash or text that changes when it has to be started anew
 */

/**
 * @typedef {object} DaemonStart
 * @property {string} dir folder for its log and process file
 * @property {string} name such as `registry`
 * @property {string} program
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} address
 * @property {string} configuration
 * @property {() => Promise<boolean>} answers whether it does its work now
 * @property {number} [patience] milliseconds until it must answer
 */

/** Milliseconds: an idle daemon ends in a tenth of a second; one with a build under way would wait for its end. */
const gracePeriod = 3000

/**
 * Starts a program that outlives this process, in a session of its own, and waits until it answers.
 * @param {DaemonStart} start
 * @returns {Promise<DaemonRecord>}
 * @throws {Error} when it ends or does not answer in time, with the last lines of its log; nothing is left running
 */
export const startDaemon = async start => {
  const { dir, name, address, configuration, patience = 30_000 } = start
  await mkdir(dir, { recursive: true })
  const log = logFile(dir, name)
  const output = openSync(log, 'a')
  const child = spawn(start.program, [...start.args], {
    cwd: dir,
    detached: true,
    env: start.env,
    stdio: ['ignore', output, output]
  })
  closeSync(output)
  const failed = new Promise(resolve => child.once('error', resolve))
  if (child.pid === undefined) throw new Error(`${name} cannot be started: ${await failed}`)
  child.unref()
  const identity = await identify(child.pid)
  for (const end = Date.now() + patience; identity !== undefined && Date.now() < end; await pause(25)) {
    if (!(await isRunning(identity))) break
    if (!(await start.answers())) continue
    const record = { process: identity, address, configuration }
    await writeRecord(dir, name, record)
    return record
  }
  const ended = identity === undefined || !(await isRunning(identity))
  if (identity !== undefined) await endProcess(identity, 2000)
  const lines = lastLines(await readFile(log, 'utf8'), 20)
  throw new Error(
    `${name} ${ended ? 'ended at once' : `did not answer within ${patience / 1000} s`}; ${log} says:\n${lines}`
  )
}

/**
 * The daemon of that folder, when the process that was started still runs.
 * A file that an earlier boot, a crash or another process left behind counts as none.
 * @param {string} dir
 * @param {string} name
 * @returns {Promise<DaemonRecord | undefined>}
 */
export const runningDaemon = async (dir, name) => {
  const record = await readRecord(dir, name)
  return record !== undefined && (await isRunning(record.process)) ? record : undefined
}

/**
 * Stops a daemon and forgets it. Does nothing when none runs.
 * @param {string} dir
 * @param {string} name
 * @returns {Promise<boolean>} whether one ran
 */
export const stopDaemon = async (dir, name) => {
  const record = await runningDaemon(dir, name)
  if (record !== undefined) await endProcess(record.process, gracePeriod)
  await rm(recordFile(dir, name), { force: true })
  return record !== undefined
}

/**
 * @param {string} dir
 * @param {string} name
 * @returns {string} the file that everything the daemon prints is appended to
 */
export const logFile = (dir, name) => path.join(dir, `${name}.log`)

/**
 * @param {string} dir
 * @param {string} name
 */
const recordFile = (dir, name) => path.join(dir, `${name}.pid.json`)

/**
 * @param {string} dir
 * @param {string} name
 * @returns {Promise<DaemonRecord | undefined>}
 */
const readRecord = async (dir, name) => {
  try {
    return JSON.parse(await readFile(recordFile(dir, name), 'utf8'))
  } catch {
    return undefined // none, or half-written by a machine that lost its power
  }
}

/**
 * @param {string} dir
 * @param {string} name
 * @param {DaemonRecord} record
 */
const writeRecord = async (dir, name, record) => {
  const file = recordFile(dir, name)
  await writeFile(`${file}.new`, JSON.stringify(record))
  await rename(`${file}.new`, file)
}

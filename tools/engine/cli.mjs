#!/usr/bin/env node
import { buildTools } from './build-tools.mjs'
import { engineEnvironment, engineStatus, startEngine, stopEngine } from './engine.mjs'
import { EngineProblem } from './problem.mjs'
import { say } from './progress.mjs'
import { allTools } from './tool-modules.mjs'

const usage = `node tools/engine/cli.mjs <command> [--json] [--name=<engine>]
  start               start what does not run yet, print the environment: eval "$(node tools/engine/cli.mjs start)"
  stop                stop the daemons; images and caches stay
  status              what runs now
  env                 the environment of the running engine
  build-tools [name…] build programs (${allTools.join(', ')})
Progress goes to standard error. Exit code 1: a failure; 2: something is missing or not running.
BUILDER=<name> uses a buildx builder of yours; BASE_IMAGES_ENGINE_DIR moves everything the engine keeps.`

/**
 * @param {Record<string, string>} env
 * @param {boolean} json
 */
const environmentText = (env, json) =>
  json
    ? JSON.stringify(env, undefined, 2)
    : Object.entries(env)
        .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`)
        .join('\n')

/** @param {import('./engine.mjs').EngineStatus} status */
const statusText = ({ registry, buildkitd, dataDir }) =>
  [
    `registry   ${daemonText(registry, registry?.host)}`,
    `buildkitd  ${daemonText(buildkitd, buildkitd?.address)}`,
    `data       ${dataDir}`
  ].join('\n')

/**
 * @param {{pid: number, log: string, answers: boolean} | undefined} daemon
 * @param {string | undefined} address
 */
const daemonText = (daemon, address) =>
  daemon === undefined
    ? 'not running'
    : `${daemon.answers ? 'running' : 'does not answer'}, ${address}, pid ${daemon.pid}, log ${daemon.log}`

/** @param {readonly string[]} words */
const toolNames = words => {
  const unknown = words.filter(word => !allTools.some(tool => tool === word))
  if (unknown.length > 0) {
    throw new EngineProblem(`No such tool: ${unknown.join(', ')}. There are: ${allTools.join(', ')}.`)
  }
  return words.length === 0 ? allTools : allTools.filter(tool => words.includes(tool))
}

/**
 * @param {readonly string[]} words the command line without the program
 * @returns {Promise<string>} what to print
 */
const execute = async words => {
  const json = words.includes('--json')
  const name = words.find(word => word.startsWith('--name='))?.slice('--name='.length)
  const options = name === undefined ? {} : { name }
  const [command, ...rest] = words.filter(word => !word.startsWith('--'))
  switch (command) {
    case 'start':
      return environmentText((await startEngine(options)).env, json)
    case 'stop': {
      const ran = await stopEngine(options)
      if (json) return JSON.stringify(ran)
      return ran.registry || ran.buildkitd ? 'stopped' : 'was not running'
    }
    case 'status': {
      const status = await engineStatus(options)
      return json ? JSON.stringify(status, undefined, 2) : statusText(status)
    }
    case 'env':
      return environmentText(await engineEnvironment(options), json)
    case 'build-tools': {
      const programs = await buildTools(toolNames(rest))
      return json ? JSON.stringify(programs, undefined, 2) : Object.values(programs).join('\n')
    }
    default:
      throw new EngineProblem(command === undefined ? usage : `No such command: ${command}\n${usage}`)
  }
}

try {
  process.stdout.write(`${await execute(process.argv.slice(2))}\n`)
} catch (error) {
  if (error instanceof EngineProblem) {
    say(error.message)
    process.exitCode = 2
  } else {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

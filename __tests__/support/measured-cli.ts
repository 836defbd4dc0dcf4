import { spawnSync } from 'node:child_process'
import { compiledCli } from './compiled-cli.js'
import type { CliRun } from './compiled-cli.js'
import { GIT_ENVIRONMENT } from './repository.js'

/** How the command line ended and what it cost. */
export interface MeasuredRun extends CliRun {
  /** Processor time of the command line and of every git that it started, in seconds: what else runs does not count. */
  readonly seconds: number
  /** Most memory of the command line at once, in megabytes; without its git, which has a process of its own. */
  readonly megabytes: number
}

/** A command line that takes more processor time is ended by the system, and has no figure of memory. */
const HANG_SECONDS = 15
/** Descriptors on which the figures come. */
const TIMES = 3
const MEMORY = 4

const TELL_MEMORY = `import{writeSync}from'node:fs';process.on('exit',()=>writeSync(${MEMORY},String(process.resourceUsage().maxRSS)))`

/** Runs the command line as {@link compiledCli} has it, in a folder, with a clean environment, and measures it. */
export function runMeasured(folder: string, args: readonly string[]): MeasuredRun {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(GIT|GITHUB|BASE_IMAGES|BUILDX)_|^NODE_OPTIONS$/.test(name)
  )
  const node = [process.execPath, `--import=data:text/javascript,${TELL_MEMORY}`, compiledCli()]
  // The shell counts what its children and their children used; the second line of `times` says it.
  const script = `ulimit -t ${HANG_SECONDS}; "$@" ${TIMES}>&-; code=$?; times >&${TIMES}; exit $code`
  const run = spawnSync('/bin/sh', ['-c', script, 'sh', ...node, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...GIT_ENVIRONMENT, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
  })
  const [, , , times = '', memory = ''] = run.output
  return {
    code: run.status,
    out: run.stdout,
    err: run.stderr,
    seconds: secondsIn(times ?? ''),
    megabytes: Number(memory === '' ? Number.NaN : memory) / 1024
  }
}

/** User and system time of the children in the output of the shell's `times`: `0m0.12s 0m0.03s` in the second line. */
function secondsIn(times: string): number {
  const words = (times.split('\n')[1] ?? '').split(' ')
  const seconds = words.map(word => {
    const [, minutes = 'NaN', rest = 'NaN'] = /^(\d+)m([\d.]+)s$/.exec(word) ?? []
    return Number(minutes) * 60 + Number(rest)
  })
  return seconds.length === 2 ? (seconds[0] ?? Number.NaN) + (seconds[1] ?? Number.NaN) : Number.NaN
}

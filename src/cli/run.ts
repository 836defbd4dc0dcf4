import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { renderText } from '../diagnostics/render.js'
import { UserError } from '../diagnostics/user-error.js'
import { EXIT } from '../commands/outcome.js'
import { isCancellation, isTrouble, troubleOf } from '../commands/trouble.js'
import { terminalLog } from '../io/log.js'
import type { Screen } from '../io/screen.js'
import { openWorld } from '../io/world.js'
import type { World } from '../world.js'
import { nearest } from '../manifest/names.js'
import { helpOf } from './help.js'
import { fromRoot } from './paths.js'
import { readOptions } from './options.js'
import type { CliOptions } from './options.js'
import { VERSION } from './version.js'

/** Where a command's output goes. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` and `err` take colours. */
  readonly colour: boolean
  readonly errColour: boolean
  /** Where `err` goes, when a table may be drawn there. */
  readonly screen: Screen | undefined
}

/** What a command needs from the command line. */
export interface Invocation {
  readonly world: World
  /** With paths from the repository root. */
  readonly options: CliOptions
  /** As they were typed, for commands that are suggested. */
  readonly given: CliOptions
  readonly terminal: Terminal
  /** Prints findings on standard error. */
  readonly tell: (diagnostics: readonly Diagnostic[]) => void
}

type Command = (invocation: Invocation) => Promise<number>

/** Each command is loaded only when it is asked for: the planner must not wait for a registry client. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  plan: async () => (await import('./plan.js')).planFace,
  graph: async () => (await import('./graph.js')).graphFace,
  why: async () => (await import('./why.js')).whyFace,
  build: async () => (await import('./build.js')).buildFace,
  release: async () => (await import('./release.js')).releaseFace,
  clean: async () => (await import('./clean.js')).cleanFace,
  lock: async () => (await import('./lock.js')).lockFace,
  lint: async () => (await import('./lint.js')).lintFace
}

/** Whether a command writes to a registry or starts builds, so that it has to be ended in order. */
function endsInOrder(command: string, { dryRun, apply }: CliOptions): boolean {
  return command === 'build' || (command === 'release' && !dryRun) || (command === 'clean' && apply)
}

/** Runs the command line and returns the exit code; never throws. `cancellation` takes over the signals of the process. */
export async function runCli(
  args: readonly string[],
  terminal: Terminal,
  cancellation: () => AbortSignal
): Promise<number> {
  const [command, ...rest] = args
  const tell = (diagnostics: readonly Diagnostic[]): void =>
    terminal.err(renderText(diagnostics, { colour: terminal.errColour }))
  let signal: AbortSignal | undefined
  try {
    if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
      const [about] = rest
      if (about !== undefined && !Object.hasOwn(COMMANDS, about)) throw unknownCommand(about)
      terminal.out(helpOf(about))
      return EXIT.done
    }
    if (command === '--version') {
      terminal.out(`base-images ${VERSION}\n`)
      return EXIT.done
    }
    const load = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    if (load === undefined) throw unknownCommand(command)
    const given = readOptions(command, rest)
    if (given.help) {
      terminal.out(helpOf(command))
      return EXIT.done
    }
    signal = endsInOrder(command, given) ? cancellation() : undefined
    const log = terminalLog(terminal.err, given.verbose)
    const world = openWorld({ log, ...(signal === undefined ? {} : { signal }) })
    // Git answers while the command is loaded; whoever needs it hears of a failure.
    world.git().catch(() => undefined)
    const [run, options] = await Promise.all([load(), fromRoot(given, world)])
    return await run({ world, options, given, terminal, tell })
  } catch (error) {
    if (signal !== undefined && isCancellation(error, signal)) {
      terminal.err('Cancelled. The same command again goes on: what is finished stays finished.\n')
      return EXIT.failed
    }
    return failure(error, terminal, tell)
  }
}

function failure(
  error: unknown,
  terminal: Terminal,
  tell: (diagnostics: readonly Diagnostic[]) => void
): number {
  if (error instanceof UserError) {
    tell([error.diagnostic])
    return EXIT.invalid
  }
  if (isTrouble(error)) {
    tell([troubleOf(error, 'base-images', '.')])
    return EXIT.failed
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  terminal.err(
    `Internal error: ${text}\nThis is a fault of base-images; please report it with the text above.\n`
  )
  return EXIT.internal
}

function unknownCommand(command: string): UserError {
  const known = Object.keys(COMMANDS)
  const message = `${JSON.stringify(command)} is no command; there are ${known.join(', ')}`
  const meant = nearest(command, known)
  const remedy = meant === undefined ? 'run `base-images --help`' : `did you mean \`base-images ${meant}\`?`
  return new UserError(errorAt('E004', COMMAND_LINE, message, remedy))
}

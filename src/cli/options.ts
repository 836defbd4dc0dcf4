import { parseArgs } from 'node:util'
import { UserError } from '../diagnostics/user-error.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import { messageOf } from '../io/thrown.js'
import { nearest } from '../manifest/names.js'
import { suggestedCommand } from '../diagnostics/suggested.js'
import { formatsOf, OPTIONS, TAKES } from './option-table.js'

/** Options of the command line, checked. */
export interface CliOptions {
  readonly positionals: readonly string[]
  /** Path from the folder the command was started in, or absolute; `fromRoot` makes it one from the repository root. */
  readonly manifest?: string
  readonly base?: string
  readonly head?: string
  readonly images: readonly string[]
  /** Only these platforms; all of the manifest when absent. */
  readonly platforms?: readonly string[]
  readonly all: boolean
  readonly rebuild: boolean
  readonly registry?: string
  readonly plan?: string
  readonly jobs?: number
  readonly timeoutMs?: number
  /** Names of buildx's builders. */
  readonly builders: readonly string[]
  readonly format: string
  readonly dryRun: boolean
  readonly allowRewind: boolean
  /** Writes the lock. */
  readonly refresh: boolean
  /** A patch epoch in place of the week of now. */
  readonly epoch?: string
  readonly verbose: boolean
  /** Warnings count as errors. */
  readonly strict: boolean
  readonly help: boolean
  /** Paths, as that of the manifest, that are supposed to change. */
  readonly simulate: readonly string[]
  /** External bases that are supposed to move. */
  readonly simulateBase: readonly string[]
  /** Deletes what may be deleted. */
  readonly apply: boolean
  /** Milliseconds for which something has to be unneeded. */
  readonly keep: number
  /** More revisions whose builds are needed. */
  readonly also: readonly string[]
}

/** Reads the arguments of a command; throws a UserError that names what is wrong. */
export function readOptions(command: string, args: readonly string[]): CliOptions {
  const takes = new Set<string>([...(TAKES[command] ?? []), 'help'])
  const { values, positionals } = parse(command, args)
  for (const name of Object.keys(values)) {
    if (!takes.has(name)) throw invalid(`--${name} is no option of \`${command}\``, remedyFor(command, name))
  }
  const expected = command === 'why' ? 1 : 0
  if (positionals.length > expected) {
    const found = positionals[expected] ?? ''
    const isSelecting = command === 'plan' || command === 'build'
    const meant = isSelecting ? suggestedCommand(command, { images: [found] }) : undefined
    const guess = meant === undefined ? '' : `did you mean \`${meant}\`? Else `
    const help = `run \`base-images ${command} --help\` for what it takes`
    throw invalid(`unexpected argument ${JSON.stringify(found)}`, `${guess}${help}`)
  }
  const formats = formatsOf(command)
  const format = values.format ?? formats[0] ?? 'text'
  if (!formats.includes(format)) {
    throw invalid(`--format ${format} is unknown to \`${command}\``, `use one of ${formats.join(', ')}`)
  }
  return {
    positionals,
    ...given('manifest', values.manifest),
    ...given('base', values.base),
    ...given('head', values.head),
    images: listed(values.image),
    ...(listed(values.platform).length === 0 ? {} : { platforms: listed(values.platform) }),
    all: values.all ?? false,
    rebuild: values.rebuild ?? false,
    ...given('registry', values.registry),
    ...given('plan', values.plan),
    ...(values.jobs === undefined ? {} : { jobs: jobsOf(values.jobs) }),
    ...(values.timeout === undefined ? {} : { timeoutMs: timeoutOf(values.timeout) }),
    builders: listed(values.builder),
    format,
    dryRun: values['dry-run'] ?? false,
    allowRewind: values['allow-rewind'] ?? false,
    refresh: values.refresh ?? false,
    ...given('epoch', values.epoch),
    verbose: values.verbose ?? false,
    strict: values.strict ?? false,
    help: values.help ?? false,
    simulate: listed(values.simulate),
    simulateBase: listed(values['simulate-base']),
    apply: values.apply ?? false,
    keep: keepOf(values.keep ?? '30d'),
    also: listed(values.also)
  }
}

/** Values of an option that may be given several times, or several values with commas. */
function listed(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap(names => names.split(',')).filter(name => name !== '')
}

function parse(
  command: string,
  args: readonly string[]
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's first sentence says what is wrong; what follows is about a use that there is not here.
    const message = messageOf(error).split(/\.\s/, 1)[0] ?? ''
    const [, bare] = /^Option '.*(--[a-z-]+).*' argument is ambiguous$/.exec(message) ?? []
    if (bare !== undefined) {
      throw invalid(`${bare} has no value, an option follows it`, 'give it one; is a variable not set?')
    }
    const [, unknown = ''] = /^Unknown option '-+(.*)'$/.exec(message) ?? []
    throw invalid(message, remedyFor(command, unknown))
  }
}

/** What to do about an option that a command does not take. */
function remedyFor(command: string, name: string): string {
  const meant = nearest(name, TAKES[command] ?? [])
  const guess = meant === undefined ? '' : `did you mean --${meant}? Else `
  return `${guess}run \`base-images ${command} --help\` for its options`
}

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>)
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 24 * 3_600_000 }

/** A time such as `90m`, in milliseconds. */
function timeoutOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,3})([smh])$/.exec(text) ?? []
  const ms = Number(count) * (UNITS[unit] ?? 0)
  // Timers of Node end at 2^31 ms, some 596 hours.
  if (ms > 0 && ms <= 500 * 3_600_000) return ms
  throw invalid(
    `--timeout ${JSON.stringify(text)} is no time from 1s to 500h`,
    'give hours, minutes or seconds, such as 2h, 90m or 45s'
  )
}

/** A time such as `30d` or `12h`, in milliseconds. */
function keepOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,5})([dh])$/.exec(text) ?? []
  if (count !== undefined) return Number(count) * (UNITS[unit] ?? 0)
  throw invalid(`--keep ${JSON.stringify(text)} is no time`, 'give days or hours, such as 30d or 12h')
}

function jobsOf(text: string): number {
  const jobs = Number(text)
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs
  throw invalid(`--jobs ${JSON.stringify(text)} is no number from 1 to 64`, 'give a number, or leave it out')
}

function invalid(message: string, remedy: string): UserError {
  return new UserError(errorAt('E004', COMMAND_LINE, message, remedy))
}

/** What the command line and its help know of an option. */
export interface OptionRow {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly short?: string
  /** What stands for its value in the help; absent for a switch. */
  readonly value?: string
  /** What it does, in words that fit on a line beside its name. */
  readonly means: string
  /** What holds without it; absent when that is nothing. */
  readonly otherwise?: string
  /** Where a command means something else by it, or has another default. */
  readonly of?: Readonly<Record<string, { readonly means?: string; readonly otherwise?: string }>>
}

const OWN_REGISTRY = { otherwise: 'manifest' }

/** Every option of the command line. The help is made of it, and docs/cli.md is held against it. */
export const OPTIONS = {
  manifest: {
    type: 'string',
    value: 'FILE',
    means: 'the images manifest',
    otherwise: 'images/manifest.yaml'
  },
  base: { type: 'string', value: 'REVISION', means: 'commit to compare with', otherwise: 'found by rule' },
  head: {
    type: 'string',
    value: 'REVISION',
    means: 'commit to read',
    otherwise: 'the working tree',
    of: { clean: { means: 'commit whose builds are needed', otherwise: 'HEAD' } }
  },
  image: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    means: 'only this image, changed or not',
    of: { build: { means: 'only this image, and what of its parents is missing' } }
  },
  platform: {
    type: 'string',
    multiple: true,
    value: 'PLATFORM',
    means: 'only this platform, such as linux/amd64',
    otherwise: 'all of the manifest',
    of: { build: { otherwise: 'those of the plan' } }
  },
  all: { type: 'boolean', means: 'every image, changed or not' },
  rebuild: { type: 'boolean', means: 'build even what is built already' },
  registry: {
    type: 'string',
    value: 'PREFIX',
    means: "registry in place of the manifest's; `manifest` means its own",
    otherwise: 'not asked',
    of: { build: OWN_REGISTRY, release: OWN_REGISTRY, clean: OWN_REGISTRY }
  },
  plan: {
    type: 'string',
    value: 'FILE',
    means: 'plan that `plan --format json` wrote',
    otherwise: 'a new plan'
  },
  jobs: {
    type: 'string',
    value: 'N',
    means: 'builds at once on each builder',
    otherwise: 'two a processor, one for 2 GiB of memory at most'
  },
  timeout: {
    type: 'string',
    value: 'TIME',
    means: 'end the run after this time, such as 90m',
    otherwise: 'three hours for each build'
  },
  builder: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    means: 'builder of buildx',
    otherwise: 'the current builder'
  },
  format: { type: 'string', value: 'FORMAT', means: 'how to print the result', otherwise: 'text' },
  'dry-run': {
    type: 'boolean',
    means: 'look and decide, write nothing',
    of: { lock: { means: 'with --refresh: show what would change, write nothing' } }
  },
  'allow-rewind': {
    type: 'boolean',
    means: 'let tags move to a commit that does not descend from the one they carry'
  },
  refresh: {
    type: 'boolean',
    means: 'write what all external bases are now, and a new patch epoch, into the lock'
  },
  epoch: {
    type: 'string',
    value: 'EPOCH',
    means: 'with --refresh: the patch epoch',
    otherwise: 'the ISO week of now'
  },
  verbose: { type: 'boolean', means: 'print the log of every build, also of those that succeed' },
  strict: { type: 'boolean', means: 'end with 2 when there is any finding, also when all are warnings' },
  simulate: {
    type: 'string',
    multiple: true,
    value: 'PATH',
    means: 'what would follow if this file, or all below this folder, changed'
  },
  'simulate-base': {
    type: 'string',
    multiple: true,
    value: 'REFERENCE',
    means: 'what would follow if this external base moved'
  },
  apply: { type: 'boolean', means: 'delete what may be deleted; without it nothing is written' },
  keep: {
    type: 'string',
    value: 'TIME',
    means: 'how long something has to be unneeded, in days or hours, such as 12h',
    otherwise: '30d'
  },
  also: {
    type: 'string',
    multiple: true,
    value: 'REVISION',
    means: 'another commit whose builds are needed'
  },
  help: { type: 'boolean', short: 'h', means: 'this text; also -h' }
} as const satisfies Readonly<Record<string, OptionRow>>

/** The name of an option, without its hyphens. */
export type OptionName = keyof typeof OPTIONS

const COMPARED = ['manifest', 'base', 'head', 'image'] as const

/** The options that each command takes beside `--help`, in the order of its help. */
export const TAKES: Readonly<Record<string, readonly OptionName[]>> = {
  plan: [...COMPARED, 'platform', 'all', 'rebuild', 'registry', 'simulate', 'simulate-base', 'format'],
  graph: ['manifest', 'head', 'format'],
  why: [...COMPARED, 'all', 'registry', 'simulate', 'simulate-base', 'format'],
  build: [
    'plan',
    'jobs',
    'timeout',
    'builder',
    'verbose',
    'registry',
    ...COMPARED,
    'platform',
    'all',
    'rebuild',
    'format'
  ],
  release: ['plan', 'dry-run', 'allow-rewind', 'platform', 'registry', 'manifest', 'head', 'format'],
  clean: ['apply', 'keep', 'head', 'also', 'registry', 'manifest', 'format'],
  lock: ['refresh', 'epoch', 'dry-run', 'manifest', 'format'],
  lint: ['strict', 'manifest', 'head', 'format']
}

/** The formats of a command; the first is the default. */
export function formatsOf(command: string): readonly string[] {
  if (command === 'graph') return ['text', 'json', 'mermaid', 'dot']
  return command === 'lint' ? ['text', 'json', 'github'] : ['text', 'json']
}

/** What an option is to a command: what it does, and what holds without it. */
export function optionOf(
  command: string,
  name: OptionName
): { readonly means: string; readonly otherwise?: string } {
  const row: OptionRow = OPTIONS[name]
  const { means = row.means, otherwise = row.otherwise } = row.of?.[command] ?? {}
  const said = name === 'format' ? listOf(formatsOf(command)) : means
  return { means: said, ...(otherwise === undefined ? {} : { otherwise }) }
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

/** The options of a command for its help: one line each with what holds without it. */
export function optionLines(command: string): string {
  const names: readonly OptionName[] = [...(TAKES[command] ?? []), 'help']
  const terms = names.map(name => {
    const { value }: OptionRow = OPTIONS[name]
    return `--${name}${value === undefined ? '' : ` ${value}`}`
  })
  const width = Math.max(...terms.map(term => term.length))
  const lines = names.map((name, at) => {
    const { multiple = false }: OptionRow = OPTIONS[name]
    const { means, otherwise } = optionOf(command, name)
    const rest = `${means}${multiple ? '; may be repeated' : ''}${otherwise === undefined ? '' : ` (default: ${otherwise})`}`
    return `  ${(terms[at] ?? '').padEnd(width)}  ${rest}\n`
  })
  return lines.join('')
}

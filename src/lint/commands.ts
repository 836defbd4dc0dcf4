import type { RequirementUse } from '../keys/requirements.js'
import { readEntry, SOURCE_OPTIONS } from './entries.js'
import type { Entry } from './entries.js'

/** One `pip install` or `uv pip install` of a RUN, as written. */
export interface PipCommand {
  readonly tool: 'pip' | 'uv'
  /** Files after `-r` and `-c`, as written. */
  readonly files: readonly { readonly use: RequirementUse; readonly path: string }[]
  /** Packages and options on the command line itself. */
  readonly words: readonly Entry[]
  /** Every package is checked against a hash: no index can slip in another. */
  readonly hashed: boolean
  /** What is installed already is not looked at: `--force-reinstall`, `--ignore-installed`. */
  readonly again: boolean
}

/** Finds the installing commands in the text of a RUN; `line` is where the RUN begins. */
export function pipCommands(text: string, line: number): readonly PipCommand[] {
  return text
    .split(/&&|\|\||[;|\n]/)
    .map(command => command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [])
    .flatMap(words => {
      const command = readCommand(
        words.map(word => word.replace(/["']/g, '')),
        line
      )
      return command === undefined ? [] : [command]
    })
}

const PIP = /(?:^|\/)pip[0-9.]*$/

function readCommand(words: readonly string[], line: number): PipCommand | undefined {
  const start = words.findIndex(word => PIP.test(word))
  if (start < 0) return undefined
  const rest = words.slice(start + 1)
  const verb = rest.findIndex(word => word === 'install' || word === 'sync')
  // Options of pip itself may stand before the verb; another verb may not.
  if (verb < 0 || rest.slice(0, verb).some(word => OTHER_VERB.test(word))) return undefined
  const tool = /(?:^|\/)uv$/.test(words[start - 1] ?? '') ? 'uv' : 'pip'
  return readArguments(rest.slice(verb + 1), tool, rest[verb] === 'sync', line)
}

const OTHER_VERB =
  /^(?:download|wheel|freeze|list|show|check|uninstall|compile|cache|config|index|hash|debug)$/

function readArguments(
  words: readonly string[],
  tool: 'pip' | 'uv',
  sync: boolean,
  line: number
): PipCommand {
  const files: { use: RequirementUse; path: string }[] = []
  const found: Entry[] = []
  const flags = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^[0-9]*[<>]/.test(word)) break
    const option = /^--?[A-Za-z][A-Za-z-]*/.exec(word)?.[0]
    if (option === undefined) {
      if (sync) files.push({ use: 'requirement', path: word })
      else if (!word.includes('$')) found.push(readEntry(word, { line }))
      continue
    }
    flags.add(option)
    const takesNext = word === option && VALUED.has(option)
    const entry = readEntry(takesNext ? `${word} ${words[at + 1] ?? ''}` : word, { line })
    if (takesNext) at += 1
    if (entry.kind === 'file') files.push(entry)
    else if (entry.kind === 'source') found.push(entry)
  }
  return {
    tool,
    files,
    words: found,
    hashed: flags.has('--require-hashes'),
    again: ['--force-reinstall', '--ignore-installed', '-I', '--reinstall'].some(flag => flags.has(flag))
  }
}

/** Options whose value is the next word (`pip install --help`, `uv pip install --help`). */
const VALUED: ReadonlySet<string> = new Set([
  ...SOURCE_OPTIONS,
  ...[
    '-r',
    '--requirement',
    '--requirements',
    '-c',
    '--constraint',
    '--constraints',
    '-i',
    '-f',
    '-e',
    '-t',
    '-b'
  ],
  ...[
    '--editable',
    '--target',
    '--prefix',
    '--root',
    '--src',
    '--platform',
    '--implementation',
    '--abi',
    '-C'
  ],
  ...[
    '--python',
    '-p',
    '--python-version',
    '--python-platform',
    '--progress-bar',
    '--upgrade-strategy',
    '--group'
  ],
  ...[
    '--config-settings',
    '--config-setting',
    '--global-option',
    '--no-binary',
    '--only-binary',
    '--cache-dir'
  ],
  ...['--log', '--proxy', '--retries', '--timeout', '--exists-action', '--cert', '--client-cert', '--report'],
  ...[
    '--root-user-action',
    '--use-feature',
    '--use-deprecated',
    '--override',
    '--build-constraint',
    '--link-mode'
  ],
  ...[
    '--build-constraints',
    '--overrides',
    '--excludes',
    '--exclude',
    '--extra',
    '--keyring-provider',
    '--prerelease'
  ],
  ...[
    '--resolution',
    '--exclude-newer',
    '--torch-backend',
    '--no-build-isolation-package',
    '--index-url',
    '--color'
  ]
])

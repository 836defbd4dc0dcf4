/**
 * What was given on the command line that decides which repository, commit, images and registry a command is about. A
 * command that is suggested repeats it: without `--registry` a rehearsal would go on in the registry of the manifest.
 */
export interface GivenOptions {
  readonly plan?: string
  readonly manifest?: string
  readonly base?: string
  readonly head?: string
  readonly registry?: string
  readonly platforms?: readonly string[]
  readonly images?: readonly string[]
  readonly all?: boolean
  readonly rebuild?: boolean
  readonly also?: readonly string[]
}

const SELECTION = ['manifest', 'base', 'head', 'registry', 'platforms', 'images', 'all', 'rebuild'] as const

/** Which of them each command that is suggested takes. */
const REPEATED = {
  plan: SELECTION,
  build: ['plan', ...SELECTION],
  release: ['plan', 'manifest', 'head', 'registry', 'platforms'],
  clean: ['manifest', 'head', 'registry', 'also'],
  lock: ['manifest']
} as const satisfies Readonly<Record<string, readonly (keyof GivenOptions)[]>>

/** Names of options that are not those of their keys. */
const NAMES: Readonly<Partial<Record<keyof GivenOptions, string>>> = {
  platforms: 'platform',
  images: 'image'
}

/**
 * A command to paste into a shell: `base-images build --registry localhost:5000/try`, with what was given of the options
 * that it takes, quoted where a shell would read more than a word, and then `more`, further arguments.
 */
export function suggestedCommand(
  command: keyof typeof REPEATED,
  given: GivenOptions,
  more: readonly string[] = []
): string {
  const repeated = REPEATED[command].flatMap(key => {
    const value = given[key]
    const name = `--${NAMES[key] ?? key}`
    if (typeof value === 'boolean') return value ? [name] : []
    const values = typeof value === 'string' ? [value] : (value ?? [])
    // A value that looks like an option has to hang on its name.
    return values.flatMap(each => (each.startsWith('-') ? [`${name}=${each}`] : [name, each]))
  })
  return ['base-images', command, ...repeated, ...more].map(quoted).join(' ')
}

/** A word that a POSIX shell takes as it stands. */
function quoted(word: string): string {
  return /^[\w./:@%+,-][\w./:@%+,=~-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

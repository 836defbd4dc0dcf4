import { InputError } from './inputs.js'

/** Names by which a secret would change how programs run, rather than be read by one build. */
const RESERVED = new RegExp(
  `^(?:${[
    'PATH|HOME|SHELL|IFS|ENV|BASH_ENV|TMPDIR|SOURCE_DATE_EPOCH|.*_PROXY|.*_proxy',
    '(?:NODE|npm|LD|DYLD|SSL|GIT|DOCKER|BUILDX|BUILDKIT|EXPERIMENTAL)_.*',
    '(?:BASE_IMAGES|GITHUB|RUNNER|ACTIONS|INPUT)_.*'
  ].join('|')})$`
)

/**
 * Reads `NAME=value` lines; empty lines and lines that start with `#` do not count. A wrong line is told by its number: its
 * text may be a secret.
 */
export function readSecretLines(text: string): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>()
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(0, equals)).trim()
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name)) {
      throw new InputError(`input build-secrets: line ${index + 1} is not of the form NAME=value`)
    }
    if (RESERVED.test(name)) {
      throw new InputError(
        `input build-secrets: line ${index + 1} sets ${name}, which programs read; take another name`
      )
    }
    if (secrets.has(name)) throw new InputError(`input build-secrets: line ${index + 1} sets ${name} again`)
    secrets.set(name, line.slice(equals + 1))
  }
  return secrets
}

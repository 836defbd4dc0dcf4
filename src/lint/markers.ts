/** What is known of the machine that an image is for: Linux and CPython, its processor by platform. */
function known(name: string, platform: string): string | undefined {
  switch (name) {
    case 'sys_platform':
      return 'linux'
    case 'platform_system':
      return 'Linux'
    case 'os_name':
      return 'posix'
    case 'platform_machine':
      return MACHINES[platform.split('/')[1] ?? '']
    case 'extra':
      return ''
    default:
      return undefined
  }
}

const MACHINES: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' }

/**
 * False when an environment marker (PEP 508) is surely false on a platform such as `linux/amd64`. What is not known,
 * such as the version of Python, may hold; so may a marker that cannot be read.
 */
export function mayApply(marker: string, platform: string): boolean {
  if (marker === '' || marker.length > MOST_MARKER) return true
  const tokens = marker.match(/\(|\)|"[^"]*"|'[^']*'|[a-z_]+(?:\.[a-z_]+)*|[<>=!~]+/g) ?? []
  const reader = { tokens, at: 0, platform }
  const value = either(reader)
  return value !== false || reader.at < tokens.length
}

/** Longer ones are not read: they nest deeper than anything a person or a resolver writes. */
const MOST_MARKER = 2000

interface Reader {
  readonly tokens: readonly string[]
  at: number
  readonly platform: string
}

/** True, false, or undefined for what is not known. */
type Truth = boolean | undefined

function either(reader: Reader): Truth {
  let value = both(reader)
  while (reader.tokens[reader.at] === 'or') {
    reader.at += 1
    const next = both(reader)
    value = value === true || next === true ? true : value === false && next === false ? false : undefined
  }
  return value
}

function both(reader: Reader): Truth {
  let value = comparison(reader)
  while (reader.tokens[reader.at] === 'and') {
    reader.at += 1
    const next = comparison(reader)
    value = value === false || next === false ? false : value === true && next === true ? true : undefined
  }
  return value
}

function comparison(reader: Reader): Truth {
  if (reader.tokens[reader.at] === '(') {
    reader.at += 1
    const value = either(reader)
    if (reader.tokens[reader.at] === ')') reader.at += 1
    return value
  }
  const [left = '', operator = '', right = ''] = reader.tokens.slice(reader.at, reader.at + 3)
  reader.at += 3
  const [a, b] = [valueOf(left, reader.platform), valueOf(right, reader.platform)]
  if (a === undefined || b === undefined) return undefined
  return operator === '==' ? a === b : operator === '!=' ? a !== b : undefined
}

function valueOf(token: string, platform: string): string | undefined {
  return /^["']/.test(token) ? token.slice(1, -1) : known(token, platform)
}

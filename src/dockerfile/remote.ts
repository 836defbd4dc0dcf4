/** What a source of ADD or COPY is. */
export type SourceKind = 'local' | 'http' | 'git'

const SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:/
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * Tells local paths from web and git addresses (BuildKit, `dfgitutil.ParseGitRef`): git is `git://`, `ssh://`,
 * `user@host:path`, and `http(s)://` with a path that ends in `.git`; `github.com/…` without a scheme is a local path.
 */
export function sourceKind(source: string): SourceKind {
  const scheme = /^([a-zA-Z0-9]+):\/\//.exec(source)?.[1]?.toLowerCase()
  if (scheme === undefined) return SCP.test(source) ? 'git' : 'local'
  if (scheme === 'git' || scheme === 'ssh') return 'git'
  if ((scheme === 'http' || scheme === 'https') && pathOf(source).endsWith('.git')) return 'git'
  return /^https?:\/\//.test(source) ? 'http' : 'local'
}

function pathOf(address: string): string {
  return address.replace(/[?#][^]*$/, '').replace(/^[a-zA-Z0-9]+:\/\/[^/]*/, '')
}

/** Whether the content of a git address is fixed: a full commit as the reference, `?checksum=`, `?commit=` or `?ref=`. */
export function namesCommit(address: string): boolean {
  const [beforeFragment = '', fragment = ''] = cut(address, '#')
  const [, query = ''] = cut(beforeFragment, '?')
  if (COMMIT.test(cut(fragment, ':')[0] ?? '')) return true
  const values = new URLSearchParams(query)
  return ['checksum', 'commit', 'ref'].some(name => COMMIT.test(values.get(name) ?? ''))
}

function cut(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Whether `--checksum` fixes the content: any digest of a web address, a full commit of a git one. */
export function fixesContent(kind: SourceKind, checksum: string): boolean {
  return kind === 'git' ? COMMIT.test(checksum) : checksum !== ''
}

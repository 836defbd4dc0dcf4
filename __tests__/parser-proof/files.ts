import { isUtf8 } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A Dockerfile of this repository: a file of its own, or a text in another file. */
export interface KnownFile {
  readonly name: string
  readonly text: string | Uint8Array
}

const DOCKERFILE = /(?:^|[./])(?:Dockerfile|Build\.file)(?:\.[a-z-]+)?$/i
const NO_DOCKERFILE = /\.(?:dockerignore|rego|ts|md|js)$/i

/**
 * Every Dockerfile that git knows below `root`: files of that name, those in golden cases and in kept cases of the proof, and
 * examples in Markdown.
 */
export function dockerfilesOf(root: string): readonly KnownFile[] {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  return paths.flatMap(path => {
    if (isDockerfile(path)) return [{ name: path, text: asText(readFileSync(join(root, path))) }]
    const text = (): string => readFileSync(join(root, path), 'utf8')
    if (/^__tests__\/.*\.ya?ml$|^__tests__\/proof\/cases\/.*\.json$/.test(path))
      return inValue(path, parse(text()))
    if (path.endsWith('.md')) return inMarkdown(path, text())
    return []
  })
}

/** Bytes stay bytes when they are no UTF-8. */
function asText(bytes: Buffer): string | Uint8Array {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes
}

function isDockerfile(path: string): boolean {
  return path.endsWith('.dockerfile') || (DOCKERFILE.test(path) && !NO_DOCKERFILE.test(path))
}

/** Texts under a key that names a Dockerfile, at any depth. */
function inValue(name: string, value: unknown): readonly KnownFile[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const whole = `${name} ${key}`
    return typeof inner === 'string' && isDockerfile(key)
      ? [{ name: whole, text: inner }]
      : inValue(whole, inner)
  })
}

function inMarkdown(name: string, text: string): readonly KnownFile[] {
  const fences = text.matchAll(/^```dockerfile\n([^]*?)^```/gim)
  return [...fences].map(([, example = ''], at) => ({ name: `${name} example ${at + 1}`, text: example }))
}

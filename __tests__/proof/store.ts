import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { encodePath } from '../../src/io/paths.js'
import { GIT_ENVIRONMENT, type Content } from '../support/repository.js'

type Files = Readonly<Record<string, Exclude<Content, null>>>

/** Starts an empty repository that takes the commits of many cases. */
export function openStore(folder: string): void {
  execFileSync('git', ['init', '--quiet', folder], { env: environment() })
}

/** Writes commits without a checkout; gives the name of each. */
export function commitAll(folder: string, name: string, sides: readonly Files[]): readonly string[] {
  const refs = sides.map((_, index) => `refs/proof/${name}/${index}`)
  const stream = sides.flatMap((files, index) => commitStream(refs[index] ?? '', files))
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: folder,
    input: Buffer.concat(stream),
    env: environment()
  })
  return refs
}

function commitStream(ref: string, files: Files): readonly Uint8Array[] {
  const parts: Uint8Array[] = [
    Buffer.from(`commit ${ref}\ncommitter Proof <proof@example.org> 1767571200 +0000\ndata 0\ndeleteall\n`)
  ]
  for (const [path, content] of Object.entries(files)) {
    const data = bytesOf(content)
    const head = Buffer.concat([
      Buffer.from(`M ${modeOf(content)} inline `),
      quoted(path),
      Buffer.from(`\ndata ${data.length}\n`)
    ])
    parts.push(head, data, Buffer.from('\n'))
  }
  return parts
}

/** Names with bytes that are no UTF-8 also stand in Dockerfiles and links. */
function bytesOf(content: Exclude<Content, null>): Buffer {
  if (content instanceof Uint8Array) return Buffer.from(content)
  if (typeof content === 'string') return encodePath(content)
  const text = 'link' in content ? content.link : content.executable
  return typeof text === 'string' ? encodePath(text) : Buffer.from(text)
}

function modeOf(content: Exclude<Content, null>): string {
  if (typeof content === 'string' || content instanceof Uint8Array) return '100644'
  return 'link' in content ? '120000' : '100755'
}

/** A path as git quotes it. */
function quoted(path: string): Buffer {
  const bytes = [...encodePath(path)].map(byte =>
    byte === 0x22 || byte === 0x5c || byte < 0x20
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte)
  )
  return Buffer.from(`"${bytes.join('')}"`, 'latin1')
}

/** Writes the files of a commit as a checkout has them: not from git, so that nothing of ours stands between. */
export function checkOut(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    const at = Buffer.concat([Buffer.from(`${folder}/`), encodePath(path)])
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    const bytes = bytesOf(content)
    if (typeof content === 'object' && 'link' in content) symlinkSync(bytes, at)
    else writeFileSync(at, bytes)
    if (modeOf(content) === '100755') chmodSync(at, 0o755)
  }
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return { ...Object.fromEntries(own), ...GIT_ENVIRONMENT }
}

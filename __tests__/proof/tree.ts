import type { Content } from '../support/repository.js'
import type { Random } from './random.js'
import { tarOf } from './tar.js'

/** Files of a commit, by path. */
export type FileMap = Map<string, Exclude<Content, null>>

/** Paths that a build context is made of. Odd names are as legal as the others. */
const PLAIN = [
  'a.txt',
  'b.txt',
  'note.md',
  'app/main.py',
  'app/util.py',
  'app/lib/one.py',
  'app/lib/deep/two.bin',
  'app/empty.txt',
  'bin/run.sh',
  'bin/check.sh',
  'conf/base.conf',
  'conf/site/site.conf',
  'data/one.csv',
  'data/two.csv',
  'data/2024/three.csv',
  'docs/README.md',
  'docs/guide/start.md',
  'node_modules/m/index.js',
  'tmp/only.log',
  '.hidden',
  '.config/settings'
]
const ODD = [
  'two words.txt',
  'data/two words.csv',
  'docs/über.md',
  'docs/日本.md',
  'conf/[x].conf',
  'conf/star*.conf',
  'conf/what?.conf',
  '#hash.txt',
  '!bang.txt',
  '+plus/file+.txt',
  '$dollar.txt',
  'quote"d.txt',
  "apo's.txt",
  'back\\slash.txt',
  '-dash.txt',
  'a.b/c.d',
  'app/Main.py',
  'A.txt'
]
/** Where symbolic links stand, and odd targets: out of the context, absolute, through each other, nowhere. */
const LINKS: readonly (readonly [string, readonly string[]])[] = [
  ['link.txt', ['a.txt', './b.txt', 'app/main.py', 'nowhere']],
  ['linked', ['app', 'docs/', '.', './data/.']],
  ['app/up.txt', ['../a.txt', '../../a.txt', '../../../../etc/hostname']],
  ['app/here', ['lib', '..', '.', '../docs']],
  ['chain', ['link.txt', 'linked', 'linked/lib', 'chain2']],
  ['chain2', ['chain', 'link.txt', 'data']],
  ['docs/latest', ['guide', '../data', 'guide/start.md']],
  ['absolute', ['/etc/hostname', '/', '/docs/README.md']],
  ['outside', ['../outside.txt', '../..', '../../images']],
  ['conf/link.conf', ['base.conf', '../link.txt', 'site/site.conf']]
]

/** Every path that the generator may give to a file. */
export const PATHS: readonly string[] = [...PLAIN, ...ODD]

/** A file's content: short, and seldom the same twice. */
export function textOf(random: Random): string {
  return random.weighted({ line: 8, empty: 0.3, lines: 3 }) === 'empty'
    ? ''
    : `text ${random.between(0, 1e6)}\n`.repeat(random.between(1, 3))
}

/** A file or an executable, for a path. */
export function fileFor(path: string, random: Random): Exclude<Content, null> {
  const text = textOf(random)
  return path.endsWith('.sh') || random.chance(0.06) ? { executable: text } : text
}

/** An archive that ADD unpacks. */
export function archive(random: Random, compressed: boolean): Uint8Array {
  return tarOf(
    [
      { name: 'in/', kind: 'folder' },
      { name: 'in/file.txt', kind: 'file', text: textOf(random) },
      { name: 'in/run.sh', kind: 'file', text: textOf(random), mode: 0o755 },
      { name: 'link', kind: 'link', text: 'in/file.txt' }
    ],
    compressed
  )
}

/** A symbolic link for a path, mostly to a file or folder below the same context. */
export function linkFor(
  files: ReadonlyMap<string, unknown>,
  context: string,
  path: string,
  random: Random
): { readonly link: string } {
  const others = below(files, context).filter(other => other !== path)
  if (others.length > 0 && random.chance(0.7)) {
    const chosen = random.pick(others)
    const target = random.chance(0.35) && chosen.includes('/') ? chosen.replace(/\/[^/]*$/, '') : chosen
    if (random.chance(0.15)) return { link: `/${target}` }
    const depth = path.split('/').length - 1
    return { link: `${'../'.repeat(depth)}${target}` }
  }
  const odd = LINKS.find(([name]) => path === name)?.[1]
  return { link: random.pick(odd ?? ['a.txt', 'nowhere', '.', '../a.txt', 'app']) }
}

/** Fills a folder with files, links and archives; gives their paths from that folder. */
export function fillFolder(files: FileMap, folder: string, random: Random): readonly string[] {
  const chosen = [
    ...random.some(PLAIN, random.between(4, 11)),
    ...random.some(ODD, random.weighted({ none: 4, few: 4, many: 1 }) === 'none' ? 0 : random.between(1, 4))
  ]
  for (const path of chosen) put(files, join(folder, path), fileFor(path, random))
  for (const [path] of random.some(LINKS, random.chance(0.55) ? random.between(1, 4) : 0)) {
    put(files, join(folder, path), linkFor(files, folder, path, random))
  }
  // A byte that is no UTF-8, as the product writes it.
  if (random.chance(0.02)) put(files, join(folder, 'data/latin-\udce9.txt'), textOf(random))
  if (random.chance(0.2)) put(files, join(folder, 'pack.tar'), archive(random, false))
  if (random.chance(0.1)) put(files, join(folder, 'data/pack.tgz'), archive(random, true))
  return below(files, folder)
}

/** Puts a file where a tree can have it; false when a file stands where a folder is needed, or the other way round. */
export function put(files: FileMap, path: string, content: Exclude<Content, null>): boolean {
  const parts = path.split('/')
  if (parts.some((_, index) => index > 0 && files.has(parts.slice(0, index).join('/')))) return false
  for (const other of files.keys()) if (other.startsWith(`${path}/`)) return false
  files.set(path, content)
  return true
}

/** The paths below a folder, from it. */
export function below(files: ReadonlyMap<string, unknown>, folder: string): readonly string[] {
  if (folder === '.') return [...files.keys()].sort()
  return [...files.keys()]
    .filter(path => path.startsWith(`${folder}/`))
    .map(path => path.slice(folder.length + 1))
    .sort()
}

/** Joins a folder of the manifest (`.` is the root) and a path. */
export function join(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`
}

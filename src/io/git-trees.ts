import { isUtf8 } from 'node:buffer'
import { listedTree } from '../context/tree.js'
import type { FileMode, Tree, TreeEntry } from '../context/types.js'
import type { TreeChange } from '../ports.js'
import { GitError, gitWords } from './git-error.js'
import type { ReadObject } from './git-objects.js'
import { decodePath } from './paths.js'
import type { RawProcessResult } from './process.js'

/** Runs git in the repository, with standard output as bytes: names of files need not be UTF-8. */
export type RunRaw = (args: readonly string[]) => Promise<RawProcessResult>

/** All files of a commit or tree object, or those at and below the given paths, with the targets of links. */
export async function readTree(
  raw: RunRaw,
  read: ReadObject,
  treeish: string,
  paths: readonly string[] = []
): Promise<Tree> {
  // `ls-tree` takes paths as they are, without globs.
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', treeish, '--', ...paths]
  const result = await raw(paths.length === 0 ? args.slice(0, -1) : args)
  if (result.code !== 0) throw new GitError(`git ls-tree of ${treeish} failed: ${gitWords(result.stderr)}`)
  const listed = records(result.stdout)
  const links = listed.filter(record => record.startsWith('120000'))
  const targets = await readLinks(
    read,
    links.map(record => entryOf(record).blob)
  )
  const targetOf = new Map(links.map(record => [pathOf(record), targets.get(entryOf(record).blob)]))
  return listedTree(
    listed.map(pathOf),
    index => entryOf(listed[index] ?? ''),
    links.length === 0,
    path => targetOf.get(path)
  )
}

/** Of `mode type id TAB path`. */
function pathOf(record: string): string {
  return record.slice(record.indexOf('\t') + 1)
}

function entryOf(record: string): TreeEntry {
  const tab = record.indexOf('\t')
  return { mode: record.slice(0, 6) as FileMode, blob: record.slice(record.indexOf(' ', 7) + 1, tab) }
}

/** Target texts of symbolic links by object id. */
export async function readLinks(
  read: ReadObject,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const blobs = await readBlobs(read, [...new Set(ids)])
  return new Map([...blobs].map(([id, content]) => [id, decodePath(content)]))
}

/** Every path of which mode or content differs between two commits or trees. */
export async function readChanges(
  raw: RunRaw,
  before: string,
  after: string
): Promise<readonly TreeChange[]> {
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '--end-of-options',
    before,
    after
  ]
  const result = await raw(args)
  if (result.code !== 0)
    throw new GitError(`git diff-tree of ${before} and ${after} failed: ${gitWords(result.stderr)}`)
  const changes: TreeChange[] = []
  const parts = records(result.stdout)
  // `:mode mode id id status` and the path, each ended by NUL; zero modes stand for "not there".
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [oldMode = '', newMode = '', oldBlob = '', newBlob = ''] = (parts[at] ?? '').slice(1).split(' ')
    changes.push({
      path: parts[at + 1] ?? '',
      ...(oldMode === '000000' ? {} : { before: { mode: oldMode as FileMode, blob: oldBlob } }),
      ...(newMode === '000000' ? {} : { after: { mode: newMode as FileMode, blob: newBlob } })
    })
  }
  return changes
}

/** Records that end with NUL; the whole output is decoded at once where it is valid UTF-8, as it nearly always is. */
function records(output: Buffer): readonly string[] {
  if (isUtf8(output)) return output.toString('utf8').split('\0').slice(0, -1)
  const found: string[] = []
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start)
    found.push(decodePath(output.subarray(start, end)))
    start = end + 1
  }
  return found
}

/** Contents of blobs by object id; throws a GitError that names one which is missing. */
export async function readBlobs(
  read: ReadObject,
  ids: readonly string[]
): Promise<ReadonlyMap<string, Uint8Array>> {
  const objects = await Promise.all(ids.map(async id => [id, await read(id)] as const))
  return new Map(
    objects.map(([id, object]) => {
      if (object === undefined) throw new GitError(`git does not have the object ${id} that a tree names`)
      return [id, object.content]
    })
  )
}

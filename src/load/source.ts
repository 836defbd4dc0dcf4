import { isUtf8 } from 'node:buffer'
import { isRegularFile } from '../context/tree.js'
import type { Tree } from '../context/types.js'
import { decodePath } from '../io/paths.js'
import type { Git } from '../ports.js'

/** The files of one commit or working tree, with texts fetched in batches. */
export interface Source {
  readonly tree: Tree
  /** Texts of files by path; a path that is no regular file is left out. Texts that are known are not fetched again. */
  readonly texts: (paths: Iterable<string>) => Promise<ReadonlyMap<string, string>>
}

/** Opens the files of a tree; `known` holds texts by object id and is shared by the commits of one run. */
export function openSource(git: Git, tree: Tree, known: Map<string, string>): Source {
  return { tree, texts: paths => readTexts(git, tree, known, paths) }
}

async function readTexts(
  git: Git,
  tree: Tree,
  known: Map<string, string>,
  paths: Iterable<string>
): Promise<ReadonlyMap<string, string>> {
  const blobOf = new Map<string, string>()
  for (const path of paths) {
    const entry = tree.get(path)
    if (isRegularFile(entry)) blobOf.set(path, entry.blob)
  }
  const missing = [...new Set(blobOf.values())].filter(blob => !known.has(blob))
  for (const [blob, bytes] of await git.blobs(missing)) known.set(blob, textOf(bytes))
  return new Map([...blobOf].map(([path, blob]) => [path, known.get(blob) ?? '']))
}

const decoder = new TextDecoder()

/** A text that is no UTF-8 keeps its bytes as file names do, so that a Dockerfile in Latin-1 finds its files. */
function textOf(bytes: Uint8Array): string {
  return isUtf8(bytes) ? decoder.decode(bytes) : decodePath(bytes)
}

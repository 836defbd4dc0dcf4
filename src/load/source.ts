import type { Tree } from '../context/types.js'
import type { Git } from '../ports.js'

/** The files of one commit or working tree, with texts fetched in batches. */
export interface Source {
  readonly tree: Tree
  /** Texts of files by path; a path that is no regular file is left out. One git call for all. */
  readonly texts: (paths: Iterable<string>) => Promise<ReadonlyMap<string, string>>
}

/** Opens the files of a commit or tree object. */
export async function openSource(git: Git, treeish: string): Promise<Source> {
  const tree = await git.tree(treeish)
  return { tree, texts: paths => readTexts(git, tree, paths) }
}

async function readTexts(
  git: Git,
  tree: Tree,
  paths: Iterable<string>
): Promise<ReadonlyMap<string, string>> {
  const blobOf = new Map<string, string>()
  for (const path of paths) {
    const entry = tree.get(path)
    if (entry !== undefined && (entry.mode === '100644' || entry.mode === '100755')) {
      blobOf.set(path, entry.blob)
    }
  }
  const blobs = await git.blobs([...new Set(blobOf.values())])
  const decoder = new TextDecoder()
  return new Map([...blobOf].map(([path, blob]) => [path, decoder.decode(blobs.get(blob))]))
}

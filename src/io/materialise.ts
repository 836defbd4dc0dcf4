import { chmod, lutimes, mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { SOURCE_EPOCH } from '../build/arguments.js'
import type { InputFile } from '../context/types.js'
import type { Git } from '../ports.js'
import { encodePath } from './paths.js'

/** A file whose content is in Git LFS and not in the repository. */
export class LfsPointerError extends Error {
  constructor(readonly path: string) {
    super(`${path} is a Git LFS pointer: its content is not in the repository`)
  }
}

const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n'

/** Modes that no umask changes. */
const MODES = { folder: 0o755, file: 0o644, executable: 0o755 }

/**
 * Writes exactly the listed files and empty folders into an empty folder, from git objects: what is not in the key
 * cannot be in the image. Modes are normalised. The time of a file follows from its content, so equal inputs give equal
 * layers and a changed source never meets compiled code that claims to fit it.
 */
export async function materialise(
  git: Git,
  files: readonly InputFile[],
  emptyFolders: readonly string[],
  folder: string
): Promise<void> {
  const blobs = await git.blobs([...new Set(files.filter(isContent).map(file => file.blob))])
  const folders = new Set<string>()
  const ensure = async (path: string): Promise<void> => {
    for (const each of ['', ...parentsOf(path), path]) {
      if (folders.has(each)) continue
      folders.add(each)
      await makeFolder(pathIn(folder, each))
    }
  }
  await ensure('')
  for (const empty of emptyFolders) await ensure(empty)
  for (const file of files.filter(isContent)) {
    const content = blobs.get(file.blob) ?? Buffer.alloc(0)
    const path = pathIn(folder, file.contextPath)
    await ensure(file.contextPath.slice(0, Math.max(0, file.contextPath.lastIndexOf('/'))))
    const time = timeOf(file.blob)
    if (file.mode === '120000') {
      await symlink(Buffer.from(content), path)
      await lutimes(path, time, time)
      continue
    }
    if (Buffer.from(content.subarray(0, LFS_POINTER.length)).toString('latin1') === LFS_POINTER) {
      throw new LfsPointerError(file.path)
    }
    await writeFile(path, content)
    await chmod(path, file.mode === '100755' ? MODES.executable : MODES.file)
    await utimes(path, time, time)
  }
  // Last, since writing into a folder moves its time.
  for (const each of folders) await utimes(pathIn(folder, each), SOURCE_EPOCH, SOURCE_EPOCH)
}

/** A submodule is a commit of another repository: there is nothing to write. */
function isContent(file: InputFile): boolean {
  return file.mode !== '160000'
}

async function makeFolder(path: string | Buffer): Promise<void> {
  await mkdir(path, { recursive: true })
  await chmod(path, MODES.folder)
}

function pathIn(folder: string, path: string): Buffer {
  return path === '' ? Buffer.from(folder) : Buffer.concat([Buffer.from(`${folder}/`), encodePath(path)])
}

function parentsOf(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Seconds since the epoch, in the eight years after SOURCE_EPOCH. */
function timeOf(blob: string): number {
  return SOURCE_EPOCH + Number.parseInt(blob.slice(0, 7), 16)
}

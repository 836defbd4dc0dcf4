import { posix } from 'node:path'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { realFolder } from '../io/files.js'
import type { World } from '../world.js'
import type { CliOptions } from './options.js'

/**
 * The options with `manifest` and `simulate` as paths from the repository root. They are given as git takes paths: from the
 * folder the command was started in, or absolute. Outside of a repository they stay as they are. Throws a UserError for a
 * path that is outside of the clone.
 */
export async function fromRoot(options: CliOptions, world: World): Promise<CliOptions> {
  const { manifest, simulate } = options
  // Git is waited for only when there is something to place: it answers while the command is loaded.
  if (manifest === undefined && simulate.length === 0) return options
  const git = await world.git()
  if (git === undefined) return options
  const placed = (option: string, path: string): Promise<string> =>
    place(world.folder, git.root, option, path)
  return {
    ...options,
    ...(manifest === undefined ? {} : { manifest: orDot(await placed('--manifest', manifest)) }),
    simulate: await Promise.all(simulate.map(path => placed('--simulate', path)))
  }
}

/** The root itself needs a name where a finding is told of it. */
function orDot(path: string): string {
  return path === '' ? '.' : path
}

async function place(from: string, root: string, option: string, text: string): Promise<string> {
  const path = posix.resolve(from, text)
  for (const folder of foldersTo(path)) {
    // Links inside of the clone are files of it, so only the way to its root is followed.
    if (folder === root || (await realFolder(folder)) === root) return posix.relative(folder, path)
  }
  throw new UserError(
    errorAt(
      'E004',
      COMMAND_LINE,
      `${option} ${JSON.stringify(text)} is outside of the repository`,
      `give a path below ${root}, from the folder you are in or absolute`
    )
  )
}

/** A path and all folders above it, the root of the file system first. */
function foldersTo(path: string): readonly string[] {
  const parent = posix.dirname(path)
  return parent === path ? [path] : [...foldersTo(parent), path]
}

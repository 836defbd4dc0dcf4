import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openGit } from '../../src/io/git.js'
import { openWorld } from '../../src/io/world.js'
import { openPlace } from './buildkit.js'
import type { Rig } from './run-case.js'
import { openStore } from './store.js'

/** A rig on a running engine, with what removes its folders again. */
export async function openRig(
  host: string,
  environment: NodeJS.ProcessEnv
): Promise<{ rig: Rig; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'base-images-proof-'))
  const store = join(folder, 'store')
  openStore(store)
  const git = await openGit(store)
  if (git === undefined) throw new Error('the repository of the proof cannot be opened')
  const quiet = (): void => undefined
  const log = { info: quiet, warn: quiet, error: quiet, group: quiet }
  const world = { ...openWorld({ log, folder: store }), git: () => Promise.resolve(git) }
  const place = await openPlace(host, environment)
  const rig: Rig = { place, world, git, store, scratch: join(folder, 'work') }
  return { rig, close: () => rmSync(folder, { recursive: true, force: true }) }
}

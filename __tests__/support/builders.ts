import { join } from 'node:path'
import { builderEnvironment, ensureBuilder } from '../../tools/engine/builder.mjs'
import { startBuildkitd, stopBuildkitd } from '../../tools/engine/buildkitd.mjs'
import { defaultBinDir } from '../../tools/engine/paths.mjs'
import { useEngine } from './engine.js'
import { temporaryFolder } from './repository.js'

/** Builders of buildx, each with a BuildKit daemon of its own, in one configuration of buildx. */
export interface Builders {
  /** What a process needs to see them; none of them is the one that buildx takes by itself. */
  readonly environment: Readonly<Record<string, string>>
  /** Sends a signal to a daemon: `SIGKILL` and it is gone, `SIGTERM` and it ends in order, `SIGSTOP` and it is mute. */
  readonly signal: (name: string, signal: NodeJS.Signals) => void
  /** Starts a daemon that has ended. */
  readonly start: (name: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a BuildKit daemon for each name, which take images from the shared engine's registry. */
export async function startBuilders(names: readonly string[]): Promise<Builders> {
  const { host } = useEngine()
  const folder = temporaryFolder('builders')
  const place = {
    buildx: join(defaultBinDir(), 'buildx'),
    configDir: join(folder, 'buildx'),
    dockerConfigDir: join(folder, 'docker')
  }
  const pids = new Map<string, number>()
  const start = async (name: string): Promise<void> => {
    const { pid, address } = await startBuildkitd({ dir: join(folder, name), mirror: host })
    await ensureBuilder({ ...place, name }, address)
    pids.set(name, pid)
  }
  for (const name of names) await start(name)
  return {
    environment: builderEnvironment({ ...place, name: '' }),
    signal: (name, signal) => {
      const pid = pids.get(name)
      if (pid === undefined) throw new Error(`There is no builder ${name}.`)
      process.kill(pid, signal)
    },
    start,
    stop: async () => {
      for (const name of names) await stopBuildkitd(join(folder, name))
    }
  }
}

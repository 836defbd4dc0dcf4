import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../proof/random.js'
import { ownPrefix, PLATFORM } from '../support/engine.js'
import { manifestOf, publicDigest, pull, tagsOf } from '../support/registry-view.js'
import type { CommandEnd, Start } from './command.js'
import { IMAGES } from './tree.js'
import type { Victim } from './victims.js'

/** The daemons as they run now. */
export interface Daemons {
  readonly registry: { readonly host: string; readonly pid: number }
  readonly buildkitd: { readonly pid: number }
}

/** What trials work with. */
export interface Ground {
  readonly start: Start
  /** Starts what does not run any more. */
  readonly revive: () => Promise<Daemons>
  /** Takes everything from the builder. */
  readonly empty: () => void
}

/** Digests by image, and how long build and release took, of a run that nobody disturbed. */
export interface Undisturbed {
  readonly digests: Readonly<Record<string, string>>
  readonly milliseconds: Readonly<Record<Victim['during'], number>>
}

/** What one kill came to. */
export interface Trial {
  readonly victim: Victim
  /** Whether the command still ran. */
  readonly isHit: boolean
  /** Milliseconds after the start of the command. */
  readonly at: number
  readonly first: CommandEnd
  readonly repeated: CommandEnd
  /** Images that were in staging under their key after the kill. */
  readonly finished: readonly string[]
  /** Those of them that the repetition built again. */
  readonly rebuilt: readonly string[]
  /** What is not as it should be; empty when all is. */
  readonly wrong: string
}

/** Builds and releases into a new prefix, undisturbed. */
export async function runUndisturbed(ground: Ground): Promise<Undisturbed> {
  const { registry } = await ground.revive()
  ground.empty()
  const prefix = ownPrefix(registry.host)
  const built = await ground.start(argumentsOf('build', prefix)).end
  const released = await ground.start(argumentsOf('release', prefix)).end
  if (built.code !== 0 || released.code !== 0) throw new Error(`undisturbed: ${built.err}\n${released.err}`)
  return {
    digests: await publicDigests(prefix),
    milliseconds: { build: built.milliseconds, release: released.milliseconds }
  }
}

/**
 * Kills the victim at a random moment of the command, starts what is dead again a moment later, and runs the same command
 * again when the first has ended. Then builds and releases what is not yet.
 */
export async function tryKill(
  ground: Ground,
  victim: Victim,
  random: Random,
  undisturbed: Undisturbed
): Promise<Trial> {
  const daemons = await ground.revive()
  const prefix = ownPrefix(daemons.registry.host)
  ground.empty()
  if (victim.during === 'release') await ground.start(argumentsOf('build', prefix)).end
  const args = argumentsOf(victim.during, prefix)
  const at = Math.round(random.next() * 0.95 * undisturbed.milliseconds[victim.during])
  const away = random.between(0, 1500)

  const command = ground.start(args)
  let isOver = false
  const ended = command.end.then(end => {
    isOver = true
    return end
  })
  await Promise.race([pause(at), ended])
  const isHit = !isOver
  if (victim.what === 'command') command.child.kill(victim.signal)
  else {
    process.kill(daemons[victim.what].pid, victim.signal)
    await pause(away)
    await ground.revive()
  }
  const first = await ended

  const staging = `${prefix}/fixture-build`
  const finished = await finishedIn(staging)
  const halves = await halvesIn(prefix, staging)
  const repeated = await ground.start(args).end
  const rebuilt = finished.filter(image => repeated.builds.includes(image))
  const released = await ground.start(argumentsOf('release', prefix)).end
  const wrong = [
    ...halves,
    ...(repeated.code === 0 ? [] : [`the repetition ends with ${repeated.code}: ${repeated.err}`]),
    ...(rebuilt.length === 0 ? [] : [`built again: ${rebuilt.join(', ')}`]),
    ...(released.code === 0 ? [] : [`the release ends with ${released.code}: ${released.err}`]),
    ...(first.code === 3 ? [`an internal error: ${first.err}`] : []),
    ...(await differences(prefix, undisturbed))
  ]
  return { victim, isHit, at, first, repeated, finished, rebuilt, wrong: wrong.join('\n') }
}

function argumentsOf(command: Victim['during'], prefix: string): readonly string[] {
  return [command, '--head', 'HEAD', '--registry', prefix]
}

/** Images that staging has under their key. */
async function finishedIn(staging: string): Promise<readonly string[]> {
  const platform = PLATFORM.replaceAll('/', '-')
  const tags = await tagsOf(staging)
  return IMAGES.filter(image => tags.some(tag => tag.startsWith(`${image}-${platform}-in-`)))
}

/** Tags of staging and of public repositories that lead to something that is not whole. */
async function halvesIn(prefix: string, staging: string): Promise<readonly string[]> {
  const halves: string[] = []
  for (const repository of [staging, ...IMAGES.map(image => `${prefix}/${image}`)]) {
    for (const tag of await tagsOf(repository)) {
      try {
        await pull(repository, (await manifestOf(repository, tag))?.digest ?? 'nothing')
      } catch (error) {
        halves.push(`${repository}:${tag} is not whole: ${String(error)}`)
      }
    }
  }
  return halves
}

async function publicDigests(prefix: string): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {}
  for (const image of IMAGES)
    digests[image] = (await publicDigest(`${prefix}/${image}`, 'latest', PLATFORM)) ?? 'nothing'
  return digests
}

async function differences(prefix: string, { digests }: Undisturbed): Promise<readonly string[]> {
  const found = await publicDigests(prefix)
  const other = IMAGES.filter(image => found[image] !== digests[image])
  const record = (await tagsOf(`${prefix}/fixture-record`)).includes('latest') ? [] : ['no release record']
  return [...other.map(image => `${image} is ${found[image]} and not ${digests[image]}`), ...record]
}

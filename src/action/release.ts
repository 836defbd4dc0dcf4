import { EXIT } from '../commands/outcome.js'
import { release } from '../commands/release.js'
import type { ActionsHost } from '../io/actions-host.js'
import type { ReleaseResult } from '../release/types.js'
import type { World } from '../world.js'
import type { Ending } from './ending.js'
import { invalidEnding } from './ending.js'
import { optionalText, strictBoolean } from './inputs.js'
import { readPlatforms } from './jobs.js'
import { logIn } from './machine.js'
import { packRelease, unpackPlan } from './transport.js'

/** The action that makes what is public equal to the commit of the plan; red when it refused or stopped. */
export async function releaseAction(host: ActionsHost, world: World): Promise<Ending> {
  await logIn(host, world)
  const registry = optionalText(host.input, 'registry')
  const platforms = readPlatforms(host.input)
  const outcome = await release(world, {
    plan: unpackPlan(host.input('plan')),
    dryRun: strictBoolean(host.input, 'dry-run'),
    allowRewind: strictBoolean(host.input, 'allow-rewind'),
    ...(registry === undefined ? {} : { registry }),
    ...(platforms === undefined ? {} : { platforms })
  })
  if (outcome.kind === 'invalid') return invalidEnding(host, outcome.diagnostics)
  const result = outcome.value
  host.annotate([...outcome.warnings, ...result.diagnostics])
  for (const line of releaseLog(result)) host.log.info(line)
  host.output('state', result.state)
  host.output('digests', JSON.stringify(digestsOf(result)))
  host.output('record', recordOf(result))
  host.output('release', packRelease(result))
  return result.state === 'released' || result.state === 'dry run' ? EXIT.done : EXIT.failed
}

function releaseLog(result: ReleaseResult): readonly string[] {
  return [
    `Release: ${result.state}`,
    ...result.images.map(image => {
      const moved = image.moved.map(tag => `${image.repository}:${tag}`).join(', ')
      return `${image.name}: ${image.state}${moved === '' ? '' : ` ${moved}`} ${image.digest ?? ''}`.trimEnd()
    }),
    ...(result.record === undefined ? [] : [`Record: ${result.record.state} ${recordOf(result)}`])
  ]
}

function digestsOf(result: ReleaseResult): Readonly<Record<string, string>> {
  return Object.fromEntries(
    result.images.flatMap(image => (image.digest === undefined ? [] : [[image.name, image.digest] as const]))
  )
}

function recordOf(result: ReleaseResult): string {
  return result.record === undefined ? '' : `${result.record.repository}@${result.record.digest}`
}

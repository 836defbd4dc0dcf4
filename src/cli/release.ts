import { OWN_REGISTRY } from '../commands/opened.js'
import { EXIT } from '../commands/outcome.js'
import { release } from '../commands/release.js'
import { renderReleaseText } from '../report/release.js'
import { plannedOrRead } from './build.js'
import type { Invocation } from './run.js'

/** `base-images release`. */
export async function releaseFace({ world, options, given, terminal, tell }: Invocation): Promise<number> {
  const planned = await plannedOrRead(world, options)
  if (planned.kind === 'invalid') {
    tell(planned.diagnostics)
    return EXIT.invalid
  }
  const outcome = await release(world, {
    ...planned.value,
    registry: options.registry ?? OWN_REGISTRY,
    dryRun: options.dryRun,
    allowRewind: options.allowRewind,
    given,
    ...(options.platforms === undefined ? {} : { platforms: options.platforms })
  })
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  const result = outcome.value
  tell([...outcome.warnings, ...result.diagnostics])
  terminal.out(
    options.format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : renderReleaseText(result)
  )
  return result.state === 'released' || result.state === 'dry run' ? EXIT.done : EXIT.failed
}

import { clean } from '../commands/clean.js'
import { OWN_REGISTRY } from '../commands/opened.js'
import { EXIT } from '../commands/outcome.js'
import type { CleanReport } from '../release/clean-types.js'
import { renderCleanText } from '../report/clean.js'
import type { Invocation } from './run.js'

/** `base-images clean`. */
export async function cleanFace({ world, options, given, terminal, tell }: Invocation): Promise<number> {
  const { manifest, head, also, keep, apply } = options
  const outcome = await clean(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(head === undefined ? {} : { head }),
    also,
    keep,
    apply,
    registry: options.registry ?? OWN_REGISTRY
  })
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  const report = outcome.value
  tell(report.diagnostics)
  terminal.out(options.format === 'json' ? `${jsonOf(report)}\n` : renderCleanText(report, given))
  return report.state === 'cleaned' || report.state === 'dry run' ? EXIT.done : EXIT.failed
}

/** Times as ISO 8601 in place of milliseconds. */
function jsonOf(report: CleanReport): string {
  const { now, keep, rows, ...rest } = report
  const document = {
    ...rest,
    now: new Date(now).toISOString(),
    keepHours: keep / 3_600_000,
    rows: rows.map(row => ({ ...row, since: new Date(row.since).toISOString() }))
  }
  return JSON.stringify(document, undefined, 2)
}

import { readHead } from '../commands/graph.js'
import { EXIT } from '../commands/outcome.js'
import { hasErrors } from '../diagnostics/diagnostic.js'
import { renderJson, renderText } from '../diagnostics/render.js'
import type { Invocation } from './run.js'

/** `base-images lint`: every finding about the manifest, the Dockerfiles and the lock on standard output. */
export async function lintFace({ world, options, terminal }: Invocation): Promise<number> {
  const { manifest, head } = options
  const outcome = await readHead(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(head === undefined ? {} : { head })
  })
  const findings = outcome.kind === 'invalid' ? outcome.diagnostics : outcome.warnings
  if (options.format === 'json') terminal.out(renderJson(findings))
  else
    terminal.out(findings.length === 0 ? 'No findings.\n' : renderText(findings, { colour: terminal.colour }))
  return hasErrors(findings) ? EXIT.invalid : EXIT.done
}

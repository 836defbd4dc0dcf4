import { lint } from '../commands/lint.js'
import { EXIT } from '../commands/outcome.js'
import { hasErrors } from '../diagnostics/diagnostic.js'
import { renderAnnotations, renderJson, renderText } from '../diagnostics/render.js'
import type { Invocation } from './run.js'

/** `base-images lint`: every finding about the manifest, the Dockerfiles, the lock and requirements on standard output. */
export async function lintFace({ world, options, terminal }: Invocation): Promise<number> {
  const { manifest, head } = options
  const { findings, text } = await lint(world, {
    ...(manifest === undefined ? {} : { manifest }),
    ...(head === undefined ? {} : { head })
  })
  if (options.format === 'json') terminal.out(renderJson(findings))
  else if (options.format === 'github') terminal.out(renderAnnotations(findings))
  else if (findings.length === 0) terminal.out('No findings.\n')
  else terminal.out(renderText(findings, { colour: terminal.colour, source: text }))
  return hasErrors(findings) || (options.strict && findings.length > 0) ? EXIT.invalid : EXIT.done
}

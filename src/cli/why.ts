import { EXIT } from '../commands/outcome.js'
import { why } from '../commands/why.js'
import { errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { renderWhyText } from '../report/why.js'
import { planRequest } from './plan.js'
import type { Invocation } from './run.js'

/** `base-images why IMAGE`. */
export async function whyFace({ world, options, terminal, tell }: Invocation): Promise<number> {
  const [name] = options.positionals
  if (name === undefined) {
    const message = '`why` needs the name of an image'
    throw new UserError(errorAt('E004', { file: 'command line' }, message, 'run `base-images why IMAGE`'))
  }
  const outcome = await why(world, name, planRequest(options))
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  const { image, chain, plan } = outcome.value
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify({ image, chain }, undefined, 2)}\n`
      : renderWhyText(image, chain, plan)
  )
  return EXIT.done
}

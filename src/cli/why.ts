import { EXIT } from '../commands/outcome.js'
import { why } from '../commands/why.js'
import type { Why } from '../commands/why.js'
import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import { renderWhyText } from '../report/why.js'
import { planRequest } from './plan.js'
import type { Invocation } from './run.js'

/** `base-images why IMAGE`. */
export async function whyFace({ world, options, terminal, tell }: Invocation): Promise<number> {
  const [name] = options.positionals
  if (name === undefined) {
    const message = '`why` needs the name of an image'
    throw new UserError(errorAt('E004', COMMAND_LINE, message, 'run `base-images why IMAGE`'))
  }
  const outcome = await why(world, name, planRequest(options))
  if (outcome.kind === 'invalid') {
    tell(outcome.diagnostics)
    return EXIT.invalid
  }
  const { image, chain, setAside, plan } = outcome.value
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify(jsonOf(outcome.value), undefined, 2)}\n`
      : renderWhyText(image, { chain, setAside, plan })
  )
  return EXIT.done
}

/**
 * The document of `--format json`: what was compared, the image, the chain with details, and the files that do not
 * count.
 */
function jsonOf({ image, chain, setAside, plan }: Why): unknown {
  const { base, head, simulation } = plan
  return {
    base,
    head,
    ...(simulation === undefined ? {} : { simulation }),
    image,
    chain: chain.map(({ image: link, reasons }) => ({ ...link, reasons })),
    setAside
  }
}

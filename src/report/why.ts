import type { Plan, PlannedImage } from '../plan/types.js'
import { comparisonSentence } from './headline.js'
import { visible } from '../diagnostics/escape.js'

/** The chain of causes of an image for a person: the image, the parents that drag it in, up to what changed. */
export function renderWhyText(image: PlannedImage, chain: readonly PlannedImage[], plan: Plan): string {
  const lines = [visible(comparisonSentence(plan)), '']
  if (image.action === 'none') {
    const bases = image.externalBases.length === 0 ? 'none' : image.externalBases.join(', ')
    lines.push(
      `${image.name} is not affected: none of its ${image.inputs} input files, its instructions, its arguments,`,
      `its bases (${bases}) and its parents (${image.parents.join(', ') || 'none'}) changed.`
    )
    return `${lines.join('\n')}\n`
  }
  chain.forEach((link, depth) => {
    const lead = '  '.repeat(depth)
    lines.push(`${lead}${link.name}: ${link.action}`)
    for (const reason of link.reasons) lines.push(`${lead}  because ${visible(reason.text)}`)
  })
  return `${lines.join('\n')}\n`
}

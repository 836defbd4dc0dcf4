import { markedBlock, textOf } from '../docs/markdown.js'
import { OWNER, OWN_REF } from './rewrite.js'

/**
 * The workflows of the README's quick start, word for word, by the path that it gives them: what users paste is what the
 * tests run. Only the two words that a reader replaces are replaced.
 */
export function quickStartWorkflows(): Readonly<Record<string, string>> {
  const readme = textOf('README.md')
  return {
    '.github/workflows/images.yml': pasted(markedBlock(readme, 'push')),
    '.github/workflows/pull-request.yml': pasted(markedBlock(readme, 'pull-request'))
  }
}

/** The manifest of the quick start, for a registry of the tests in place of `ghcr.io/acme`. */
export function quickStartManifest(prefix: string): string {
  return markedBlock(textOf('README.md'), 'manifest').replaceAll('ghcr.io/acme', prefix)
}

function pasted(block: string): string {
  return block.replaceAll('OWNER', OWNER).replaceAll('COMMIT', OWN_REF)
}

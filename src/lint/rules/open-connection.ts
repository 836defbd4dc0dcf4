import { warningAt } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'
import { packageSources } from './sources.js'
import type { PackageSource } from './sources.js'

/** L006: packages come over a connection on which anyone in between can change them. */
export const openConnection: Rule = check =>
  packageSources(check)
    .filter(isOpen)
    .map(source => {
      const { written, option } = source
      const why = UNCHECKED.has(option)
        ? 'the certificate of the index is not checked'
        : 'the address is plain http'
      return warningAt(
        'L006',
        at(source),
        `${check.image} installs with ${written}, and ${why}: anyone in between can change a package`,
        'use https, with the certificate of an index of your own in the image; or install from a lock with --require-hashes'
      )
    })

const UNCHECKED: ReadonlySet<string> = new Set(['--trusted-host', '--allow-insecure-host'])

function isOpen({ option, value }: PackageSource): boolean {
  if (UNCHECKED.has(option)) return true
  // Nobody is in between on this machine.
  return value.split(/\s+/).some(url => /^http:\/\/(?!(?:[^@/]*@)?(?:localhost|127\.|\[::1\]))/i.test(url))
}

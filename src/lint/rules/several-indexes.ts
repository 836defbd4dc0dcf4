import { warningAt } from '../../diagnostics/diagnostic.js'
import { at } from '../check.js'
import type { Rule } from '../check.js'
import { packageSources } from './sources.js'

/**
 * L005: pip takes the highest version that any of its indexes has, so whoever publishes a name of ours with a higher number
 * on one of them is installed (CVE-2018-20225). uv does the same when it is told to.
 */
export const severalIndexes: Rule = check =>
  packageSources(check)
    .filter(({ option, value }) => {
      if (option === '--index-strategy') return value.startsWith('unsafe-')
      return option === '--extra-index-url' && check.reading.install.tool === 'pip'
    })
    .map(source =>
      warningAt(
        'L005',
        at(source),
        `${check.image} installs with ${source.written}: the highest version of any index wins, whoever put it there`,
        'name one index with --index-url, or install from a lock with --require-hashes'
      )
    )

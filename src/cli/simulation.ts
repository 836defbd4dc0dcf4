import { COMMAND_LINE, errorAt } from '../diagnostics/diagnostic.js'
import { UserError } from '../diagnostics/user-error.js'
import type { Simulation } from '../plan/simulate.js'
import type { CliOptions } from './options.js'

/** What `--simulate` and `--simulate-base` suppose; undefined without them. Throws a UserError that names what is wrong. */
export function simulationOf(options: CliOptions): Simulation | undefined {
  if (options.simulate.length + options.simulateBase.length === 0) return undefined
  const besides = ['base', 'registry', 'rebuild'] as const
  const other = besides.find(name => options[name] !== undefined && options[name] !== false)
  if (other !== undefined) {
    throw new UserError(
      errorAt(
        'E004',
        COMMAND_LINE,
        `--${other} means nothing in a simulation, which compares what is there with what would be`,
        `leave out --${other}, or --simulate and --simulate-base`
      )
    )
  }
  return { paths: [...new Set(options.simulate)], bases: [...new Set(options.simulateBase)] }
}

import type { At } from '../entries.js'
import type { Check } from '../check.js'

/** Something that says where packages come from, with the words for it and its place. */
export interface PackageSource extends At {
  readonly file: string
  readonly option: string
  /** As a person wrote it: the option or the variable. */
  readonly written: string
  readonly value: string
}

/** Everything that says where the packages of an install come from; nothing when every package is checked by hash. */
export function packageSources({ reading, dockerfile }: Check): readonly PackageSource[] {
  if (reading.install.hashed) return []
  return [
    ...reading.install.settings.map(({ variable, ...setting }) => ({
      ...setting,
      written: variable,
      file: dockerfile
    })),
    ...reading.sources.map(source => ({ ...source, written: source.option }))
  ]
}

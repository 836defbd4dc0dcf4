import type { Instruction } from '../dockerfile/types.js'

/** An option of pip or uv that a variable gives. */
export interface IndexSetting {
  readonly variable: string
  /** The option that means the same, such as `--extra-index-url`. */
  readonly option: string
  readonly value: string
  /** Line of the Dockerfile. */
  readonly line: number
}

/** Variables of pip (`PIP_<OPTION>`) and uv ("Environment variables") that decide where packages come from. */
const VARIABLES: Readonly<Record<string, string>> = {
  PIP_INDEX_URL: '--index-url',
  PIP_EXTRA_INDEX_URL: '--extra-index-url',
  PIP_FIND_LINKS: '--find-links',
  PIP_TRUSTED_HOST: '--trusted-host',
  UV_INDEX_URL: '--index-url',
  UV_DEFAULT_INDEX: '--default-index',
  UV_INDEX: '--index',
  UV_EXTRA_INDEX_URL: '--extra-index-url',
  UV_FIND_LINKS: '--find-links',
  UV_INSECURE_HOST: '--allow-insecure-host',
  UV_INDEX_STRATEGY: '--index-strategy'
}

/** The settings that an ENV, an ARG with a default, or an assignment in a RUN makes. */
export function settingsOf({ keyword, rest, line }: Instruction): readonly IndexSetting[] {
  if (keyword !== 'ENV' && keyword !== 'ARG' && keyword !== 'RUN') return []
  const found = rest.matchAll(
    /(?:^|[\s;&|(])((?:PIP|UV)_[A-Z_]{1,40})(?:=|(?<=^[A-Z_]{1,44})\s+)["']?([^\s"';&|]*)/g
  )
  return [...found].flatMap(([, variable = '', value = '']) => {
    const option = Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable] : undefined
    return option === undefined || value === '' ? [] : [{ variable, option, value, line }]
  })
}

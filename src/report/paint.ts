import type { BuildResult } from '../build/results.js'

const COLOURS = { green: 32, yellow: 33, red: 31, blue: 34, grey: 90 } as const

/** A colour of a terminal. */
export type Colour = keyof typeof COLOURS

/** The colour of how a build ended. */
export const STATE_COLOURS: Readonly<Record<BuildResult['state'], Colour>> = {
  built: 'green',
  reused: 'green',
  failed: 'red',
  blocked: 'red',
  cancelled: 'grey'
}

/** Text in a colour by ANSI codes, where the style wants colours. */
export function paint(text: string, colour: Colour, style: { readonly colour?: boolean }): string {
  return style.colour === true ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text
}

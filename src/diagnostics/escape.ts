/**
 * Control characters, direction marks and halves of surrogate pairs: in a terminal they move the cursor, colour or
 * reorder what a person reads.
 */
const INVISIBLE = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A text of one line in which every character can be seen: others are written as `\u{…}`, tab and line ends as `\t \n
 * \r`.
 */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    character => SHORT[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`
  )
}

const SHORT: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The message of a GitHub workflow command, so that no text can end the command and start another. */
export function commandMessage(text: string): string {
  return visible(text).replaceAll('%', '%25')
}

/** A property of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

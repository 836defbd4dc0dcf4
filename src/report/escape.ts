/** Controls, and what reorders or hides text: Unicode categories Cc and Cf and the separators of lines and paragraphs. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const UNDECODED_BYTE = /[\udc80-\udcff]/gu
const LONE_SURROGATE = /\p{Cs}/gu
const MARKDOWN = /[&<>|`*_~[\]!\\{}#]/g

/**
 * Text from a repository for one cell or sentence of GitHub Markdown: one line in which nothing is a table border, a code
 * span, a link, an image, HTML, a mention or a reference to an issue.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(MARKDOWN, character => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, '@&#8203;')
    .replace(/&#35;/g, '&#35;&#8203;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, found => `${found.slice(0, 3)}&#46;`)
}

/** Text in the look of code. Text of harmless characters is a plain code span, all else is escaped within `<code>`. */
export function markdownCode(text: string): string {
  return /^[A-Za-z0-9._/:@+ -]+$/.test(text) && text.trim() === text && text !== ''
    ? `\`${text}\``
    : `<code>${markdownText(text)}</code>`
}

/** Text from a repository for one line of a terminal: no escape sequence, no line break, no hidden character. */
export function terminalLine(text: string): string {
  return visible(text)
}

/**
 * Text from a repository for a job log, line by line: no line can be read as a workflow command. The runner takes a line
 * whose first word starts with `::`, and `##[` anywhere in it, and ends lines at `\r` too
 * (actions/runner, `ActionCommand.TryParseV2` and `TryParse`).
 */
export function withoutWorkflowCommands(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/^(\s*):(?=:)/, '$1\\:').replace(/##\[/g, '## ['))
    .join('\n')
}

/** One line in which every character can be seen: breaks and tabs are spaces, what is hidden or no text is written out. */
function visible(text: string): string {
  return text
    .replace(/\r\n|[\r\n\t]/g, ' ')
    .replace(UNDECODED_BYTE, code => `\\x${(code.charCodeAt(0) - 0xdc00).toString(16)}`)
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(HIDDEN, written)
}

function written(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}

import { visible } from '../diagnostics/escape.js'

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

import { labelOf, quoted, wrong } from './fields.js'
import type { Reader } from './fields.js'
import { readAnyText } from './readers.js'

/** What the placeholders of tags stand for: the head commit's day in UTC, `2026-11-22`, and its 40 hex digits. */
export interface TagValues {
  readonly date: string
  readonly commit: string
}

/** Hex digits of a commit in a tag. */
const SHORT_COMMIT = 12
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/
const PLACEHOLDER = /\{([^{}]*)\}/g

/** Fills `{date}` and `{commit}` (its first 12 digits) into tags; tags that become equal are listed once. */
export function expandTags(tags: readonly string[], values: TagValues): readonly string[] {
  return [...new Set(tags.map(tag => expandTag(tag, values)))]
}

/** Reads a tag; it has to be a tag of the registry grammar once its placeholders are filled. */
export const readTag: Reader<string> = field => {
  const text = readAnyText(field)
  if (text === undefined) return undefined
  const unknown = [...text.matchAll(PLACEHOLDER)]
    .map(([, name]) => name)
    .find(name => !PLACEHOLDERS.has(name ?? ''))
  if (unknown !== undefined) {
    const message = `${labelOf(field.path)} has the placeholder ${quoted(`{${unknown}}`)}, expected {date} or {commit}`
    return wrong(field, 'M010', message, 'Use {date} or {commit}, or remove the braces')
  }
  if (TAG.test(expandTag(text, EXAMPLE))) return text
  const message = `${labelOf(field.path)} is ${quoted(text)}, expected a tag: up to 128 of A-Z a-z 0-9 _ . -`
  return wrong(field, 'M010', message, 'Write a tag that starts with a letter, a digit or _')
}

const PLACEHOLDERS: ReadonlySet<string> = new Set(['date', 'commit'])
const EXAMPLE: TagValues = { date: '2026-11-22', commit: '0'.repeat(40) }

function expandTag(tag: string, values: TagValues): string {
  return tag.replaceAll('{date}', values.date).replaceAll('{commit}', values.commit.slice(0, SHORT_COMMIT))
}

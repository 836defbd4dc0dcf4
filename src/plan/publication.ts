import { someOf } from '../diagnostics/shown.js'
import { canonicalJson } from '../keys/canonical.js'
import type { Json } from '../keys/canonical.js'

const TAGS_SHOWN = 5

/**
 * What of the publication of an image changed, for a person: `tags (1.0 added) and description changed`; undefined when
 * nothing did.
 */
export function publicationChange(was: Json, now: Json): string | undefined {
  const [before, after] = [record(was), record(now)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter(
    name => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null)
  )
  if (changed.length === 0) return undefined
  const parts = changed.map(name => (name === 'tags' ? tagsPart(before[name], after[name]) : name))
  return `${parts.join(' and ')} changed`
}

function tagsPart(was: Json | undefined, now: Json | undefined): string {
  const [before, after] = [texts(was), texts(now)]
  const added = after.filter(tag => !before.includes(tag))
  const removed = before.filter(tag => !after.includes(tag))
  const parts = [
    ...(added.length === 0 ? [] : [`${someOf(added, TAGS_SHOWN)} added`]),
    ...(removed.length === 0 ? [] : [`${someOf(removed, TAGS_SHOWN)} removed`])
  ]
  return parts.length === 0 ? 'tags' : `tags (${parts.join(', ')})`
}

function record(value: Json): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {}
}

function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

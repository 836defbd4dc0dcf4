import { readRequirements } from './requirements.js'
import type { RequirementLine } from './requirements.js'

/**
 * The lines of a requirements file that came, went or changed, in words such as `numpy 1.26.4 → 2.1.3`, packages by name
 * first; nothing when only order or comments differ.
 */
export function pinChanges(before: string, after: string): readonly string[] {
  const [was, now] = [readRequirements(before), readRequirements(after)]
  const [old, fresh] = [byName(was), byName(now)]
  const names = [...new Set([...old.keys(), ...fresh.keys()])].sort()
  const changes = names.flatMap(name => {
    const [gone, come] = [old.get(name) ?? [], fresh.get(name) ?? []]
    return sameTexts(gone, come) ? [] : [words(name, gone, come)]
  })
  const others = lineTexts(was.filter(line => line.name === undefined))
  const othersNow = lineTexts(now.filter(line => line.name === undefined))
  return [
    ...changes,
    ...others.filter(text => !othersNow.includes(text)).map(text => `\`${text}\` removed`),
    ...othersNow.filter(text => !others.includes(text)).map(text => `\`${text}\` added`)
  ]
}

function byName(lines: readonly RequirementLine[]): ReadonlyMap<string, readonly RequirementLine[]> {
  const named = new Map<string, RequirementLine[]>()
  for (const line of lines) {
    if (line.name === undefined) continue
    const list = named.get(line.name)
    if (list === undefined) named.set(line.name, [line])
    else list.push(line)
  }
  return named
}

function words(name: string, gone: readonly RequirementLine[], come: readonly RequirementLine[]): string {
  if (gone.length === 0) return `${name} ${versionsOf(come)} added`
  if (come.length === 0) return `${name} ${versionsOf(gone)} removed`
  const [was, now] = [versionsOf(gone), versionsOf(come)]
  return was === now ? `${name} ${now} (marker, extras or hashes changed)` : `${name} ${was} → ${now}`
}

/** `2.1.3` for an exact pin, other versions as written. */
function versionsOf(lines: readonly RequirementLine[]): string {
  return lines.map(({ versions = '' }) => versions.replace(/^===?([^,]*)$/, '$1')).join(' or ')
}

function sameTexts(a: readonly RequirementLine[], b: readonly RequirementLine[]): boolean {
  return lineTexts(a).join('\n') === lineTexts(b).join('\n')
}

function lineTexts(lines: readonly RequirementLine[]): readonly string[] {
  return lines.map(({ text }) => text)
}

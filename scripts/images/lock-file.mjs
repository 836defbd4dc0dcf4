/** The text of lock files and constraints: entries by package, each with the lines that belong to it. */

/**
 * Entries of a requirements file that uv wrote: normalised name → its lines, hashes included.
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function entriesOf(text) {
  const entries = new Map()
  let name
  for (const line of text.split('\n')) {
    const start = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==/.exec(line)
    if (start !== null) name = normalised(start[1])
    else if (!/^\s+\S/.test(line)) name = undefined
    if (name !== undefined) entries.set(name, `${entries.get(name) ?? ''}${line}\n`)
  }
  return entries
}

/**
 * Versions by normalised name.
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function versionsOf(text) {
  return new Map(
    [...entriesOf(text)].map(([name, lines]) => [name, /==([^\s;\\]+)/.exec(lines)?.[1] ?? ''])
  )
}

/**
 * One `name==version` a line, for use as constraints.
 * @param {Map<string, string>} versions
 * @returns {string}
 */
export function pinsText(versions) {
  return [...versions].map(([name, version]) => `${name}==${version}\n`).join('')
}

/** The name by which packages are compared (PEP 503). */
export function normalised(name) {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const release = 'bookworm'
const suites = [release, `${release}-updates`, `${release}-security`]

/**
 * Where the stand-in takes Debian's packages from, as lines of a sources.list: the archives that this machine
 * uses, Debian's own where it names none (on another distribution, say).
 * @param {string} [folder] the machine's apt configuration
 * @returns {Promise<string>}
 */
export const debianSources = async (folder = '/etc/apt') => {
  const uris = await urisBySuite(folder)
  return suites
    .map(suite => {
      const fallback = suite.endsWith('-security') ? 'debian-security' : 'debian'
      return `deb ${uris.get(suite) ?? `http://deb.debian.org/${fallback}`} ${suite} main\n`
    })
    .join('')
}

/**
 * @param {string} folder
 * @returns {Promise<Map<string, string>>} suite → the first archive that offers it
 */
const urisBySuite = async folder => {
  const parts = path.join(folder, 'sources.list.d')
  const names = (await readdir(parts).catch(() => [])).sort()
  const files = [path.join(folder, 'sources.list'), ...names.map(name => path.join(parts, name))]
  /** @type {Map<string, string>} */
  const found = new Map()
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    for (const { uri, suite } of file.endsWith('.sources') ? stanzaEntries(text) : lineEntries(text)) {
      if (suites.includes(suite) && !found.has(suite)) found.set(suite, uri)
    }
  }
  return found
}

/**
 * The one-line format: `deb [options] uri suite component…` (sources.list(5)).
 * @param {string} text
 * @returns {{uri: string, suite: string}[]}
 */
const lineEntries = text =>
  [...text.matchAll(/^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)/gm)].map(match => ({
    uri: match[1] ?? '',
    suite: match[2] ?? ''
  }))

/**
 * The deb822 format: stanzas with `URIs:` and `Suites:` (sources.list(5)).
 * @param {string} text
 * @returns {{uri: string, suite: string}[]}
 */
const stanzaEntries = text =>
  text.split(/\n\s*\n/).flatMap(stanza => {
    const uri = fieldWords(stanza, 'URIs')[0]
    return uri === undefined ? [] : fieldWords(stanza, 'Suites').map(suite => ({ uri, suite }))
  })

/**
 * @param {string} stanza
 * @param {string} field
 * @returns {string[]}
 */
const fieldWords = (stanza, field) =>
  (new RegExp(`^${field}:(.*)$`, 'mi').exec(stanza)?.[1] ?? '').split(/\s+/).filter(word => word !== '')

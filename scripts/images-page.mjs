/**
 * Writes the section "What is in it" of docs/images.md from Dockerfiles, requirements and locks: `make images-page`.
 * A test finds what was not written again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { versionsOf } from './images/lock-file.mjs'
import { requirements } from './images/named.mjs'
import { imagesOf } from './images/parents.mjs'
import { replaceSection } from './images/section.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const PAGE = join(ROOT, 'docs/images.md')

/** The page as it should be. */
export function derivedPage() {
  const text = [...imagesOf(ROOT).values()]
    .filter(({ folder }) => folder.startsWith('images/'))
    .map(image => contents(image))
    .join('\n')
  return replaceSection(readFileSync(PAGE, 'utf8'), 'contents', text)
}

/** What an image adds to its parent; packages that are named are in bold. */
function contents({ name, folder, parent }) {
  const lines = [`**\`${name}\`**${parent === undefined ? '' : `, on \`${parent}\``}`, '']
  const debian = debianPackages(join(ROOT, folder, 'Dockerfile'))
  if (debian.length > 0) lines.push(`- Debian: ${debian.join(', ')}`)
  const python = pythonPackages(folder)
  if (python.length > 0) lines.push(`- Python: ${python.join(', ')}`)
  if (debian.length + python.length === 0) lines.push('- no packages of its own')
  return `${lines.join('\n')}\n`
}

/** The packages that an `apt-get install` of the Dockerfile names. Their versions are those of the patch epoch. */
function debianPackages(dockerfile) {
  if (!existsSync(dockerfile)) return []
  const text = readFileSync(dockerfile, 'utf8')
  // A package is a plain word after `install`; options and what follows the next `&&` are none.
  const installs = text.replaceAll('\\\n', ' ').match(/apt-get install [^&;\n]*/g) ?? []
  const words = installs.flatMap(command =>
    command
      .replace(/ -o \S+/g, '')
      .split(/\s+/)
      .slice(2)
  )
  return [...new Set(words.filter(word => /^[a-z][\w.+-]*$/.test(word)))].sort()
}

function pythonPackages(folder) {
  const lock = join(ROOT, folder, 'lock.txt')
  if (!existsSync(lock)) return []
  const named = new Set(requirements(ROOT, folder))
  return [...versionsOf(readFileSync(lock, 'utf8'))].map(([name, version]) =>
    named.has(name) ? `**${name} ${version}**` : `${name} ${version}`
  )
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE, derivedPage())
}

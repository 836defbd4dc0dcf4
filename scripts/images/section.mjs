/** Sections of a Markdown page that a command writes, between two comments. */

/**
 * A page with the text of one section replaced.
 * @param {string} page
 * @param {string} name as in `<!-- name: written by … -->` and `<!-- end of name -->`
 * @param {string} text
 * @returns {string}
 * @throws {Error} when the page has no such section
 */
export function replaceSection(page, name, text) {
  const start = new RegExp(`<!-- ${name}: [^\\n]*-->\\n`).exec(page)
  const end = page.indexOf(`<!-- end of ${name} -->`)
  if (start === null || end < 0) throw new Error(`The page has no section ${name}`)
  return `${page.slice(0, start.index + start[0].length)}\n${text.trim()}\n\n${page.slice(end)}`
}

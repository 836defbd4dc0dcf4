/** The table of sizes and times that `make images` prints and keeps in docs/images.md. */

/**
 * @typedef {object} Measured
 * @property {string} name
 * @property {number} [size] compressed, bytes
 * @property {number} [cold] milliseconds of the first build: layers, push, smoke test
 * @property {number} [cached] milliseconds of a build whose layers are all in BuildKit's store
 * @property {number | null} [memory] bytes of a process that has imported every package the image names
 */

/**
 * @param {readonly Measured[]} rows
 * @returns {string} Markdown
 */
export function metricsTable(rows) {
  const head = ['image', 'compressed', 'build (cold)', 'build (cached)', 'memory at start']
  const body = rows.map(row => [
    `\`${row.name}\``,
    row.size === undefined ? '' : megabytes(row.size),
    row.cold === undefined ? 'not measured' : seconds(row.cold),
    row.cached === undefined ? 'not measured' : seconds(row.cached),
    row.memory === null ? 'files only' : row.memory === undefined ? 'not measured' : megabytes(row.memory)
  ])
  return [head, ['---', '---:', '---:', '---:', '---:'], ...body].map(cells => `| ${cells.join(' | ')} |\n`).join('')
}

const megabytes = bytes => (bytes < 1e6 ? '< 1 MB' : `${Math.round(bytes / 1e6)} MB`)
const seconds = milliseconds => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`

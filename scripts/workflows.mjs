/**
 * Writes what is derived from scripts/workflows/: both reusable workflows and the tables of their inputs, secrets and
 * outputs in docs/actions.md. `npm run workflows`; a test finds what was not written again.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { renderTables } from './workflows/tables.mjs'
import { renderWorkflow } from './workflows/template.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** What is derived, by path from the root. */
export async function derivedFiles() {
  const style = await resolveConfig(join(ROOT, 'package.json'))
  const workflows = ['images', 'check'].map(async name => {
    const text = await format(renderWorkflow(name), { ...style, parser: 'yaml' })
    return [`.github/workflows/${name}.yml`, text]
  })
  const page = 'docs/actions.md'
  const tables = renderTables(readFileSync(join(ROOT, page), 'utf8'))
  return Object.fromEntries([...(await Promise.all(workflows)), [page, tables]])
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [path, text] of Object.entries(await derivedFiles())) writeFileSync(join(ROOT, path), text)
}

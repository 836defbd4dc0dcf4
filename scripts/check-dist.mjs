// Proves that the committed dist/ is what the sources make: builds it again elsewhere and compares every byte and mode.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What differs between a fresh bundle and the folder `dist`, and what of `dist` git does not hold: sentences. */
export async function differences(fresh, dist, tracked) {
  const [made, there] = await Promise.all([filesOf(fresh), filesOf(dist)])
  const found = []
  for (const name of [...new Set([...made.keys(), ...there.keys()])].sort()) {
    const a = made.get(name)
    const b = there.get(name)
    if (b === undefined) found.push(`dist/${name} is missing`)
    else if (a === undefined) found.push(`dist/${name} is not made by the sources`)
    else if (!a.bytes.equals(b.bytes)) found.push(`dist/${name} differs from what the sources make`)
    else if (a.executable !== b.executable) found.push(`dist/${name} has the wrong mode`)
    if (b !== undefined && !tracked.has(`dist/${name}`)) found.push(`dist/${name} is not committed`)
  }
  return found
}

async function filesOf(folder) {
  const files = new Map()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    files.set(relative(folder, path), { bytes, executable: ((await stat(path)).mode & 0o100) !== 0 })
  }
  return files
}

async function check() {
  process.chdir(ROOT)
  const { bundle } = await import('./bundle.mjs')
  const scratch = await mkdtemp(join(tmpdir(), 'base-images-dist-'))
  try {
    await bundle(join(scratch, 'dist'))
    const listed = execFileSync('git', ['ls-tree', '-r', '-z', '--name-only', 'HEAD', 'dist/'], { cwd: ROOT })
    const tracked = new Set(listed.toString('utf8').split('\0'))
    const changed = execFileSync('git', ['diff', '--name-only', '-z', 'HEAD', '--', 'dist/'], { cwd: ROOT })
    const found = await differences(join(scratch, 'dist'), join(ROOT, 'dist'), tracked)
    for (const name of changed.toString('utf8').split('\0').filter(Boolean)) {
      if (!found.some(line => line.startsWith(`${name} `))) found.push(`${name} is changed and not committed`)
    }
    return found
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = await check()
  for (const line of found) console.error(line)
  if (found.length > 0) {
    console.error('Run: npm run build && git add dist && git commit')
    process.exitCode = 1
  } else {
    console.log('dist/ is what the sources make')
  }
}

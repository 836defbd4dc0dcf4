import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Copies a program of this machine and the libraries it loads below a folder, for images without a base. */
export function copyProgram(program, folder) {
  const libraries = execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? []
  for (const file of [program, ...libraries]) {
    const copy = join(folder, file)
    mkdirSync(dirname(copy), { recursive: true })
    // What it leads to where it is a link; cpSync takes some links to files for folders.
    copyFileSync(file, copy)
  }
}

import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'

/** Copies a program of this machine and the libraries it loads below a folder, for images without a base. */
export function copyProgram(program, folder) {
  const libraries = execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? []
  for (const file of [program, ...libraries]) cpSync(file, join(folder, file), { dereference: true })
}

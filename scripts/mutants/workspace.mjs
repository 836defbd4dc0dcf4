import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { ROOMS } from './sample.mjs'

const JEST = `export default {
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.js'],
  transform: {},
  reporters: ['<rootDir>/first-failure.cjs'],
  testTimeout: 60000
}
`

/** One test that fails is enough. */
const FIRST_FAILURE = `module.exports = class {
  onTestCaseResult(_, { status }) {
    if (status === 'failed') process.exit(1)
  }
}
`

/**
 * A copy of what the fast tests need, in a temporary folder of its own: sources and tests as TypeScript and, beside it, as
 * JavaScript, so that jest has nothing to compile. Nothing is ever changed in the work tree.
 */
export function makeWorkspace(root) {
  const folder = mkdtempSync(join(tmpdir(), 'base-images-mutants-'))
  for (const path of ['src', 'schema', 'docs', ...testFolders()]) copy(root, folder, path)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  writeFileSync(join(folder, 'jest.config.js'), JEST)
  writeFileSync(join(folder, 'first-failure.cjs'), FIRST_FAILURE)
  const libraries = join(folder, 'node_modules')
  mkdirSync(libraries)
  // One link a library: caches of tests stay in the copy.
  for (const name of readdirSync(join(root, 'node_modules')).filter(name => !name.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), join(libraries, name))
  for (const path of readdirSync(folder, { recursive: true }))
    if (/^(src|__tests__)\/.*\.ts$/.test(path))
      compile(folder, path, readFileSync(join(folder, path), 'utf8'))
  return folder
}

function testFolders() {
  return [
    ...ROOMS.map(room => `__tests__/${room}`),
    '__tests__/docs',
    '__tests__/parser-proof',
    '__tests__/proof',
    '__tests__/support',
    '__tests__/golden',
    '__tests__/golden.test.ts'
  ]
}

function copy(root, folder, path) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  cpSync(join(root, path), join(folder, path), { recursive: true })
}

/** Writes a source file of a workspace, as TypeScript and as JavaScript. */
export function writeSource(folder, path, text) {
  writeFileSync(join(folder, path), text)
  compile(folder, path, text)
}

function compile(folder, path, text) {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true
    }
  })
  writeFileSync(join(folder, path.replace(/\.ts$/, '.js')), outputText)
}

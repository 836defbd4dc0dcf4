import { describe, expect, test } from '@jest/globals'
import { contextInputs, type ContextInputs } from '../../src/context/inputs.js'
import { parseIgnore } from '../../src/context/ignore.js'
import { treeOf } from '../../src/context/tree.js'
import type { FileMode, FileSource, TreeEntry } from '../../src/context/types.js'
import { cpuTime } from '../support/cpu-time.js'

type Files = Readonly<Record<string, string>>

/** `-> x` is a symbolic link to x, `module` a submodule, `run` an executable file. */
function read(files: Files, sources: readonly Partial<FileSource>[], ignore = '', root = ''): ContextInputs {
  const mode = (text: string): FileMode =>
    text.startsWith('-> ') ? '120000' : text === 'module' ? '160000' : text === 'run' ? '100755' : '100644'
  const entries = Object.entries(files).map(([path, text]): [string, TreeEntry] => [
    path,
    { mode: mode(text), blob: text }
  ])
  const tree = treeOf(entries, path => files[path]?.slice(3))
  return contextInputs(tree, { root, ignore: parseIgnore(ignore), sources: sources.map(complete) })
}

function complete(source: Partial<FileSource>): FileSource {
  return { kind: 'copy', pattern: '.', exclude: [], parents: false, line: 1, ...source }
}

const paths = ({ files }: ContextInputs): readonly string[] => files.map(({ path }) => path)
const copy = (files: Files, pattern: string, ignore = ''): readonly string[] =>
  paths(read(files, [{ pattern }], ignore))

const files: Files = {
  'a.txt': '',
  'b.md': '',
  'docs/a.txt': '',
  'docs/deep/b.txt': '',
  'src/main.py': 'run',
  'src/util/x.py': '',
  'srcs/y.py': ''
}

describe('a source of COPY', () => {
  test.each([
    ['a.txt', ['a.txt']],
    ['/a.txt', ['a.txt']],
    ['./a.txt', ['a.txt']],
    ['docs/../a.txt', ['a.txt']],
    ['../../a.txt', ['a.txt']],
    ['docs', ['docs/a.txt', 'docs/deep/b.txt']],
    ['docs/', ['docs/a.txt', 'docs/deep/b.txt']],
    ['src', ['src/main.py', 'src/util/x.py']],
    ['*.txt', ['a.txt']],
    ['*.*', ['a.txt', 'b.md']],
    ['*/*.txt', ['docs/a.txt']],
    ['d*', ['docs/a.txt', 'docs/deep/b.txt']],
    ['s*/', ['src/main.py', 'src/util/x.py', 'srcs/y.py']],
    ['docs/*', ['docs/a.txt', 'docs/deep/b.txt']],
    ['s*/*.py', ['src/main.py', 'srcs/y.py']],
    ['[ab].*', ['a.txt', 'b.md']],
    ['docs[^b]a.txt', ['docs/a.txt']],
    ['.', Object.keys(files)],
    ['/', Object.keys(files)],
    ['..', Object.keys(files)]
  ])('%s reads %j', (pattern, expected) => {
    expect(copy(files, pattern)).toEqual(expected)
  })

  test('keeps modes and blobs, and paths inside and outside of the context', () => {
    expect(read({ 'app/src/x': 'run', 'app2/y': '' }, [{ pattern: 'src' }], '', 'app').files).toEqual([
      { path: 'app/src/x', contextPath: 'src/x', mode: '100755', blob: 'run' }
    ])
  })

  test('never leaves the root of its context', () => {
    expect(paths(read({ 'app/x': '', y: '' }, [{ pattern: '../y' }], '', 'app'))).toEqual([])
    expect(paths(read({ 'app/l': '-> ../y', 'app/y': '', y: '' }, [{ pattern: 'l' }], '', 'app'))).toEqual([
      'app/l',
      'app/y'
    ])
  })

  test('leaves out what the ignore file hides, and takes in its exceptions', () => {
    expect(copy(files, '.', '**/*.txt\nsrc\n!src/util\n')).toEqual(['b.md', 'src/util/x.py', 'srcs/y.py'])
  })

  test('names the pattern that hides a plain path', () => {
    const { unmatched } = read(files, [{ pattern: 'docs/a.txt', line: 7 }], 'x\ndocs\n')
    expect(unmatched).toMatchObject([{ line: 7, optional: false, ignoredBy: { pattern: 'docs', line: 2 } }])
  })

  test('that is not there has no pattern that hides it, even where one would', () => {
    const { unmatched } = read(files, [{ pattern: 'docs/none.txt' }], 'docs\n')
    expect(unmatched).toMatchObject([{ pattern: 'docs/none.txt', optional: false }])
    expect(unmatched[0]).not.toHaveProperty('ignoredBy')
  })

  test('that nothing matches is told, and whether BuildKit would go on', () => {
    const { unmatched } = read(files, [{ pattern: 'none' }, { pattern: 'none*' }, { pattern: 'none/x*' }])
    expect(unmatched.map(({ pattern, optional }) => [pattern, optional])).toEqual([
      ['none', false],
      ['none*', true],
      ['none/x*', false]
    ])
    expect(unmatched.every(({ ignoredBy }) => ignoredBy === undefined)).toBe(true)
  })

  test('with --exclude leaves out what is below a folder, but not the source itself', () => {
    const exclude = ['**/*.txt']
    expect(paths(read(files, [{ pattern: '.', exclude }]))).toEqual([
      'b.md',
      'src/main.py',
      'src/util/x.py',
      'srcs/y.py'
    ])
    expect(paths(read(files, [{ pattern: 'a.txt', exclude }]))).toEqual(['a.txt'])
  })

  test('with --parents knows double stars and a pivot', () => {
    const parents = true
    expect(paths(read(files, [{ pattern: '**/*.py', parents }]))).toEqual([
      'src/main.py',
      'src/util/x.py',
      'srcs/y.py'
    ])
    expect(paths(read(files, [{ pattern: './docs/./deep', parents }]))).toEqual(['docs/deep/b.txt'])
    expect(paths(read(files, [{ pattern: 'docs/./*.txt', parents }]))).toEqual(['docs/a.txt'])
    const unmatched = (pattern: string): unknown => read(files, [{ pattern, parents }]).unmatched
    expect(unmatched('docs/none')).toMatchObject([{ optional: false }])
    expect(unmatched('docs/./none')).toMatchObject([{ optional: false }])
    expect(unmatched('docs/./none*')).toMatchObject([{ optional: true }])
    expect(unmatched('none/./*.txt')).toMatchObject([{ optional: false }])
    expect(unmatched('none*/./x')).toMatchObject([{ optional: true }])
    expect(unmatched('a.txt/./x*')).toMatchObject([{ optional: true }])
  })

  test('lists a file once however often it is read', () => {
    expect(paths(read(files, [{ pattern: 'a.txt' }, { pattern: '*' }, { pattern: '.' }]))).toEqual(
      Object.keys(files)
    )
  })

  test('that is a bind mount takes wildcards as they stand', () => {
    expect(paths(read({ 'a*': '', ab: '' }, [{ kind: 'bind', pattern: 'a*' }]))).toEqual(['a*'])
  })
})

describe('symbolic links', () => {
  const linked: Files = {
    'data/real.txt': '',
    'data/more/x': '',
    direct: '-> data/real.txt',
    absolute: '-> /data/real.txt',
    folder: '-> data',
    up: '-> ../../data/more',
    chain: '-> direct',
    loop: '-> loop',
    dangling: '-> nowhere',
    'box/inner': '-> ../data/real.txt'
  }

  test.each([
    ['direct', ['data/real.txt', 'direct']],
    ['absolute', ['absolute', 'data/real.txt']],
    ['folder', ['data/more/x', 'data/real.txt', 'folder']],
    ['folder/real.txt', ['data/real.txt', 'folder']],
    ['folder/*.txt', ['data/real.txt', 'folder']],
    ['up', ['data/more/x', 'up']],
    ['chain', ['chain', 'data/real.txt', 'direct']],
    ['direc*', ['data/real.txt', 'direct']],
    // The client looks at links that a wildcard in the middle matches.
    ['fold*/real.txt', ['folder']],
    ['box', ['box/inner']],
    ['box/inner', ['box/inner', 'data/real.txt']]
  ])('a source %s reads %j', (pattern, expected) => {
    expect(copy(linked, pattern)).toEqual(expected)
  })

  test('that lead nowhere leave the source unmatched, and count', () => {
    const { unmatched, files: read_ } = read(linked, [{ pattern: 'dangling' }])
    expect(unmatched).toHaveLength(1)
    expect(read_.map(({ path }) => path)).toEqual(['dangling'])
  })

  test('that lead to themselves are a problem', () => {
    const { problems, unmatched } = read(linked, [{ pattern: 'loop', line: 3 }])
    expect(problems).toEqual([
      { line: 3, message: 'the symbolic link loop leads to itself', remedy: 'point the link to a file' }
    ])
    expect(unmatched).toEqual([])
  })

  test('that are ignored are not followed', () => {
    expect(read(linked, [{ pattern: 'folder/real.txt' }], 'folder').unmatched).toHaveLength(1)
  })
})

describe('a context', () => {
  test('with a submodule that is read has a problem', () => {
    const { files: found, problems } = read({ 'lib/sub': 'module', a: '' }, [{ pattern: 'lib', line: 4 }])
    expect(found).toMatchObject([{ path: 'lib/sub', mode: '160000' }])
    expect(problems).toMatchObject([{ line: 4 }])
    expect(read({ 'lib/sub': 'module', a: '' }, [{ pattern: 'a' }]).problems).toEqual([])
  })

  test('keeps folders of which all files are ignored and the folder is not', () => {
    const tree: Files = { 'docs/a': '', 'docs/b/c': '', 'logs/x': '', 'src/y': '' }
    const seen = read(tree, [{ pattern: '.' }], 'docs/*\nlogs\nsrc/y\n')
    expect([paths(seen), seen.folders]).toEqual([[], ['docs', 'src']])
    expect(read(tree, [{ pattern: 'docs' }], 'docs/*\n').unmatched).toEqual([])
  })

  test('keeps no folder that --exclude leaves out with its files', () => {
    const folders = (exclude: readonly string[], pattern = '.'): readonly string[] =>
      read({ 'docs/a': '', 'docs/b/c': '', x: '' }, [{ pattern, exclude }]).folders
    expect(folders(['docs'])).toEqual([])
    expect(folders(['docs/*'])).toEqual(['docs'])
    expect(folders(['docs/b', 'docs/a'])).toEqual(['docs'])
    expect(folders(['**'], 'docs')).toEqual(['docs'])
    expect(folders(['docs/b/c'])).toEqual(['docs/b'])
  })

  test('keeps an ignored folder that is sent for a file which --exclude leaves out', () => {
    const folders = (tree: Files): readonly string[] =>
      read(tree, [{ pattern: '.', exclude: ['lib/**'] }], 'lib\n!lib/deep/keep\n').folders
    expect(folders({ 'lib/deep/keep': '', 'lib/x': '' })).toEqual(['lib'])
    expect(folders({ 'lib/deep/x': '', 'lib/x': '' })).toEqual([])
  })

  test('with --exclude or --parents needs what the links right below a folder lead to, and no more', () => {
    const tree: Files = {
      'in/l': '-> ../out/x',
      'in/f': '-> ../far',
      'in/d/l': '-> ../../out/y',
      'out/x': '',
      'out/y': '',
      'far/z': ''
    }
    const seen = read(tree, [{ pattern: 'in', exclude: ['none'] }])
    expect([paths(seen), seen.folders]).toEqual([['in/d/l', 'in/f', 'in/l', 'out/x'], ['far']])
    expect(paths(read(tree, [{ pattern: 'in' }]))).toEqual(['in/d/l', 'in/f', 'in/l'])
  })

  test('with an ignore file that cannot be followed has a problem', () => {
    expect(read(files, [], 'a[\n').problems).toMatchObject([{ message: expect.stringContaining('line 1') }])
  })

  test('keeps names with blanks, line feeds and lone surrogates', () => {
    const odd: Files = { 'a\nb': '', 'q "$(x)"': '', '\udc80': '', 'é/😀': '' }
    expect(copy(odd, '.')).toEqual(['a\nb', 'q "$(x)"', 'é/😀', '\udc80'])
    expect(copy(odd, '?')).toEqual(['é/😀', '\udc80'])
  })

  test('of 200,000 files is read in well under five seconds', () => {
    const many = Array.from({ length: 200_000 }, (_, n): [string, TreeEntry] => [
      `d${n % 1000}/f${n}.txt`,
      { mode: '100644', blob: 'b' }
    ])
    const tree = treeOf(many, () => undefined)
    const ignore = parseIgnore('**/*.md\nd1\n!d1/f1.txt\n**/__pycache__/**\n')
    const started = cpuTime()
    const { files: found } = contextInputs(tree, { root: '', ignore, sources: [complete({})] })
    expect(found).toHaveLength(200_000 - 199)
    expect(cpuTime() - started).toBeLessThan(5000)
  })
})

test('a file that the ignore file hides in one reading and not in the other is told', () => {
  const { files: found, problems } = read(files, [{}], 'docs\n!docs/deep/*\n./docs\n')
  expect(paths({ files: found } as ContextInputs)).toContain('docs/deep/b.txt')
  expect(problems.map(({ message }) => message)).toEqual([
    'the ignore file hides docs/deep/b.txt and does not: BuildKit copies it empty'
  ])
  expect(read(files, [{}], 'docs\n!docs/deep/*\n').problems).toEqual([])
})

test('of several files that are hidden in one reading only the first is told', () => {
  const two: Files = { 'docs/deep/a': '', 'docs/deep/b': '' }
  expect(read(two, [{ line: 5 }], 'docs\n!docs/deep/*\n./docs\n').problems).toEqual([
    {
      line: 5,
      message: 'the ignore file hides docs/deep/a and does not: BuildKit copies it empty',
      remedy: 'put the patterns that start with ! last in the ignore file'
    }
  ])
})

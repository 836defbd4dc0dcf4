import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countingLines, readInstalled, readRequirements } from '../../src/keys/requirements.js'

const names = (text: string): readonly (string | undefined)[] =>
  readRequirements(text).map(({ name }) => name)
const installed = new Set(['requests'])

describe('a line of a requirements file', () => {
  test.each([
    ['numpy==1.26.4', 'numpy'],
    ['Zope.Interface == 6.4', 'zope-interface'],
    ['ruamel_yaml.clib===0.2', 'ruamel-yaml-clib'],
    ['uvicorn[standard, http2]==0.30', 'uvicorn'],
    ['numpy>=1.26,<3', 'numpy'],
    ['numpy==1.26.* ; python_version < "3.12"', 'numpy'],
    ['numpy==1.26.4 # for ourselves', 'numpy'],
    ['numpy==1.26.4 --hash=sha256:ab --hash=sha256:cd', 'numpy'],
    ['numpy==1.26.4 \\\n    --hash=sha256:ab \\\n    --hash=sha256:cd', 'numpy'],
    ['numpy==1.26.4\r', 'numpy']
  ])('%j is about one package', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  test.each([
    'numpy',
    '-r other.txt',
    '-c other.txt',
    '--index-url https://example.org/simple',
    '-e .',
    './wheels/numpy-1.0-py3-none-any.whl',
    'numpy @ https://example.org/numpy.whl',
    'https://example.org/numpy.whl',
    'numpy==${VERSION}',
    'numpy==1.0 ; python_version < "${X}"',
    'numpy==1.0 --config-settings=a=b',
    'numpy = 1.0',
    'numpy==1.0 requests==2.0'
  ])('%j says something else', text => {
    expect(names(text)).toEqual([undefined])
  })

  test('comments and blank lines are none', () => {
    expect(readRequirements('# one\n\n   \n  # two\n\ufeff')).toEqual([])
    expect(readRequirements('\ufeff# one\n')).toEqual([])
  })

  test('a comment ends a line that goes on, and a # inside of an address is no comment', () => {
    expect(readRequirements('numpy==1.0 \\\n# no\nrequests==2.0').map(({ text }) => text)).toEqual([
      'numpy==1.0',
      'requests==2.0'
    ])
    expect(readRequirements('a @ https://x.org/a#egg=a')[0]?.text).toBe('a @ https://x.org/a#egg=a')
  })
})

describe('a list of what is installed', () => {
  test('is read as pip freeze and uv pip compile write it', () => {
    const list =
      '# made by us\n--index-url https://x.org\nNumPy==1.0 \\\n  --hash=sha256:a\n    # via -r in.txt\nlocal @ file:///src\n'
    expect([...(readInstalled(list) ?? [])]).toEqual(expect.arrayContaining(['numpy', 'local', 'pip']))
  })

  test.each([
    '',
    '# nothing\n',
    'numpy==1.0\n-e git+https://x.org/a#egg=a\n',
    'numpy==1.0\n-r more.txt\n',
    'numpy\n'
  ])('%j is not believed', list => {
    expect(readInstalled(list)).toBeUndefined()
  })
})

describe('the lines that count', () => {
  test('of constraints are those about packages that are installed', () => {
    expect(countingLines('numpy==1.0\nRequests==2.0\n', 'constraint', installed)).toEqual(['Requests==2.0'])
  })

  test('of requirements are also those that pip would install, and of a marker its name without the version', () => {
    const text = 'numpy==1.0\nrequests==2.0\ncolorama==0.4 ; sys_platform == "win32"\n'
    expect(countingLines(text, 'requirement', installed)).toEqual([
      'numpy==1.0',
      'requests==2.0',
      'colorama ; sys_platform == "win32"'
    ])
  })

  test('are always those that are not understood, whatever the use', () => {
    for (const use of ['constraint', 'requirement'] as const) {
      const text = '-r other.txt\nnumpy\nnumpy @ https://x.org/n.whl\n'
      expect(countingLines(text, use, installed)).toEqual(text.trim().split('\n'))
    }
  })

  test('are all lines of a text without a package that is missing from the list', () => {
    const line = fc.constantFrom(
      'requests==1',
      'requests==2',
      '-r a',
      'requests',
      '# c',
      '',
      'x @ y',
      'requests~=1;a'
    )
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const of = (lines: readonly string[]): readonly string[] =>
          countingLines(lines.join('\n'), 'constraint', installed)
        const meant = (lines: readonly string[]): readonly string[] =>
          lines.filter(each => each !== '' && !each.startsWith('#'))
        expect(of(before).join('\n') === of(after).join('\n')).toBe(
          meant(before).join('\n') === meant(after).join('\n')
        )
      })
    )
  })
})

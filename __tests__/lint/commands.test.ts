import { describe, expect, test } from '@jest/globals'
import { pipCommands } from '../../src/lint/commands.js'
import { settingsOf } from '../../src/lint/index-settings.js'

const commands = (text: string): ReturnType<typeof pipCommands> => pipCommands(text, 7)

describe('the installing commands of a RUN', () => {
  test.each([
    'pip install -r /tmp/r.txt',
    '/opt/venv/bin/pip3.11 install --no-cache-dir -r/tmp/r.txt',
    'python3 -m pip install --requirement=/tmp/r.txt',
    'export A=1 && pip --quiet install --no-binary :all: --requirement /tmp/r.txt && pip check',
    'uv pip install --system -r "/tmp/r.txt" > /tmp/log',
    'uv pip sync /tmp/r.txt'
  ])('%s', text => {
    expect(commands(text)).toMatchObject([{ files: [{ use: 'requirement', path: '/tmp/r.txt' }], words: [] }])
  })

  test.each([
    'pip download -r r.txt',
    'pip wheel install',
    'echo install',
    'uv sync',
    'pip uninstall -y a',
    ''
  ])('%j installs nothing', text => {
    expect(commands(text)).toEqual([])
  })

  test('words of the command are packages, with the line of the RUN; values of options and variables are not', () => {
    const [command] = commands(
      `pip install --target /opt 'uvicorn[standard]>=0.30' "$MORE" ./here numpy==1.0`
    )
    expect(command?.words).toMatchObject([
      { kind: 'package', name: 'uvicorn', extras: true, line: 7 },
      { kind: 'other' },
      { kind: 'package', name: 'numpy', versions: '==1.0' }
    ])
  })

  test('several commands are told apart, with what each checks', () => {
    expect(
      commands('pip install --require-hashes -r a.txt; uv pip install --reinstall -c c.txt b')
    ).toMatchObject([
      { tool: 'pip', hashed: true, again: false },
      { tool: 'uv', hashed: false, again: true, files: [{ use: 'constraint', path: 'c.txt' }] }
    ])
  })
})

describe('hostile text', () => {
  test.each([
    ['quotes', 'pip install ' + `"'`.repeat(5e5)],
    ['an open quote', `pip install "${"a'".repeat(5e5)}`],
    ['commands', 'pip install a && '.repeat(3e4)],
    ['options', 'pip install ' + '--index-url '.repeat(8e4)],
    ['a variable', `PIP_${'A'.repeat(1e6)}`],
    ['variables', ' UV_INDEX '.repeat(1e5)],
    ['blanks', `pip ${' '.repeat(1e6)}install`]
  ])('much of %s is read within two seconds of processor time', (_, text) => {
    const start = process.cpuUsage()
    commands(text)
    settingsOf({ keyword: 'RUN', flags: [], rest: text, heredocs: [], line: 1 })
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})

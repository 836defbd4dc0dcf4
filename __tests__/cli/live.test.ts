import { randomInt } from 'node:crypto'
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import { makeBench, manifest } from '../support/bench.js'
import type { Bench } from '../support/bench.js'
import { isRunning, programFiles, until } from '../support/machine.js'
import { disposeRepositories } from '../support/repository.js'
import { screenAfter, startInTerminal } from '../support/terminal.js'
import type { TerminalCli } from '../support/terminal.js'

// Real builds, on a machine that may have other work to do.
jest.setTimeout(120_000)

afterAll(disposeRepositories)

const COLUMNS = 100

/** About three, and never what a layer cache knows. */
const someSeconds = (): string => `3.${randomInt(1e6, 1e7)}`

/** An image that waits in a process that nobody else has, and two on it, of which one fails. */
function bench(seconds: string): Bench {
  return makeBench({
    'images/manifest.yaml': manifest({ slow: [], broken: [], fine: [] }),
    'images/slow/Dockerfile': `FROM scratch\nCOPY --chmod=755 . /\nRUN ["/bin/sleep", "${seconds}"]\n`,
    ...programFiles('images/slow', '/bin/sleep'),
    'images/broken/Dockerfile': 'FROM ghcr.io/acme/slow\nRUN ["/bin/sleep", "for ever"]\n',
    'images/fine/Dockerfile': 'FROM ghcr.io/acme/slow\nCOPY Dockerfile /fine\n'
  })
}

function start(
  { prefix, repository }: Bench,
  environment: Readonly<Record<string, string>> = {}
): Promise<TerminalCli> {
  const args = ['build', '--head', 'HEAD', '--registry', prefix]
  return startInTerminal(args, { folder: repository.folder, columns: COLUMNS, rows: 20, environment })
}

describe('build in a terminal', () => {
  test('shows a table while it runs and leaves nothing of it; the log of what failed stays', async () => {
    const made = bench(someSeconds())
    const cli = await start(made)
    await until(() => cli.text().includes('[2/2]'))
    const during = screenAfter(cli.text(), COLUMNS)
    expect(during.join('\n')).toMatch(/^IMAGE +STATE +STEP$/m)
    expect(during.join('\n')).toMatch(/^slow +building \d\.\d s +\[2\/2\] RUN /m)
    expect(during.join('\n')).toMatch(/^fine +waits for slow$/m)
    expect(during.join('\n')).toMatch(/^0 of 3 ended, 1 building, 2 waiting, \d\.\d s$/m)
    expect(await cli.end).toBe(1)

    const after = screenAfter(cli.text(), COLUMNS)
    expect(after.filter(line => /building \d|waits for|\d of 3 ended/.test(line))).toEqual([])
    expect(after.filter(line => line.startsWith('IMAGE'))).toHaveLength(1)
    expect(after.join('\n')).toContain('invalid time interval')
    expect(after.slice(-3)).toEqual([
      '',
      '2 built, 1 failed.',
      'Next: repair broken, then run the same command again; what is finished is not built again.'
    ])
    expect(cli.text()).toContain('\u001b[33mbuilding')
    expect(cli.text()).not.toContain('slow linux/amd64: started')
  })

  test('ends at Ctrl-C with what it started, and leaves the table nowhere', async () => {
    const made = bench('86465')
    const cli = await start(made)
    await until(() => isRunning('/bin/sleep', '86465') && cli.text().includes('1 building'))
    cli.press('\u0003')
    expect(await cli.end).toBe(1)
    const after = screenAfter(cli.text(), COLUMNS)
    expect(after.filter(line => /building \d|waits for|\d of 3 ended|\^C/.test(line))).toEqual([])
    expect(after.slice(-3)).toEqual([
      '',
      '3 cancelled.',
      'Next: run the same command again; what is finished is not built again.'
    ])
    await until(() => !isRunning('/bin/sleep', '86465'))
  })

  test.each([{ CI: 'true' }, { TERM: 'dumb' }])(
    'prints lines where %p says that nobody sees a table',
    async environment => {
      const made = makeBench({
        'images/manifest.yaml': manifest({ plain: [] }),
        'images/plain/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\n'
      })
      const cli = await start(made, environment)
      expect(await cli.end).toBe(0)
      expect(cli.text()).toMatch(/plain linux\/\w+: started/)
      expect(cli.text()).not.toContain('\u001b[J')
    }
  )

  test('draws no colours when NO_COLOR is set', async () => {
    const made = bench(someSeconds())
    const cli = await start(made, { NO_COLOR: '1' })
    await cli.end
    expect(screenAfter(cli.text(), COLUMNS).join('\n')).toContain('2 built, 1 failed.')
    // eslint-disable-next-line no-control-regex
    expect(cli.text()).not.toMatch(/\u001b\[[\d;]+m/)
  })
})

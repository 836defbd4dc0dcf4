import { afterAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/compiled-cli.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files } from '../support/repository.js'

afterAll(disposeRepositories)

const MANIFEST = `version: 1
registry: ghcr.io/acme
images:
  base: { installed: images/base/installed.txt }
  web: { dockerfile: services/web/Dockerfile, context: . }
`
const INSTALL = 'pip install --requirement /tmp/requirements.txt'
const START: Files = {
  'images/manifest.yaml': MANIFEST,
  'images/base/Dockerfile':
    'FROM debian:12\nWORKDIR /app\nRUN --mount=type=bind,source=lock.txt,target=/tmp/lock.txt pip install --require-hashes --no-deps -r /tmp/lock.txt\n',
  'images/base/lock.txt':
    'fastapi==0.118.0 \\\n    --hash=sha256:aa\ntorch==2.7.1 --hash=sha256:bb\nclick==8.1.0 --hash=sha256:cc\n',
  'images/base/installed.txt':
    'click==8.1.0\nfastapi==0.118.0  # 1234567 bytes\ntorch==2.7.1  # 812345678 bytes\n',
  'services/web/Dockerfile': `FROM ghcr.io/acme/base
RUN --mount=type=bind,source=services/web/requirements.txt,target=/tmp/requirements.txt ${INSTALL}
`,
  'services/web/requirements.txt': 'numpy==1.26.4\n'
}

/** Code, place and message of every finding. */
function lint(
  files: Files,
  ...words: readonly string[]
): { code: number; found: readonly string[]; out: string } {
  const { folder } = makeRepository({ ...START, ...files })
  const { code, out } = runCli(folder, ['lint', '--format', 'json', ...words])
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: readonly { code: string; file: string; line?: number; column?: number; message: string }[]
  }
  return {
    code: code ?? -1,
    out,
    found: diagnostics.map(
      each => `${[each.file, each.line, each.column].join(':')} ${each.code} ${each.message}`
    )
  }
}
const requirements = (text: string): Files => ({ 'services/web/requirements.txt': text })

describe('what an image asks for and the image below has', () => {
  test('nothing is told of a service that asks only for what is its own', () => {
    expect(lint({})).toMatchObject({ code: 0, found: [] })
  })

  test('the same version is a warning with line, column and bytes, which only --strict counts', () => {
    const files = requirements('# own\n  fastapi>=0.100\n')
    const { code, found } = lint(files)
    expect(found).toEqual([
      'services/web/requirements.txt:2:3 L001 web asks for fastapi>=0.100, but base has fastapi 0.118.0 ' +
        '(images/base/lock.txt:1); it costs 0 bytes while both agree; a second copy once they differ: 1234567 bytes'
    ])
    expect(code).toBe(0)
    expect(lint(files, '--strict').code).toBe(2)
  })

  test('another version is an error with the bytes that are lost, or that they are not known', () => {
    const { code, found } = lint(requirements('torch==2.6.0\nclick @ https://example.org/click.whl\n'))
    expect(code).toBe(2)
    expect(found).toEqual([
      expect.stringMatching(
        /^services\/web\/requirements.txt:1:1 L002 .*torch 2.7.1 .*cost: 812345678 bytes$/
      ),
      expect.stringMatching(/:2:1 L002 .*click 8.1.0 .*cost: unknown, no list of base says it$/)
    ])
  })

  test('a list that is older than the lock gives neither version nor bytes; one beside the Dockerfile is found', () => {
    const files = {
      'images/manifest.yaml': MANIFEST.replace(' installed: images/base/installed.txt ', ''),
      'images/base/installed.txt': 'torch==2.6.0  # 5 bytes\nextra==1  # 7 bytes\n',
      ...requirements('torch==2.6.0\nextra==2\n')
    }
    expect(lint(files).found).toEqual([
      expect.stringMatching(/:1:1 L002 .*torch 2.7.1 .*cost: unknown/),
      expect.stringMatching(/:2:1 L002 .*base has extra 1 \(images\/base\/installed.txt\).*cost: 7 bytes$/)
    ])
  })

  test('names are compared as pip does, lines for other systems and comments are left out', () => {
    expect(lint(requirements('Torch\n')).found).toHaveLength(1)
    expect(lint(requirements('#torch\ntorch==1 ; sys_platform == "win32"\n')).found).toEqual([])
  })

  test('a package on the command line is found at its RUN', () => {
    const Dockerfile = 'FROM ghcr.io/acme/base\nRUN echo && \\\n  pip install "torch==2.6.0" other\n'
    expect(lint({ 'services/web/Dockerfile': Dockerfile }).found).toEqual([
      expect.stringMatching(/^services\/web\/Dockerfile:2: L002 /)
    ])
  })

  test('a lock that a variable of the shell chooses may be any file that is mounted', () => {
    const Dockerfile =
      'FROM debian:12\nRUN --mount=type=bind,source=lock.txt,target=/tmp/lock.txt lock=/tmp/lock.txt && pip install -r "$lock"\n'
    expect(lint({ 'images/base/Dockerfile': Dockerfile, ...requirements('torch\n') }).found).toEqual([
      expect.stringMatching(/requirements.txt:1:1 L001 /)
    ])
  })

  test('the way of the document is read: COPY to /app, then -r and -c', () => {
    const Dockerfile = `FROM ghcr.io/acme/base
COPY services/web/requirements.txt /app/
COPY constraints.txt ./
RUN pip install -r /app/requirements.txt -c constraints.txt
`
    const files = {
      'services/web/Dockerfile': Dockerfile,
      'constraints.txt': 'fastapi==0.118.0\nnumpy==2.1.3\n'
    }
    expect(lint({ ...files, ...requirements('fastapi\nnumpy<2\n') }).found).toEqual([
      expect.stringMatching(/requirements.txt:1:1 L001 /),
      expect.stringMatching(
        /requirements.txt:2:1 L003 web asks for numpy<2 here and numpy==2.1.3 in constraints.txt:2/
      )
    ])
  })

  test('files that files name are followed, a lock to what it was resolved from', () => {
    const files = {
      'services/web/requirements.txt':
        '-r ../common.txt\nclick==8.1.0\n    # via -r services/web/requirements.in\n',
      'services/common.txt': 'torch\n',
      'services/web/requirements.in': 'click>=8\n'
    }
    expect(lint(files).found.map(each => each.slice(0, 40))).toEqual([
      expect.stringMatching(/^services\/common.txt:1:1 L001/),
      expect.stringMatching(/^services\/web\/requirements.in:1:1 L001/)
    ])
  })

  test('a grandchild is held against all images below, a stage against what it begins with', () => {
    const found = lint({
      'images/manifest.yaml': `${MANIFEST}  leaf: {}\n`,
      'images/leaf/Dockerfile':
        'FROM ghcr.io/acme/web AS Build\nRUN pip install numpy==2.0\nFROM debian:12\nRUN pip install torch\nFROM build\nRUN pip install fastapi numpy\n'
    }).found
    expect(found).toEqual([
      expect.stringMatching(/leaf\/Dockerfile:2: L002 .*web has numpy 1.26.4/),
      expect.stringMatching(/leaf\/Dockerfile:6: L001 .*base has fastapi/)
    ])
  })
})

describe('constraints and indexes', () => {
  test('an extra in constraints is an error', () => {
    const { code, found } = lint({
      ...requirements('-c c.txt\n'),
      'services/web/c.txt': 'uvicorn[standard]==0.37.0\n'
    })
    expect(code).toBe(2)
    expect(found).toEqual([expect.stringMatching(/^services\/web\/c.txt:1:1 L004 /)])
  })

  test.each([
    ['--extra-index-url https://x.example/simple', ['L005']],
    ['--trusted-host x.example', ['L006']],
    ['--index-url http://x.example/simple', ['L006']],
    ['--find-links http://user@x.example/', ['L006']],
    ['--index-url https://x.example/simple', []],
    ['--index-url http://127.0.0.1:3141/simple', []]
  ])('%s', (option, codes) => {
    const { found } = lint(requirements(`${option}\nnumpy\n`))
    expect(found.map(each => each.split(' ')[1])).toEqual(codes)
  })

  test.each([
    ['ENV PIP_EXTRA_INDEX_URL=https://x.example', 'pip install numpy', ['L005']],
    ['ARG PIP_TRUSTED_HOST="x.example"', 'pip install numpy', ['L006']],
    ['ENV UV_INDEX_STRATEGY unsafe-best-match', 'uv pip install numpy', ['L005']],
    ['ENV A=1', 'PIP_INDEX_URL=http://x.example pip install numpy', ['L006']],
    ['ENV A=1', 'uv pip install --extra-index-url https://x.example numpy', []],
    ['ENV PIP_EXTRA_INDEX_URL=https://x.example', 'pip install --require-hashes numpy', []],
    ['ARG PIP_EXTRA_INDEX_URL', 'pip install numpy', []]
  ])('%s, RUN %s', (instruction, command, codes) => {
    const Dockerfile = `FROM ghcr.io/acme/base\n${instruction}\nRUN ${command}\n`
    const { found } = lint({ 'services/web/Dockerfile': Dockerfile })
    expect(found.map(each => each.split(' ')[1])).toEqual(codes)
  })
})

describe('what cannot be read', () => {
  test('is told with its place', () => {
    const files = {
      ...requirements('numpy=>1\n-r gone.txt\n-r more.txt\n'),
      'services/web/more.txt': '-r requirements.txt\n'
    }
    expect(lint(files).found).toEqual([
      expect.stringMatching(/more.txt:1:1 L007 web: "requirements.txt" leads back to this file/),
      expect.stringMatching(/requirements.txt:1:1 L007 web: "numpy=>1" is no requirement/),
      expect.stringMatching(/requirements.txt:2:1 L007 web: "gone.txt" is no file of the repository/)
    ])
  })

  test('a file that only the build makes is told at its RUN', () => {
    const Dockerfile = 'FROM ghcr.io/acme/base\nRUN uv export > /tmp/all.txt && pip install -r /tmp/all.txt\n'
    expect(lint({ 'services/web/Dockerfile': Dockerfile }).found).toEqual([
      expect.stringMatching(/^services\/web\/Dockerfile:2: L007 /)
    ])
  })

  test('control characters and commands in a line stay inside of an annotation', () => {
    const { folder } = makeRepository({
      ...START,
      ...requirements('\u001b[31m::error::x\u0007=\ntorch==2.6.0\n')
    })
    const { out } = runCli(folder, ['lint', '--format', 'github'])
    expect(out.split('\n').filter(line => line !== '')).toHaveLength(2)
    expect(out).toMatch(/^::error file=services\/web\/requirements.txt,line=2,col=1,title=L002%3A/)
    expect(out).not.toContain('\u001b')
  })

  test('thousands of lines about one package and long chains of files are read in time', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 120 }, (_, n) => [`services/web/r${n}.txt`, `-r r${n + 1}.txt\n`])
    )
    const many = Array.from({ length: 20_000 }, (_, n) => `torch>=${n % 200}`).join('\n')
    const start = Date.now()
    const { found } = lint({ ...chain, ...requirements(`-r r0.txt\n${many}\n`) })
    expect(Date.now() - start).toBeLessThan(20_000)
    expect(found.some(each => each.includes('nested too deep'))).toBe(true)
    expect(found.some(each => each.includes('L002'))).toBe(true)
  })
})

test('the text of a finding shows the line, and the manifest is checked as before', () => {
  const { folder } = makeRepository({ ...START, ...requirements('  torch==2.6.0\n') })
  expect(runCli(folder, ['lint']).out).toContain('  1 |   torch==2.6.0\n    |   ^\n')
  const wrong = makeRepository({ ...START, 'images/manifest.yaml': 'version: 2\n' })
  expect(runCli(wrong.folder, ['lint'])).toMatchObject({ code: 2, out: expect.stringContaining('M0') })
})

describe('what the manifest gives and the Dockerfile does not take', () => {
  const WEB = 'FROM ghcr.io/acme/base AS base\nARG FLAVOUR=full\nFROM base\nCOPY --from=conf a /a\n'
  const gifts = (entry: string): Files => ({
    'images/manifest.yaml': MANIFEST.replace(/ {2}web: .*\n/, entry),
    'services/web/Dockerfile': WEB,
    'shared/a': 'a\n'
  })

  test('is told with its place and what is near', () => {
    const entry = `${WEB_ENTRY}    args: { FLAVOR: slim }\n    contexts: { konf: shared }\n`
    const { code, found, out } = lint(gifts(entry))
    expect(found).toEqual([
      'images/manifest.yaml:8:13 D007 no ARG of services/web/Dockerfile declares FLAVOR, so it changes nothing of web',
      'images/manifest.yaml:9:17 D007 nothing in services/web/Dockerfile takes the named context konf of web'
    ])
    expect(out).toContain('did you mean FLAVOUR?')
    expect(out).toContain('did you mean conf?')
    expect(code).toBe(0)
  })

  test('is not told of what any stage takes, of defaults and of what acts without being declared, and once of variants', () => {
    const entry = `${WEB_ENTRY}    args: { FLAVOUR: slim, HTTP_PROXY: "http://proxy", GIVEN: "1", WRONG: "2" }
    contexts: { conf: shared }
    variants: { two: { tags: ["2"], args: { FLAVOUR: x } } }
`
    const manifest = MANIFEST.replace('images:', 'defaults: { args: { EVERYWHERE: "1" } }\nimages:')
    const base = `${String(START['images/base/Dockerfile'])}ONBUILD ARG GIVEN\n`
    const { found } = lint({
      ...gifts(''),
      'images/base/Dockerfile': base,
      'images/manifest.yaml': manifest.replace(/ {2}web: .*\n/, entry)
    })
    expect(found).toEqual([
      'images/manifest.yaml:9:68 D007 no ARG of services/web/Dockerfile declares WRONG, so it changes nothing of web'
    ])
  })
})

const WEB_ENTRY = '  web:\n    dockerfile: services/web/Dockerfile\n    context: .\n'

import { afterAll, describe, expect, test } from '@jest/globals'
import { plan } from '../../src/commands/plan.js'
import { openWorld } from '../../src/io/world.js'
import type { Plan } from '../../src/plan/types.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files } from '../support/repository.js'

const MOUNT = 'RUN --mount=type=bind,source=constraints.txt,target=/c.txt pip install -c /c.txt requests\n'
const START = {
  'images/manifest.yaml':
    'version: 1\nregistry: r.example\nimages: { app: { context: ., installed: images/app/installed.txt } }\n',
  'images/app/Dockerfile': `FROM python\n${MOUNT}`,
  'images/app/installed.txt': 'requests==2.32.3\n',
  'constraints.txt': 'numpy==1.26.4\nrequests==2.32.3\n'
}
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, group: () => undefined }

afterAll(disposeRepositories)

/** Reasons of the image `app` after a change; none when it is not affected. */
async function reasonsOf(change: Files, start: Files = {}): Promise<readonly string[]> {
  return (await planned(change, start)).images[0]?.reasons.map(({ text }) => text) ?? ['no image']
}

async function planned(change: Files, start: Files = {}): Promise<Plan> {
  const repository = makeRepository({ ...START, ...start })
  repository.commit('change', change)
  const outcome = await plan(openWorld({ folder: repository.folder, log }), {})
  if (outcome.kind === 'invalid')
    throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'))
  return outcome.value
}

const NUMPY = { 'constraints.txt': 'numpy==2.1.3\nrequests==2.32.3\n' }

describe('with a list of what is installed', () => {
  test('a pin of another package does not count', async () => {
    expect(await reasonsOf(NUMPY)).toEqual([])
  })

  test('a pin of a listed package counts and is named', async () => {
    expect(await reasonsOf({ 'constraints.txt': 'numpy==2.1.3\nrequests==2.32.4\n' })).toEqual([
      'constraints.txt modified: requests 2.32.3 → 2.32.4'
    ])
  })

  test('a package that joins the list counts from then on', async () => {
    expect(await reasonsOf({ 'images/app/installed.txt': 'requests==2.32.3\nnumpy==1.26.4\n' })).toEqual([
      'constraints.txt counts otherwise: numpy 1.26.4 added'
    ])
  })

  test('a list outside of the build context is read again when it changes', async () => {
    const start = {
      'images/manifest.yaml':
        'version: 1\nregistry: r.example\nimages: { app: { installed: lists/app.txt } }\n',
      'images/app/constraints.txt': START['constraints.txt'],
      'lists/app.txt': 'requests==2.32.3\n'
    }
    expect(await reasonsOf({ 'lists/app.txt': 'numpy==1.26.4\nrequests==2.32.3\n' }, start)).toEqual([
      'images/app/constraints.txt counts otherwise: numpy 1.26.4 added'
    ])
    expect(await reasonsOf({ 'lists/app.txt': 'requests==2.32.4\n' }, start)).toEqual([])
  })

  test('versions of the list do not count', async () => {
    expect(await reasonsOf({ 'images/app/installed.txt': 'requests==2.0\n' })).toEqual([])
  })

  test('a changed mode counts', async () => {
    const text = START['constraints.txt']
    expect(await reasonsOf({ 'constraints.txt': { executable: text } })).toEqual([
      'constraints.txt mode changed from 100644 to 100755'
    ])
  })

  test('a file that joins or goes counts', async () => {
    const dockerfile = { 'images/app/Dockerfile': 'FROM python\nRUN pip install requests\n' }
    expect(
      await reasonsOf({ 'images/app/Dockerfile': START['images/app/Dockerfile'] }, dockerfile)
    ).toContain('constraints.txt added')
    expect(await reasonsOf(dockerfile)).toContain('constraints.txt deleted, or no longer read')
  })
})

describe('the whole file counts', () => {
  test.each([
    ['it is copied', `FROM python\n${MOUNT}COPY constraints.txt /\n`],
    ['its folder is copied', `FROM python\n${MOUNT}COPY . /src\n`],
    [
      'another RUN mounts its folder',
      `FROM python\n${MOUNT}RUN --mount=type=bind,target=/src cp -r /src /x\n`
    ],
    [
      'another RUN mounts it for something else',
      `FROM python\n${MOUNT}${MOUNT.replace(/pip.*/, 'cp /c.txt /x')}`
    ],
    [
      'the target that is built inherits the stage that copies it',
      `FROM python AS a\nCOPY constraints.txt /\nFROM a\n${MOUNT}`
    ],
    ['a variable names constraints', `FROM python\nENV PIP_CONSTRAINT=/c.txt\n${MOUNT}`],
    ['the RUN copies it', `FROM python\n${MOUNT.trim()} && cp /c.txt /x\n`]
  ])('where %s', async (_, dockerfile) => {
    expect(await reasonsOf(NUMPY, { 'images/app/Dockerfile': dockerfile })).toEqual([
      'constraints.txt modified'
    ])
  })

  test('where `inputs:` names it', async () => {
    const manifest = START['images/manifest.yaml'].replace(
      'installed',
      'inputs: [constraints.txt], installed'
    )
    expect(await reasonsOf(NUMPY, { 'images/manifest.yaml': manifest })).toEqual(['constraints.txt modified'])
  })

  test('where a parent hands on the RUN', async () => {
    const plan = await planned(NUMPY, {
      'images/manifest.yaml':
        'version: 1\nregistry: r.example\nimages: { app: { context: ., installed: images/app/installed.txt }, parent: {} }\n',
      'images/app/Dockerfile': 'FROM r.example/parent\n',
      'images/parent/Dockerfile': `FROM python\nONBUILD ${MOUNT}`
    })
    expect(plan.images[0]?.reasons.map(({ text }) => text)).toEqual(['constraints.txt modified'])
  })

  test.each([
    ['is missing', null],
    ['is empty', '# nothing\n'],
    ['has a line that is no package', 'requests==2.32.3\n-e git+https://x.example/a#egg=a\n']
  ])('with a warning where the list %s', async (_, list) => {
    const plan = await planned(NUMPY, { 'images/app/installed.txt': list })
    expect(plan.images[0]?.reasons.map(({ text }) => text)).toEqual(['constraints.txt modified'])
    expect(plan.warnings.map(({ code }) => code)).toEqual(['C003'])
  })

  test('in a simulation, since nobody knows which pins would change', async () => {
    const repository = makeRepository(START)
    for (const path of ['constraints.txt', 'images/app/installed.txt']) {
      const outcome = await plan(openWorld({ folder: repository.folder, log }), {
        simulation: { paths: [path], bases: [] }
      })
      const reasons = outcome.kind === 'done' ? outcome.value.images[0]?.reasons : undefined
      expect(reasons?.map(({ text }) => text)).toEqual([`${path} would change`])
    }
  })
})

test('a requirement without a marker counts although the list does not have it: pip would install it', async () => {
  const dockerfile = { 'images/app/Dockerfile': START['images/app/Dockerfile'].replace('-c', '-r') }
  expect(await reasonsOf(NUMPY, dockerfile)).toEqual(['constraints.txt modified: numpy 1.26.4 → 2.1.3'])
})

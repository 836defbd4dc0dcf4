import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { graph } from '../../src/commands/graph.js'
import { plan } from '../../src/commands/plan.js'
import { mermaid } from '../../src/graph/picture.js'
import { openWorld } from '../../src/io/world.js'
import { readManifest } from '../../src/manifest/manifest.js'
import { renderPlanText } from '../../src/report/text.js'
import { done } from '../support/bench.js'
import { disposeRepositories, makeRepository } from '../support/repository.js'
import type { Files, TestRepository } from '../support/repository.js'
import { blocksOf, markedBlock, ROOT, textOf } from './markdown.js'

const README = textOf('README.md')
const CHANGED = 'images/python-ml/lock.txt'
const SILENT = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  group: () => undefined
}

/** The files that the planner reads here, as a repository of its own that no change of other files disturbs. */
function ownImages(): TestRepository {
  const places = ['images', 'common', 'functions', 'services', '*constraints.txt']
  const listed = execFileSync('git', ['ls-files', ...places], { cwd: ROOT, encoding: 'utf8' })
  const files: Record<string, Uint8Array> = {}
  for (const path of listed.split('\n')) {
    if (path !== '' && existsSync(join(ROOT, path))) files[path] = readFileSync(join(ROOT, path))
  }
  return makeRepository(files)
}

/** Commit ids differ with every commit; everything else has to be equal. */
function withoutCommits(text: string): string {
  return text.replace(/\b[0-9a-f]{7}\b/g, '0000000')
}

describe('README.md', () => {
  const open = ({ folder }: TestRepository): ReturnType<typeof openWorld> => openWorld({ log: SILENT, folder })
  afterAll(disposeRepositories)

  test('shows the graph of this repository; when this fails, copy the expected text below <!-- graph -->', async () => {
    const view = done(await graph(open(ownImages()), {}))
    expect(markedBlock(README, 'graph')).toBe(mermaid(view.graph))
  })

  test('shows what `plan` prints; when this fails, copy the expected text below <!-- plan -->', async () => {
    const repository = ownImages()
    repository.write({ [CHANGED]: `${textOf(CHANGED)}\n` })
    const made = done(await plan(open(repository), {}))
    expect(withoutCommits(markedBlock(README, 'plan'))).toBe(withoutCommits(renderPlanText(made)))
  })

  test('has a manifest that is read without findings, and planned in a repository that has just its files', async () => {
    const text = markedBlock(README, 'manifest')
    const { manifest, diagnostics } = readManifest(text, 'images/manifest.yaml')
    expect(diagnostics).toEqual([])
    const images = manifest?.images ?? []
    const files: Record<string, Files[string]> = { 'images/manifest.yaml': text }
    for (const image of images) {
      const from = image.name === 'base' ? 'debian:12-slim' : 'ghcr.io/acme/base:latest'
      files[image.dockerfile] = `FROM ${from}\n`
      if (image.test?.kind === 'script') files[image.test.path] = '#!/bin/sh\n'
    }
    const made = done(await plan(open(makeRepository(files)), {}))
    expect(made.warnings).toEqual([])
    const parents = Object.fromEntries(made.images.map(image => [image.name, image.parents]))
    expect(parents).toEqual({ base: [], web: ['base'], worker: ['base'] })
  })

  test.each(['README.md', 'docs/actions.md', 'docs/examples/other-registry.yml'])(
    '%s: a caller gives the reusable workflow every right that its jobs ask for, and no input or secret it does not have',
    page => {
      const text = textOf(page)
      const callers = (page.endsWith('.yml') ? [text] : blocksOf(text, 'yaml'))
        .map(block => parse(block) as { jobs?: Record<string, Caller> })
        .flatMap(workflow => Object.values(workflow.jobs ?? {}))
        .filter(job => job.uses?.startsWith('OWNER/base-images/.github/') === true)
      expect(callers).not.toEqual([])
      for (const { uses = '', permissions, with: inputs, secrets } of callers) {
        const name = /([a-z]+\.yml)@COMMIT$/.exec(uses)?.[1] ?? ''
        const called = parse(textOf(`.github/workflows/${name}`)) as Called
        expect(permissions).toEqual(rightsOf(called))
        const { workflow_call: takes } = called.on
        expect(Object.keys(takes.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs ?? {})))
        expect(Object.keys(takes.secrets)).toEqual(expect.arrayContaining(Object.keys(secrets ?? {})))
      }
    }
  )

  test.each([
    ['push', 'push.yml'],
    ['pull-request', 'pull-request.yml']
  ])('its %s workflow is the one that this repository runs itself', (block, name) => {
    const pasted = parse(markedBlock(README, block)) as Workflow
    const own = parse(textOf(`.github/workflows/${name}`)) as Workflow
    const called = (workflow: Workflow): unknown => {
      const { uses = '', permissions, with: inputs } = workflow.jobs['images'] ?? {}
      return { file: /[a-z]+\.yml/.exec(uses)?.[0], permissions, inputs }
    }
    expect(called(pasted)).toEqual(called(own))
    expect(pasted.on).toEqual(own.on)
    expect(pasted.concurrency).toEqual(own.concurrency)
  })

  test('names commands that exist', () => {
    const targets = [...textOf('Makefile').matchAll(/^([a-z-]+):/gm)].map(([, target]) => target)
    const named = [...README.matchAll(/(?:^|`)(?:\w+=\w+ )?make ([a-z-]+)/gm)].map(([, target]) => target)
    expect(named).toEqual(expect.arrayContaining(['demo', 'test']))
    expect(named.filter(target => !targets.includes(target))).toEqual([])
    expect(textOf('.ci/run')).toContain('make test')
  })
})

interface Workflow {
  readonly on: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Caller>>
}

interface Caller {
  readonly secrets?: Readonly<Record<string, unknown>>
  readonly uses?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}

interface Called {
  readonly on: {
    readonly workflow_call: Readonly<Record<'inputs' | 'secrets', Readonly<Record<string, unknown>>>>
  }
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>>
}

/** The highest right of each kind that any job of a workflow asks for. */
function rightsOf(workflow: Called): Readonly<Record<string, string>> {
  const rights: Record<string, string> = {}
  for (const { permissions } of Object.values(workflow.jobs)) {
    for (const [name, right] of Object.entries(permissions ?? {})) {
      if (rights[name] !== 'write') rights[name] = right
    }
  }
  return rights
}

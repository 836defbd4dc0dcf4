import { randomBytes } from 'node:crypto'
import type { ActEvent, ActJob, ActRig, ActRun } from './act.js'
import type { Fixture } from './fixture.js'
import { makeFixture } from './fixture.js'
import { fixtureImages } from './images.js'
import type { PublishedImage } from './published.js'
import { published } from './published.js'
import { quickStartWorkflows } from './quick-start.js'

/** A repository with the shipped workflows and images of its own, and the runs it has seen. */
export interface Rehearsal {
  /** Registry prefix of its images, which nobody else uses. */
  readonly prefix: string
  readonly fixture: Fixture
  /** The files of its first commit: workflows and images. */
  readonly ground: Files
  /** Commits files to main, pushes, and runs what a push runs. */
  readonly push: (files: Files, message: string) => Promise<ActRun>
  /** Runs the last push again, as a person does who presses "Re-run". */
  readonly again: () => Promise<ActRun>
  /** Commits files to a branch and runs what a pull request runs, on the merge commit. */
  readonly pullRequest: (files: Files, message: string) => Promise<ActRun>
  /** Runs what a person starts by hand. */
  readonly dispatch: (inputs: Readonly<Record<string, string>>) => Promise<ActRun>
  /** The workflows among the files of the first commit. */
  readonly workflows: Readonly<Record<string, string>>
  /** What `image:tag` is in the registry. */
  readonly publishedTag: (tag: string) => Promise<PublishedImage | undefined>
  /** What `image:latest` is. */
  readonly published: (image: string) => Promise<PublishedImage | undefined>
  readonly dispose: () => void
}

type Files = Parameters<Fixture['commit']>[0]

const ZERO = '0'.repeat(40)

/** Where a rehearsal takes place, when not in the plain registry of the tests and without an API. */
export interface Surroundings {
  readonly host?: string
  /** Address of GitHub's REST API. */
  readonly api?: string
}

/** Makes a fixture whose images live under a prefix of their own in the registry of the tests. */
export function rehearse(rig: ActRig, { host = rig.host, api }: Surroundings = {}): Rehearsal {
  const prefix = `${host}/rehearsal-${randomBytes(6).toString('hex')}`
  const fixture = makeFixture()
  let before = ZERO
  let last: ActEvent | undefined
  const ground = { ...quickStartWorkflows(), ...fixtureImages(prefix) }
  return {
    prefix,
    fixture,
    ground,
    push: async (files, message) => {
      const after = fixture.commit(before === ZERO ? { ...ground, ...files } : files, message)
      last = {
        name: 'push',
        payload: { ref: 'refs/heads/main', before, after, repository: { default_branch: 'main' } }
      }
      before = after
      return rig.run(fixture, 'images.yml', last, api)
    },
    again: async () => {
      if (last === undefined) throw new Error('nothing was pushed before')
      return rig.run(fixture, 'images.yml', last, api)
    },
    pullRequest: async (files, message) => {
      const payload = mergeOf(fixture, files, message)
      try {
        return await rig.run(fixture, 'pull-request.yml', { name: 'pull_request', payload }, api)
      } finally {
        fixture.git('checkout', '-q', 'main')
      }
    },
    dispatch: inputs => {
      const payload = { ref: 'refs/heads/main', inputs, repository: { default_branch: 'main' } }
      return rig.run(fixture, 'images.yml', { name: 'workflow_dispatch', payload }, api)
    },
    workflows: quickStartWorkflows(),
    published: image => published(`${prefix}/${image}:latest`),
    publishedTag: tag => published(`${prefix}/${tag}`),
    dispose: fixture.dispose
  }
}

/**
 * Commits files to a branch off main and checks out its merge into main, which is what a pull request is run on. Returns
 * the payload of the event.
 */
export function mergeOf(fixture: Fixture, files: Files, message: string): object {
  const base = fixture.git('rev-parse', 'main')
  fixture.git('checkout', '-q', '-B', 'change', 'main')
  const head = fixture.commit(files, message)
  fixture.git('checkout', '-q', '-B', 'merge', 'main')
  fixture.git('merge', '-q', '--no-ff', '-m', 'Merge', head)
  fixture.git('push', '-q', '-f', 'bare', 'merge', 'change')
  return { number: 1, pull_request: { number: 1, base: { sha: base }, head: { sha: head } } }
}

/** The job of a workflow by its id, where there is one. */
export function jobById(run: ActRun, id: string): ActJob {
  const found = run.jobs.find(job => job.id === id)
  if (found === undefined) throw new Error(`no job ${id} ran:\n${run.log}`)
  return found
}

/** The level jobs in the order in which they ended. */
export function levelJobs(run: ActRun): readonly ActJob[] {
  return run.jobs.filter(job => /^(?:level|late|leaf)-/.test(job.id))
}

/** Digests of the platform manifests that the level jobs gave out, by image. */
export function builtDigests(run: ActRun): Readonly<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const job of levelJobs(run)) {
    const of = JSON.parse(job.outputs['digests'] ?? '{}') as Record<string, Record<string, string>>
    for (const [image, platforms] of Object.entries(of)) digests[image] = Object.values(platforms)[0] ?? ''
  }
  return digests
}

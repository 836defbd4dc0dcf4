/**
 * Inputs, secrets and outputs of the reusable workflows: the one place from which the workflows and the tables of
 * docs/actions.md are written. `in` names the workflows that have it.
 */

const BOTH = ['images', 'check']
const PUBLISHING = ['images']

/** @typedef {{ name: string, in: string[], type: string, value: string|boolean|number, text: string }} Input */

/** @type {readonly Input[]} */
export const INPUTS = [
  {
    name: 'manifest',
    in: BOTH,
    type: 'string',
    value: 'images/manifest.yaml',
    text: 'path of the manifest from the repository root'
  },
  {
    name: 'ref',
    in: PUBLISHING,
    type: 'string',
    value: '',
    text: 'commit to build; empty builds the one that started the run'
  },
  {
    name: 'base',
    in: PUBLISHING,
    type: 'string',
    value: '',
    text: 'commit to compare with; empty follows from the event'
  },
  {
    name: 'images',
    in: PUBLISHING,
    type: 'string',
    value: '',
    text: 'names of images to build with all that is built on them, changed or not, separated by commas; empty builds what the change affects'
  },
  { name: 'all', in: PUBLISHING, type: 'boolean', value: false, text: 'plans every image' },
  {
    name: 'rebuild',
    in: PUBLISHING,
    type: 'boolean',
    value: false,
    text: 'builds again what is there already'
  },
  {
    name: 'platforms',
    in: BOTH,
    type: 'string',
    value: '',
    text: 'platforms to build, such as linux/amd64, separated by commas; empty builds those of the manifest, which a release wants all'
  },
  {
    name: 'runners',
    in: BOTH,
    type: 'string',
    value: '',
    text: "runner by platform, such as linux/amd64=my-runner, separated by commas, in place of the manifest's"
  },
  {
    name: 'strategy',
    in: PUBLISHING,
    type: 'string',
    value: 'levels',
    text: 'levels builds on as many machines as there are rows; single in one job for each platform; auto takes single where more machines would not help'
  },
  {
    name: 'max-parallel',
    in: PUBLISHING,
    type: 'number',
    value: 8,
    text: 'how many build jobs of one matrix run at once, of which a level has up to three; registries refuse more pushes than they like'
  },
  {
    name: 'registry',
    in: PUBLISHING,
    type: 'string',
    value: 'manifest',
    text: "where to publish, such as ghcr.io/acme, in place of the manifest's registry"
  },
  {
    name: 'registry',
    in: ['check'],
    type: 'string',
    value: 'manifest',
    text: "where published builds are read, such as ghcr.io/acme, in place of the manifest's registry; nothing is written there"
  },
  {
    name: 'login-registry',
    in: BOTH,
    type: 'string',
    value: 'ghcr.io',
    text: "host to log in to, with the secrets or, for ghcr.io, with the job's token; no other host gets the token"
  },
  {
    name: 'comment',
    in: ['check'],
    type: 'boolean',
    value: true,
    text: 'keeps one comment of the pull request up to date; where that is not allowed, the summary says so'
  },
  {
    name: 'dry-run',
    in: PUBLISHING,
    type: 'boolean',
    value: false,
    text: 'builds and tests, and moves no tag'
  },
  {
    name: 'allow-rewind',
    in: PUBLISHING,
    type: 'boolean',
    value: false,
    text: 'lets tags move to a commit that does not descend from the one they carry'
  },
  { name: 'timeout-minutes', in: BOTH, type: 'number', value: 120, text: 'longest time of one build job' }
]

/** All are optional. */
export const SECRETS = [
  {
    name: 'registry-username',
    text: 'user of login-registry; the actor of the run when it is not given'
  },
  {
    name: 'registry-password',
    text: "password or token for login-registry; for ghcr.io the job's token when it is not given"
  },
  {
    name: 'build-secrets',
    text: 'environment for `secrets` of the manifest, a line NAME=value each; only build steps get it'
  }
]

export const OUTPUTS = [
  {
    name: 'affected',
    in: BOTH,
    value: '${{ jobs.plan.outputs.affected }}',
    text: 'JSON list of the names of the affected images'
  },
  {
    name: 'digests',
    in: PUBLISHING,
    value: '${{ jobs.release.outputs.digests }}',
    text: 'JSON object, digest of the published index by image'
  },
  {
    name: 'record',
    in: PUBLISHING,
    value: '${{ jobs.release.outputs.record }}',
    text: 'release record as `repository@digest`'
  }
]

/** Those of a list that a workflow has. */
export function of(list, workflow) {
  return list.filter(item => item.in.includes(workflow))
}

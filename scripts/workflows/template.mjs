/**
 * The template of both reusable workflows. Two, because a called workflow that asks for more rights than its caller has
 * does not start: images.yml writes packages, check.yml reads them.
 */
import * as when from './conditions.mjs'
import { INPUTS, OUTPUTS, SECRETS, of } from './inputs.mjs'

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
const RUNNER = 'ubuntu-24.04'
/** Platforms whose results reach the report of a check; a job output must have a name that is known before. */
export const REPORTED_PLATFORMS = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/386',
  'linux/ppc64le',
  'linux/riscv64',
  'linux/s390x'
]

const HEAD = {
  images: `# Builds and publishes: plan, up to 8 levels of builds, release, report, and one job that says whether all is well.
# Call it from a workflow of yours (push.yml is an example). The caller grants contents: read and packages: write.
# Written by \`npm run workflows\` from scripts/workflows/; change it there.
name: images (reusable)`,
  check: `# Builds and tests what a pull request affects and publishes nothing: plan, builds in one job for each platform, report,
# and one job that says whether all is well. Call it from a workflow of yours (pull-request.yml is an example). The caller
# grants contents: read, packages: read and, for the comment, pull-requests: write; a fork's token may only read, and
# that is enough.
# Written by \`npm run workflows\` from scripts/workflows/; change it there.
name: check (reusable)`
}

/** The text of a workflow, \`images\` or \`check\`. */
export function renderWorkflow(workflow) {
  return [
    HEAD[workflow],
    '',
    'on:',
    '  workflow_call:',
    '    inputs:',
    ...of(INPUTS, workflow).flatMap(input => [
      `      ${input.name}:`,
      `        description: ${quoted(sentence(input.text))}`,
      `        type: ${input.type}`,
      `        default: ${input.type === 'string' ? quoted(input.value) : input.value}`
    ]),
    '    secrets:',
    ...SECRETS.flatMap(secret => [
      `      ${secret.name}:`,
      `        description: ${quoted(sentence(secret.text))}`,
      '        required: false'
    ]),
    '    outputs:',
    ...of(OUTPUTS, workflow).flatMap(output => [
      `      ${output.name}:`,
      `        description: ${quoted(sentence(output.text))}`,
      `        value: ${output.value}`
    ]),
    '',
    'permissions: {}',
    '',
    'jobs:',
    ...indent(2, workflow === 'images' ? publishingJobs() : checkingJobs()),
    ''
  ].join('\n')
}

function publishingJobs() {
  const builds = when.BUILDS.map(({ id }) => id)
  return [
    ...planJob('images'),
    '',
    '# A level starts when the one before has ended, however that ended: an image whose parent failed ends as blocked by',
    '# name, all others are built. Beside its rows that the next level waits for, it may have late rows, which only the',
    '# level after the next waits for, and leaf rows, which no level waits for.',
    ...when.BUILDS.flatMap(build => [...buildJob(build), '']),
    'release:',
    ...indent(2, [
      'name: release',
      `needs: [${['plan', ...builds].join(', ')}]`,
      '# A job without rows is skipped; every other outcome than success keeps all tags where they are.',
      ...condition(when.releaseStarts()),
      `runs-on: ${RUNNER}`,
      'timeout-minutes: 60',
      'permissions:',
      '  contents: read # is our commit a descendant of the published one?',
      '  packages: write # tags and the release record',
      'outputs:',
      '  digests: ${{ steps.release.outputs.digests }}',
      '  record: ${{ steps.release.outputs.record }}',
      '  release: ${{ steps.release.outputs.release }}',
      'steps:',
      ...checkout({ ref: true, history: true }),
      '  - id: release',
      '    uses: $/actions/release',
      '    with:',
      '      plan: ${{ needs.plan.outputs.plan }}',
      '      registry: ${{ inputs.registry }}',
      ...indent(6, login()),
      '      dry-run: ${{ inputs.dry-run }}',
      '      allow-rewind: ${{ inputs.allow-rewind }}'
    ]),
    '',
    'report:',
    ...indent(2, [
      'name: report',
      `needs: [${['plan', ...builds, 'release'].join(', ')}]`,
      ...condition(when.reportStarts()),
      `runs-on: ${RUNNER}`,
      'timeout-minutes: 15',
      'permissions:',
      '  contents: read # check out',
      '  packages: read # results are found in staging',
      'steps:',
      ...checkout({ ref: true }),
      '  - uses: $/actions/report',
      '    with:',
      '      plan: ${{ needs.plan.outputs.plan }}',
      '      registry: ${{ inputs.registry }}',
      ...indent(6, login()),
      '      # A job that was skipped has no outputs.',
      "      release: ${{ needs.release.result != 'skipped' && needs.release.outputs.release || '' }}"
    ]),
    '',
    ...gateJob(['plan', ...builds, 'release', 'report'], when.publishedWell())
  ]
}

function buildJob({ id, waits }) {
  return [
    `${id}:`,
    ...indent(2, [
      'name: ${{ matrix.id }}',
      `needs: [${['plan', ...waits].join(', ')}]`,
      ...condition(when.buildStarts(id)),
      'runs-on: ${{ matrix.runner }}',
      'timeout-minutes: ${{ inputs.timeout-minutes }}',
      'permissions:',
      '  contents: read # check out',
      '  packages: write # staging and layer cache',
      'strategy:',
      '  fail-fast: false',
      '  max-parallel: ${{ inputs.max-parallel }}',
      `  matrix: \${{ fromJSON(needs.plan.outputs.jobs)['${id}'] }}`,
      'steps:',
      ...checkout({ ref: true }),
      '  - uses: $/actions/build',
      '    with:',
      '      plan: ${{ needs.plan.outputs.plan }}',
      '      row: ${{ toJSON(matrix) }}',
      '      registry: ${{ inputs.registry }}',
      '      timeout-minutes: ${{ inputs.timeout-minutes }}',
      ...indent(6, login()),
      '      build-secrets: ${{ secrets.build-secrets }}',
      '      publish: true'
    ])
  ]
}

function checkingJobs() {
  return [
    ...planJob('check'),
    '',
    '# Builds lie in a folder of the job, from which parents are handed over; the registry is only read.',
    'build:',
    ...indent(2, [
      'name: ${{ matrix.id }}',
      'needs: [plan]',
      ...condition(when.checkStarts()),
      'runs-on: ${{ matrix.runner }}',
      'timeout-minutes: ${{ inputs.timeout-minutes }}',
      'permissions:',
      '  contents: read # check out',
      '  packages: read # parents that are published already, and the layer cache',
      'outputs:',
      ...REPORTED_PLATFORMS.map(platform => {
        const name = `results-${platform.replaceAll('/', '-')}`
        return `  ${name}: \${{ matrix.platform == '${platform}' && steps.build.outputs.results || '' }}`
      }),
      'strategy:',
      '  fail-fast: false',
      '  matrix: ${{ fromJSON(needs.plan.outputs.levels)[0] }}',
      'steps:',
      ...checkout({}),
      '  - id: build',
      '    uses: $/actions/build',
      '    with:',
      '      plan: ${{ needs.plan.outputs.plan }}',
      '      row: ${{ toJSON(matrix) }}',
      '      registry: ${{ inputs.registry }}',
      '      timeout-minutes: ${{ inputs.timeout-minutes }}',
      ...indent(6, login()),
      '      build-secrets: ${{ secrets.build-secrets }}',
      '      store: folder'
    ]),
    '',
    'report:',
    ...indent(2, [
      'name: report',
      'needs: [plan, build]',
      ...condition(when.reportStarts()),
      `runs-on: ${RUNNER}`,
      'timeout-minutes: 15',
      'permissions:',
      '  pull-requests: write # the comment; this job checks nothing out and builds nothing',
      'steps:',
      '  - uses: $/actions/report',
      '    with:',
      '      plan: ${{ needs.plan.outputs.plan }}',
      '      # Of jobs that never started there are none.',
      '      results: >-',
      '        none',
      ...REPORTED_PLATFORMS.map(
        platform =>
          `        \${{ needs.build.result != 'skipped' && needs.build.outputs.results-${platform.replaceAll('/', '-')} || '' }}`
      ),
      "      comment-token: ${{ inputs.comment && github.event_name == 'pull_request' && github.token || '' }}"
    ]),
    '',
    ...gateJob(['plan', 'build', 'report'], when.checkedWell())
  ]
}

function planJob(workflow) {
  const publishes = workflow === 'images'
  return [
    'plan:',
    ...indent(2, [
      'name: plan',
      `runs-on: ${RUNNER}`,
      'timeout-minutes: 15',
      'permissions:',
      '  contents: read # check out and compare',
      '  packages: read # what is in staging already',
      'outputs:',
      ...['plan', ...(publishes ? ['jobs', 'job-counts'] : ['levels', 'level-counts']), 'affected'].map(
        name => `  ${name}: \${{ steps.plan.outputs.${name} }}`
      ),
      'steps:',
      ...checkout({ ref: publishes, history: true }),
      '  - id: plan',
      '    uses: $/actions/plan',
      '    with:',
      '      manifest: ${{ inputs.manifest }}',
      ...(publishes
        ? [
            '      base: ${{ inputs.base }}',
            '      images: ${{ inputs.images }}',
            '      all: ${{ inputs.all }}',
            '      rebuild: ${{ inputs.rebuild }}'
          ]
        : []),
      '      platforms: ${{ inputs.platforms }}',
      '      runners: ${{ inputs.runners }}',
      `      strategy: ${publishes ? '${{ inputs.strategy }}' : 'single'}`,
      '      registry: ${{ inputs.registry }}',
      ...(publishes ? [] : ['      unreadable-registry: build']),
      ...indent(6, login())
    ])
  ]
}

function gateJob(needs, well) {
  return [
    '# The one check to require: it always runs, is green when nothing was affected, and red when anything that was needed',
    '# failed, was blocked or was cancelled.',
    'gate:',
    ...indent(2, [
      'name: images',
      `needs: [${needs.join(', ')}]`,
      'if: ${{ always() }}',
      `runs-on: ${RUNNER}`,
      'timeout-minutes: 5',
      'permissions: {}',
      'steps:',
      '  - name: Every job did what was needed',
      '    env:',
      '      WELL: >-',
      ...indent(8, ['${{', ...indent(2, well), '}}']),
      `      JOBS: ${needs.join(' ')}`,
      "      RESULTS: ${{ join(needs.*.result, ' ') }}",
      '    run: |',
      '      echo "jobs: $JOBS"',
      '      echo "results: $RESULTS"',
      '      test "$WELL" = true'
    ])
  ]
}

function checkout({ ref = false, history = false }) {
  return [
    `  - uses: ${CHECKOUT}`,
    '    with:',
    ...(ref ? ['      ref: ${{ inputs.ref }}'] : []),
    '      persist-credentials: false',
    ...(history ? ['      fetch-depth: 0 # any commit may be the one to compare with'] : [])
  ]
}

/** The token of the job goes to GitHub's own registry and nowhere else. */
function login() {
  return [
    'login-registry: ${{ inputs.login-registry }}',
    'registry-username: ${{ secrets.registry-username || github.actor }}',
    "registry-password: ${{ secrets.registry-password || inputs.login-registry == 'ghcr.io' && github.token || '' }}"
  ]
}

function condition(lines) {
  return ['if: >-', ...indent(2, lines)]
}

function indent(by, lines) {
  return lines.map(line => (line === '' ? '' : `${' '.repeat(by)}${line}`))
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`
}

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

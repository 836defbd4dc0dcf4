import { optionLines } from './option-table.js'

const GENERAL = `base-images: builds a tree of container images, exactly what a change affects, in parent order.

Usage: base-images COMMAND [OPTION…]

Commands
  plan           what a change affects and why; git only, no network
  graph          who is built on whom
  why IMAGE      why one image is in the plan, or why not
  build          build what the plan says, into the staging repository
  release        make what is public equal to the commit, all images or none
  clean          what may be deleted from the registry; with --apply deletes it
  lock           what the lock holds; with --refresh takes in moved bases and security updates
  lint           check the manifest, the Dockerfiles, the lock and what images install of Python

Options
  COMMAND --help   what a command does, its options and examples
  --version        the version

Exit codes: 0 done, 1 a build, test or release failed, 2 the input is wrong, 3 internal error.
`

const COMMANDS: Readonly<Record<string, string>> = {
  plan: `base-images plan: what a change affects and why. Reads git only; nothing is checked out, no network is used.

Usage: base-images plan [OPTION…]

With --registry the registry is asked what is built already: that is reused, what is missing joins.
--simulate and --simulate-base say what would follow if files changed or a base moved; nothing is written.

Options
${optionLines('plan')}
Examples
  base-images plan                                 uncommitted work and this branch
  base-images plan --base origin/main~5            the last five commits of main
  base-images plan --image python-web              one image, changed or not
  base-images plan --simulate constraints.txt      who would be built if this file changed
  base-images plan --simulate-base debian:12       who would be built if this base moved
  base-images plan --format json > plan.json       for \`base-images build --plan plan.json\`
`,
  graph: `base-images graph: who is built on whom.

Usage: base-images graph [OPTION…]

Options
${optionLines('graph')}
Examples
  base-images graph
  base-images graph --format mermaid >> docs/images.md
  base-images graph --format dot | dot -Tsvg > graph.svg
  base-images graph --format json | jq '.images[] | select(.level == 0).name'
`,
  why: `base-images why: why one image is in the plan, from the image to the changed line; or why nothing that changed
counts for it.

Usage: base-images why IMAGE [OPTION…]

Options
${optionLines('why')}
Examples
  base-images why python-web
  base-images why python-web --base v1.2.0
  base-images why python-web --simulate README.md
`,
  build: `base-images build: builds what the plan says into the staging repository, parents before children.

Usage: base-images build [OPTION…]

Needs buildx, and a login that may write the staging repository. Without --plan it plans first and asks the
registry. Nothing public changes: that is what \`base-images release\` does. What is finished stays finished.
With several builders of buildx the images are spread over them, --jobs at once on each; those of a builder that
goes away are built on the others.

Options
${optionLines('build')}
Examples
  base-images build --registry localhost:5000/try --platform linux/amd64    a rehearsal on one machine
  base-images build --plan plan.json                   what CI planned
  base-images build --image python-web --rebuild --verbose
  base-images build --builder here --builder big-machine --jobs 4
`,
  release: `base-images release: makes what is public equal to the commit, for every image of the manifest, all or none.

Usage: base-images release [OPTION…]

Refuses when an image is missing or untested, when a child was built on another parent than the one to be released,
and when a tag would move to a commit that does not descend from the one it carries (unless --allow-rewind).

Options
${optionLines('release')}
Examples
  base-images release --dry-run
  base-images release --plan plan.json
  base-images release --registry localhost:5000/try --platform linux/amd64    of a rehearsal for one platform
`,
  clean: `base-images clean: what may be deleted of staging, layer cache and published repositories; never anything that
a live index, tag or record needs.

Usage: base-images clean [OPTION…]

Needed is what HEAD (or --head), the default branch of origin, every --also and the newest release record are built
from, and all that any other tag leads to. What was seen unneeded for --keep (days or hours) may go; the time counts
from the first \`clean --apply\` that saw it. Without --apply nothing is written.

Options
${optionLines('clean')}
Examples
  base-images clean
  base-images clean --apply                            once a week, for example
  base-images clean --also origin/release-2 --keep 12h
`,
  lock: `base-images lock: holds images/lock.yaml against the manifest, or writes it anew.

Usage: base-images lock [OPTION…]

Without --refresh it says which external bases have no entry, which entries no image takes, and how old the patch
epochs are; no registry is asked. With --refresh it asks the registries what every external base is now and writes that
and a new patch epoch (the ISO week, or what --epoch says) for every image whose Dockerfile has ARG PATCH_EPOCH.
--dry-run shows this and writes nothing. A base whose registry fails keeps its entry.

Options
${optionLines('lock')}
Examples
  base-images lock
  base-images lock --refresh && base-images plan
  base-images lock --refresh --epoch 2026-W47.2        a second round of security updates in one week
`,
  lint: `base-images lint: checks the manifest, the Dockerfiles and the lock, and holds the Python packages that each image
installs against those that the images below have installed; prints every finding with its place. Reads git only.

Usage: base-images lint [OPTION…]

Ends with 2 when there is an error; with --strict also when there is a warning.

Options
${optionLines('lint')}
Examples
  base-images lint
  base-images lint --strict --format github            in a job: findings at the lines of the pull request
  base-images lint --format json | jq '.diagnostics[].code'
`
}

/** The help of a command, or the general one. */
export function helpOf(command?: string): string {
  return (command === undefined ? undefined : COMMANDS[command]) ?? GENERAL
}

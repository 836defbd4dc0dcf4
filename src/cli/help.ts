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

Options of most commands
  --manifest FILE      the images manifest                       (images/manifest.yaml)
  --base REVISION      commit to compare with        (where the branch left the default branch)
  --head REVISION      commit to plan               (the working tree with uncommitted files)
  --image NAME         only this image; may be given several times
  --platform PLATFORM  only this platform, such as linux/amd64; may be given several times
  --all                every image, changed or not
  --rebuild            build even what is built already
  --registry PREFIX    ask and use this registry in place of the manifest's; the word
                       \`manifest\` means the manifest's own
  --format FORMAT      text or json; graph also mermaid and dot, lint also github
  --help               more about a command

Exit codes: 0 done, 1 a build, test or release failed, 2 the input is wrong, 3 internal error.
`

const COMMANDS: Readonly<Record<string, string>> = {
  plan: `base-images plan: what a change affects and why. Reads git only; nothing is checked out, no network is used.

Usage: base-images plan [--base REVISION] [--head REVISION] [--image NAME]… [--all] [--rebuild]
                        [--registry PREFIX|manifest] [--manifest FILE] [--format text|json]
                        [--simulate PATH]… [--simulate-base REFERENCE]…

With --registry the registry is asked what is built already: that is reused, what is missing joins.
--simulate and --simulate-base say what would follow if files changed or a base moved; nothing is written.

Examples
  base-images plan                                 uncommitted work and this branch
  base-images plan --base origin/main~5            the last five commits of main
  base-images plan --image python-web              one image, changed or not
  base-images plan --simulate constraints.txt      who would be built if this file changed
  base-images plan --simulate-base debian:12       who would be built if this base moved
  base-images plan --format json > plan.json       for \`base-images build --plan plan.json\`
`,
  graph: `base-images graph: who is built on whom.

Usage: base-images graph [--head REVISION] [--manifest FILE] [--format text|json|mermaid|dot]

Examples
  base-images graph
  base-images graph --format mermaid >> docs/images.md
  base-images graph --format dot | dot -Tsvg > graph.svg
  base-images graph --format json | jq '.images[] | select(.level == 0).name'
`,
  why: `base-images why: why one image is in the plan, from the image to the changed line; or why nothing that changed
counts for it.

Usage: base-images why IMAGE [--base REVISION] [--head REVISION] [--registry PREFIX|manifest] [--format text|json]
                             [--simulate PATH]… [--simulate-base REFERENCE]…

Examples
  base-images why python-web
  base-images why python-web --base v1.2.0
  base-images why python-web --simulate README.md
`,
  build: `base-images build: builds what the plan says into the staging repository, parents before children.

Usage: base-images build [--plan FILE] [--jobs N] [--builder NAME]… [--verbose] [--registry PREFIX|manifest]
                         [--base REVISION] [--head REVISION] [--image NAME]… [--all] [--rebuild] [--format text|json]

Needs buildx, and a login that may write the staging repository. Without --plan it plans first and asks the
registry. Nothing public changes: that is what \`base-images release\` does. What is finished stays finished.
With several builders of buildx the images are spread over them, --jobs at once on each; those of a builder that
goes away are built on the others.

Examples
  base-images build --registry localhost:5000/try --platform linux/amd64    a rehearsal on one machine
  base-images build --plan plan.json                   what CI planned
  base-images build --image python-web --rebuild --verbose
  base-images build --builder here --builder big-machine --jobs 4
`,
  release: `base-images release: makes what is public equal to the commit, for every image of the manifest, all or none.

Usage: base-images release [--plan FILE] [--dry-run] [--allow-rewind] [--registry PREFIX|manifest] [--head REVISION]

Refuses when an image is missing or untested, when a child was built on another parent than the one to be released,
and when a tag would move to a commit that does not descend from the one it carries (unless --allow-rewind).

Examples
  base-images release --dry-run
  base-images release --plan plan.json
  base-images release --registry localhost:5000/try --platform linux/amd64    of a rehearsal for one platform
`,
  clean: `base-images clean: what may be deleted of staging, layer cache and published repositories; never anything that
a live index, tag or record needs.

Usage: base-images clean [--apply] [--keep 30d] [--head REVISION] [--also REVISION]… [--registry PREFIX|manifest]
                         [--manifest FILE] [--format text|json]

Needed is what HEAD (or --head), the default branch of origin, every --also and the newest release record are built
from, and all that any other tag leads to. What was seen unneeded for --keep (days or hours) may go; the time counts
from the first \`clean --apply\` that saw it. Without --apply nothing is written.

Examples
  base-images clean
  base-images clean --apply                            once a week, for example
  base-images clean --also origin/release-2 --keep 12h
`,
  lock: `base-images lock: holds images/lock.yaml against the manifest, or writes it anew.

Usage: base-images lock [--manifest FILE] [--format text|json]
       base-images lock --refresh [--epoch EPOCH] [--dry-run] [--manifest FILE] [--format text|json]

Without --refresh it says which external bases have no entry, which entries no image takes, and how old the patch
epochs are; no registry is asked. With --refresh it asks the registries what every external base is now and writes that
and a new patch epoch (the ISO week, or what --epoch says) for every image whose Dockerfile has ARG PATCH_EPOCH.
--dry-run shows this and writes nothing. A base whose registry fails keeps its entry.

Examples
  base-images lock
  base-images lock --refresh && base-images plan
  base-images lock --refresh --epoch 2026-W47.2        a second round of security updates in one week
`,
  lint: `base-images lint: checks the manifest, the Dockerfiles and the lock, and holds the Python packages that each image
installs against those that the images below have installed; prints every finding with its place. Reads git only.

Usage: base-images lint [--strict] [--head REVISION] [--manifest FILE] [--format text|json|github]

Ends with 2 when there is an error; with --strict also when there is a warning.

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

/** A manifest and the codes that reading it tells, in the order of their places; no codes means it is accepted. */
export interface ManifestCase {
  readonly title: string
  readonly text: string
  readonly codes: readonly string[]
  /** Why the JSON Schema cannot say the same: it sees neither the text nor how images relate. */
  readonly beyondSchema?: 'text' | 'relation' | 'grammar'
}

const HEAD = 'version: 1\nregistry: ghcr.io/acme\n'
const OTHERS = '  os: {}\n  tools: {}\n'

/** A manifest with an image `app` that has these lines, and the images `os` and `tools`. */
export function withImage(lines: string): string {
  return `${HEAD}images:\n${OTHERS}  app:\n${lines
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')}\n`
}

/** A manifest with one image and these lines at the top. */
export function withTop(lines: string): string {
  return `${HEAD}${lines}\nimages: { app: {} }\n`
}

const image = (title: string, lines: string, ...codes: string[]): ManifestCase => ({
  title,
  text: withImage(lines),
  codes
})
const top = (title: string, lines: string, ...codes: string[]): ManifestCase => ({
  title,
  text: withTop(lines),
  codes
})
const raw = (title: string, text: string, ...codes: string[]): ManifestCase => ({ title, text, codes })
const beyond = (reason: NonNullable<ManifestCase['beyondSchema']>, given: ManifestCase): ManifestCase => ({
  ...given,
  beyondSchema: reason
})

/** A text of so many letters. */
const letters = (count: number): string => 'a'.repeat(count)

export const CASES: readonly ManifestCase[] = [
  // The file as a whole
  raw('the smallest manifest', `${HEAD}images: { app: {} }`),
  raw('an image without keys', `${HEAD}images:\n  app:\n`),
  raw('an empty file', '', 'M004'),
  raw('a file of comments', '# nothing\n', 'M004'),
  raw('a list instead of a mapping', '- a\n', 'M004'),
  raw('a text instead of a mapping', 'hello\n', 'M004'),
  raw('no version', 'registry: ghcr.io/acme\nimages: { app: {} }', 'M009'),
  raw('no registry', 'version: 1\nimages: { app: {} }', 'M009'),
  raw('no images', HEAD, 'M009'),
  raw('images without an image', `${HEAD}images: {}`, 'M010'),
  raw('images without a value', `${HEAD}images:`, 'M004'),
  raw('images as a list', `${HEAD}images: [app]`, 'M004'),
  raw('version 2', 'version: 2\nregistry: ghcr.io/acme\nimages: { app: {} }', 'M010'),
  raw('version as text', 'version: "1"\nregistry: ghcr.io/acme\nimages: { app: {} }', 'M004'),
  raw('version as boolean', 'version: true\nregistry: ghcr.io/acme\nimages: { app: {} }', 'M004'),
  beyond('text', raw('two documents', `${HEAD}images: { app: {} }\n---\nversion: 1\n`, 'M002')),
  beyond('text', raw('a tab as indentation', `${HEAD}images:\n\tapp: {}\n`, 'M002')),
  beyond('text', raw('a quote that is not closed', `${HEAD}images: { app: {} }\nsource: "https`, 'M002')),
  beyond(
    'text',
    raw('a tag that is not known', `version: !mine 1\nregistry: ghcr.io/acme\nimages: { app: {} }`, 'M002')
  ),
  beyond('text', raw('a mapping as key', `${HEAD}images: { app: {} }\n? [a]\n: b\n`, 'M002')),
  beyond(
    'text',
    raw('a duplicate key at the top', `${HEAD}registry: ghcr.io/other\nimages: { app: {} }`, 'M006')
  ),
  beyond('text', image('a duplicate key in an image', 'tags: [a]\ntags: [b]', 'M006')),
  beyond('text', raw('an image twice', `${HEAD}images: { app: {}, app: {} }`, 'M006')),
  raw(
    'an anchor and its alias',
    `${HEAD}images: { app: { platforms: &p [linux/arm64] }, b: { platforms: *p } }`
  ),
  beyond('text', raw('an alias without an anchor', `${HEAD}images: { app: { tags: *p } }`, 'M002', 'M004')),
  beyond(
    'text',
    raw('an alias inside of its own anchor', `${HEAD}images: { app: { tags: &p [*p] } }`, 'M002', 'M004')
  ),
  raw('a merge key', `${HEAD}images:\n  a: &x { tags: [b] }\n  b: { <<: *x }\n`, 'M003'),

  // Top keys
  top('an unknown key at the top', 'imagse: {}', 'M003'),
  top('a __proto__ key at the top', '__proto__: { version: 2 }', 'M003'),
  top('a constructor key at the top', 'constructor: {}', 'M003'),
  top('own repositories', 'staging: ghcr.io/acme/s\ncache: ghcr.io/acme/c\nrecord: ghcr.io/acme/r'),
  top('staging with a tag', 'staging: ghcr.io/acme/s:latest', 'M010'),
  top('cache with upper case', 'cache: ghcr.io/Acme/s', 'M010'),
  top('record as a number', 'record: 12', 'M005'),
  top('a source', 'source: https://github.com/acme/images'),
  top('a source that is no address', 'source: github.com/acme/images', 'M010'),
  top('all defaults', 'defaults: { platforms: [linux/arm64], tags: [edge], args: { A: "1" } }'),
  top('an unknown default', 'defaults: { publish: false }', 'M003'),
  top('defaults as text', 'defaults: none', 'M004'),
  top('empty default tags', 'defaults: { tags: [] }', 'M010'),
  top('runners', 'runners: { linux/amd64: big, linux/s390x: "self hosted" }'),
  top('a runner for an unknown platform', 'runners: { linux/amd46: big }', 'M010'),
  top('a runner label as a list', 'runners: { linux/amd64: [a, b] }', 'M004'),
  top('a runner label of two lines', 'runners: { linux/amd64: "a\\nb" }', 'M010'),
  raw('a registry alone', 'version: 1\nregistry: localhost:5000\nimages: { app: {} }'),
  raw(
    'a registry with an upper-case path',
    'version: 1\nregistry: ghcr.io/Acme\nimages: { app: {} }',
    'M010'
  ),
  raw('a registry with a scheme', 'version: 1\nregistry: https://ghcr.io\nimages: { app: {} }', 'M010'),
  raw(
    'a registry with a slash at the end',
    'version: 1\nregistry: ghcr.io/acme/\nimages: { app: {} }',
    'M010'
  ),

  // Names
  raw('an upper-case name', `${HEAD}images: { App: {} }`, 'M008'),
  raw('a name with a slash', `${HEAD}images: { a/b: {} }`, 'M008'),
  raw('a name that starts with a dot', `${HEAD}images: { .a: {} }`, 'M008'),
  raw('a name of 60 letters', `${HEAD}images: { ${letters(60)}: {} }`),
  raw('a name of 61 letters', `${HEAD}images: { ${letters(61)}: {} }`, 'M008'),
  raw('the name __proto__', `${HEAD}images: { __proto__: {} }`, 'M008'),
  raw('the name constructor', `${HEAD}images: { constructor: {} }`),
  raw('a name that looks like a number', `${HEAD}images: { 3.11: {} }`),
  raw('a null name', `${HEAD}images: { ~: {} }`, 'M008'),

  // Keys of an image
  image('an unknown key', 'dockerflie: a', 'M003'),
  image('a text as image', 'hello', 'M004'),
  image('a description of several lines', 'description: |\n  one\n  two'),
  image('an empty description', 'description: ""', 'M010'),
  image('a description with a control character', 'description: "a\\x1bb"', 'M010'),
  image('licences', 'licenses: MIT AND Apache-2.0'),
  image('licences as a list', 'licenses: [MIT]', 'M004'),
  image('a source', 'source: https://example.org/x'),
  image('a source with a script', 'source: javascript:alert(1)', 'M010'),
  image('a path', 'dockerfile: images/x/Dockerfile\ncontext: images'),
  image('the root as context', 'context: .'),
  image('the root as Dockerfile', 'dockerfile: .', 'M010'),
  image('a folder as Dockerfile', 'dockerfile: images/', 'M010'),
  image('an empty path', 'dockerfile: ""', 'M010'),
  image('a path above the root', 'context: ../other', 'M007'),
  image('.. in the middle', 'context: a/../../b', 'M007'),
  image('.. that stays inside', 'context: a/../b', 'M007'),
  image('a name that contains two dots', 'context: a..b/c'),
  image('an absolute path', 'dockerfile: /etc/passwd', 'M007'),
  image('a home folder', 'dockerfile: ~/Dockerfile', 'M007'),
  image('a drive', 'dockerfile: C:/Dockerfile', 'M007'),
  image('a backslash', 'dockerfile: images\\Dockerfile', 'M007'),
  image('NUL in a path', 'dockerfile: "a\\0b"', 'M010'),
  image('a line feed in a path', 'dockerfile: "a\\nb"', 'M007'),
  image('a path as a number', 'context: 12', 'M005'),
  image('a target', 'target: runtime'),
  image('a target as a number', 'target: 0', 'M005'),
  image('a target with a blank', 'target: a b', 'M010'),

  image('arguments', 'args: { A: "3.11", b_2: "", BASE: { image: os } }'),
  image('an argument that YAML changes', 'args: { A: 3.10 }', 'M005'),
  image('an argument that is true', 'args: { A: true }', 'M005'),
  image('an argument in scientific notation', 'args: { A: 1e3 }', 'M005'),
  image('an octal argument', 'args: { A: 0o17 }', 'M005'),
  image('a date, which YAML 1.2 leaves a text', 'args: { A: 2026-11-22 }'),
  image('yes and off, which YAML 1.2 leaves texts', 'args: { A: yes, B: off }'),
  image('an argument without a value', 'args: { A: }', 'M004'),
  image('an argument as a list', 'args: { A: [a] }', 'M004'),
  image('arguments as a list', 'args: [A=1]', 'M004'),
  image('an argument with a dash', 'args: { A-B: "1" }', 'M008'),
  image('the argument __proto__', 'args: { __proto__: "1", constructor: "2" }'),
  image('an argument of the builder', 'args: { TARGETARCH: arm64 }', 'M008'),
  image('another frontend', 'args: { BUILDKIT_SYNTAX: evil/frontend }', 'M008'),
  image('an argument with another key than image', 'args: { A: { imgae: os } }', 'M009', 'M003'),
  image('an argument with a wrong image name', 'args: { A: { image: OS } }', 'M010'),
  beyond('relation', image('an argument with an unknown image', 'args: { A: { image: oss } }', 'M013')),
  beyond('relation', image('an argument with the image itself', 'args: { A: { image: app } }', 'M010')),

  image('named contexts', 'contexts: { assets: shared/assets, root: ., tools: { image: tools } }'),
  image('a named context outside', 'contexts: { assets: ../x }', 'M007'),
  image('a named context with an upper-case name', 'contexts: { Assets: x }', 'M008'),
  image('a named context as a number', 'contexts: { assets: 1 }', 'M005'),
  beyond(
    'relation',
    image('a named context with an unknown image', 'contexts: { t: { image: tolos } }', 'M013')
  ),
  beyond('relation', image('a named context with itself', 'contexts: { t: { image: app } }', 'M010')),

  image('secrets', 'secrets: [{ id: pip, env: PIP_TOKEN }, { id: npm, file: secret/npmrc }]'),
  image('a secret without an id', 'secrets: [{ env: A }]', 'M009'),
  image('a secret without a source', 'secrets: [{ id: a }]', 'M009'),
  image('a secret with two sources', 'secrets: [{ id: a, env: A, file: b }]', 'M010'),
  image('a secret from an absolute path', 'secrets: [{ id: a, file: /etc/shadow }]', 'M007'),
  image('a secret id with a comma', 'secrets: [{ id: "a,src=/etc/passwd", env: A }]', 'M010'),
  image('a variable with a blank', 'secrets: [{ id: a, env: A B }]', 'M010'),
  beyond('relation', image('a secret twice', 'secrets: [{ id: a, env: A }, { id: a, env: B }]', 'M010')),
  image('secrets as a mapping', 'secrets: { pip: TOKEN }', 'M004'),
  image('a secret as text', 'secrets: [pip]', 'M004'),

  image('platforms', 'platforms: [linux/amd64, linux/arm64]'),
  image('a platform that is not known', 'platforms: [linux/amd46]', 'M010'),
  image('another name of a platform', 'platforms: [linux/aarch64]', 'M010'),
  image('a variant that is the default', 'platforms: [linux/arm64/v8]', 'M010'),
  image('no platform', 'platforms: []', 'M010'),
  image('a platform twice', 'platforms: [linux/amd64, linux/amd64]', 'M010'),
  image('platforms as text', 'platforms: linux/amd64', 'M004'),
  beyond('relation', image('a platform without a runner', 'platforms: [linux/s390x]', 'M010')),

  image('a repository', 'repository: ghcr.io/acme/other'),
  image('a repository of Docker Hub', 'repository: acme/other'),
  image('a repository with a port', 'repository: localhost:5000/a/b_c'),
  image('a repository with a tag', 'repository: ghcr.io/acme/other:1', 'M010'),
  image('a repository with a digest', `repository: ghcr.io/acme/other@sha256:${'0'.repeat(64)}`, 'M010'),
  image('an upper-case repository', 'repository: ghcr.io/acme/Other', 'M010'),
  beyond('grammar', image('a repository that is an image id', `repository: ${'a'.repeat(64)}`, 'M010')),
  image('tags', 'tags: [latest, "3.11", "{date}-{commit}", _x]'),
  image('a tag that YAML changes', 'tags: [3.10]', 'M005'),
  image('a tag with a blank', 'tags: [a b]', 'M010'),
  image('a tag with a colon', 'tags: ["a:b"]', 'M010'),
  image('a tag that starts with a dash', 'tags: ["-a"]', 'M010'),
  image('an unknown placeholder', 'tags: ["{branch}"]', 'M010'),
  image('a brace alone', 'tags: ["a{date"]', 'M010'),
  image('a tag of 128 letters', `tags: [${letters(128)}]`),
  image('a tag of 129 letters', `tags: [${letters(129)}]`, 'M010'),
  beyond('grammar', image('a tag too long when filled', `tags: ["${letters(125)}{date}"]`, 'M010')),
  image('no tag', 'tags: []', 'M010'),
  image('a tag twice', 'tags: [a, b, a]', 'M010'),
  image('an empty tag', 'tags: [""]', 'M010'),
  image('aliases', 'aliases: [app, "app:dev", "ghcr.io/x/app:*"]'),
  image('an alias with a digest', `aliases: ["app@sha256:${'0'.repeat(64)}"]`, 'M010'),
  image('an alias with any tag and a tag', 'aliases: ["app:1:*"]', 'M010'),
  image('an upper-case alias', 'aliases: [APP]', 'M010'),
  beyond('grammar', image('one alias in two forms', 'aliases: [app, "app:latest"]', 'M010')),
  image('extra inputs', 'inputs: [generated/**, "a/*.txt"]'),
  image('a list of what is installed', 'installed: images/app/installed.txt'),
  image('a list of what is installed as a list', 'installed: [requests]', 'M004'),
  image('a list of what is installed that is a folder', 'installed: images/app/', 'M010'),
  image('a list of what is installed outside', 'installed: ../installed.txt', 'M007'),
  image('an extra input outside', 'inputs: [../**]', 'M007'),
  image('parents and needs', 'parents: [os]\nneeds: [tools]'),
  image('parents as text', 'parents: os', 'M004'),
  beyond('relation', image('unknown parents and needs', 'parents: [o]\nneeds: [tols]', 'M013', 'M013')),
  beyond('relation', image('itself as parent', 'parents: [app]', 'M010')),
  image('publish', 'publish: false'),
  image('publish as text', 'publish: "false"', 'M004'),
  image('publish as a number', 'publish: 0', 'M004'),
  image('publish as no', 'publish: no', 'M004'),
  image('a smoke test', 'test: images/app/smoke.sh'),
  image('a smoke test in exec form', 'test: [/app, --version, ""]'),
  image('a smoke test outside', 'test: ../smoke.sh', 'M007'),
  image('an empty command', 'test: []', 'M010'),
  image('an empty program', 'test: [""]', 'M010'),
  image('a number in a command', 'test: [sleep, 5]', 'M005'),
  image('a smoke test as a mapping', 'test: { run: x }', 'M004'),
  image('a size budget', 'size-budget: 250MB'),
  image('a size budget with a fraction and a blank', 'size-budget: 1.5 GiB'),
  image('a size budget without a unit', 'size-budget: 250', 'M010'),
  image('a size budget with an unknown unit', 'size-budget: 250mb', 'M010'),
  image('a size budget of zero', 'size-budget: 0MB', 'M010'),
  image('a negative size budget', 'size-budget: -1MB', 'M010'),
  image('a size budget as a list', 'size-budget: [1MB]', 'M004'),
  image('a deprecated image', 'deprecated: use os'),
  image('deprecated as true', 'deprecated: true', 'M005'),

  // Variants
  image('a variant', 'variants: { py312: { args: { A: "1" }, tags: ["3.12"] } }'),
  image('no variants', 'variants: {}'),
  image('a variant without tags', 'variants: { a: { args: { A: "1" } } }', 'M009'),
  image('a variant without keys', 'variants: { a: }', 'M004'),
  image('a variant with a repository', 'variants: { a: { tags: [x], repository: a/b } }', 'M003'),
  image('a variant with variants', 'variants: { a: { tags: [x], variants: {} } }', 'M003'),
  image('a variant with an upper-case name', 'variants: { A: { tags: [x] } }', 'M008'),
  image('a variant with a number as name', 'variants: { 3.12: { tags: [x] } }'),
  image('variants as a list', 'variants: [a]', 'M004'),
  beyond(
    'relation',
    image('a variant with a long name', `variants: { ${letters(58)}: { tags: [x] } }`, 'M008')
  ),
  beyond(
    'relation',
    image(
      'a variant that is its own base',
      'variants: { v: { tags: [x], args: { A: { image: app-v } } } }',
      'M010'
    )
  ),
  beyond(
    'relation',
    image('a variant that inherits itself', 'needs: [app-v]\nvariants: { v: { tags: [x] } }', 'M010')
  ),
  image('a variant built on its image', 'variants: { v: { tags: [x], args: { A: { image: app } } } }'),

  // Between images
  beyond(
    'relation',
    raw(
      'two images with one tag',
      `${HEAD}images: { a: { repository: x/y }, b: { repository: x/y } }`,
      'M011'
    )
  ),
  raw(
    'two images of one repository',
    `${HEAD}images: { a: { repository: x/y }, b: { repository: x/y, tags: [b] } }`
  ),
  beyond(
    'relation',
    image('a variant with the tag of its image', 'variants: { a: { tags: [latest] } }', 'M011')
  ),
  beyond(
    'relation',
    raw(
      'a variant with the name of an image',
      `${HEAD}images: { a: { variants: { b: { tags: [x] } } }, a-b: {} }`,
      'M012'
    )
  ),
  beyond(
    'relation',
    raw(
      'one alias for two images',
      `${HEAD}images: { a: { aliases: [z] }, b: { aliases: ["z:latest"] } }`,
      'M015'
    )
  ),
  beyond(
    'relation',
    raw(
      'an alias that another image publishes',
      `${HEAD}images: { a: { aliases: ["ghcr.io/acme/b"] }, b: {} }`,
      'M015'
    )
  ),
  beyond(
    'relation',
    raw(
      'any tag of a repository of another image',
      `${HEAD}images: { a: { aliases: ["ghcr.io/acme/b:*"] }, b: {} }`,
      'M015'
    )
  ),
  beyond(
    'relation',
    raw(
      'any tag of an alias of another image',
      `${HEAD}images: { a: { aliases: ["z:1"] }, b: { aliases: ["z:*"] } }`,
      'M015'
    )
  ),
  raw('any tag of the own repository', `${HEAD}images: { a: { aliases: ["ghcr.io/acme/a:*"] }, b: {} }`),
  beyond('relation', top('an image in staging', 'staging: ghcr.io/acme/app', 'M010'))
]

// A repository with a tree of images: branching 8, 20 files an image, two commits; made by `git fast-import`, so that
// 10,000 images take seconds. The same tree as turbo and nx workspaces and as a bake file, for the same question.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

const BRANCHING = 8
const FILES = 20

/** Name of image `index`; image 0 is the root. */
export const nameOf = index => `i${String(index).padStart(5, '0')}`

/** The parent of an image; undefined for the root. */
export const parentOf = index => (index === 0 ? undefined : Math.floor((index - 1) / BRANCHING))

/** Which image the second commit changes. */
export const changedImage = (count, what) => (what === 'root' ? 0 : count - 1)

/** Makes the repository at `folder` with `count` images; its last commit changes one file of the leaf or the root. */
export function makeTree(folder, count, what) {
  mkdirSync(folder, { recursive: true })
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder])
  const lines = [
    'commit refs/heads/main',
    'committer bench <bench@localhost> 1700000000 +0000',
    'data 4',
    'tree'
  ]
  const file = (path, content) =>
    lines.push(`M 100644 inline ${path}`, `data ${Buffer.byteLength(content)}`, content)

  file('images/manifest.yaml', manifest(count))
  file('docker-bake.json', bake(count))
  file(
    'package.json',
    JSON.stringify({ name: 'bench', private: true, packageManager: 'npm@10.0.0', workspaces: ['images/*'] })
  )
  file('package-lock.json', lockFile(count))
  file('turbo.json', JSON.stringify({ tasks: { build: { dependsOn: ['^build'] } } }))
  file('nx.json', JSON.stringify({ defaultBase: 'main', analytics: false }))
  for (let index = 0; index < count; index += 1) {
    const base = `images/${nameOf(index)}`
    file(`${base}/Dockerfile`, dockerfile(index))
    file(`${base}/package.json`, packageFile(index))
    for (let each = 0; each < FILES; each += 1) file(`${base}/src/file-${each}.txt`, `${index} ${each}\n`)
  }
  const changed = `images/${nameOf(changedImage(count, what))}/src/file-0.txt`
  lines.push(
    '',
    'commit refs/heads/main',
    'committer bench <bench@localhost> 1700000100 +0000',
    'data 6',
    'change'
  )
  file(changed, 'changed\n')
  lines.push('', 'done', '')
  execFileSync('git', ['fast-import', '--quiet', '--done'], { cwd: folder, input: lines.join('\n') })
  execFileSync('git', ['reset', '--quiet', '--hard', 'main'], { cwd: folder })
}

function manifest(count) {
  const images = Array.from({ length: count }, (_, index) => `  ${nameOf(index)}: {}\n`)
  return `version: 1\nregistry: registry.example/bench\nimages:\n${images.join('')}`
}

function dockerfile(index) {
  const parent = parentOf(index)
  const from = parent === undefined ? 'scratch' : `registry.example/bench/${nameOf(parent)}:latest`
  return `FROM ${from}\nARG VERSION=1\nLABEL version=$VERSION\nCOPY src /app/${nameOf(index)}\nENV NAME=${nameOf(index)}\n`
}

function packageFile(index) {
  const parent = parentOf(index)
  const dependencies = parent === undefined ? {} : { [nameOf(parent)]: '1.0.0' }
  return JSON.stringify({ name: nameOf(index), version: '1.0.0', scripts: { build: 'true' }, dependencies })
}

function lockFile(count) {
  const packages = { '': { name: 'bench', workspaces: ['images/*'] } }
  for (let index = 0; index < count; index += 1) {
    const parent = parentOf(index)
    packages[`images/${nameOf(index)}`] = {
      version: '1.0.0',
      ...(parent === undefined ? {} : { dependencies: { [nameOf(parent)]: '1.0.0' } })
    }
    packages[`node_modules/${nameOf(index)}`] = { resolved: `images/${nameOf(index)}`, link: true }
  }
  return JSON.stringify({ name: 'bench', lockfileVersion: 3, requires: true, packages })
}

function bake(count) {
  const target = {}
  for (let index = 0; index < count; index += 1) {
    const parent = parentOf(index)
    target[nameOf(index)] = {
      context: `images/${nameOf(index)}`,
      tags: [`registry.example/bench/${nameOf(index)}:latest`],
      ...(parent === undefined
        ? {}
        : { contexts: { [`registry.example/bench/${nameOf(parent)}`]: `target:${nameOf(parent)}` } })
    }
  }
  return JSON.stringify({ group: { default: { targets: Object.keys(target) } }, target })
}

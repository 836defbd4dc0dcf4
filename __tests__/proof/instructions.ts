import type { Random } from './random.js'

/** What an instruction may name when it is made. */
export interface Scene {
  /** Paths of all files in the build context, from its root. */
  readonly paths: readonly string[]
  /** Names or numbers of earlier stages of the same Dockerfile. */
  readonly stages: readonly string[]
  /** References of images of the manifest, and named contexts, for `from`. */
  readonly images: readonly string[]
  /** Named contexts that are folders. */
  readonly folders: readonly string[]
  readonly shell: boolean
  /** Variables that have a value here, with what they hold. */
  readonly variables: ReadonlyMap<string, string>
  /** Makes names of destinations that nothing else uses. */
  readonly fresh: () => string
  /** An instruction that ONBUILD can carry. */
  readonly trigger?: boolean
}

/** How often each form is made; printed with the results. */
export const FORMS = {
  'COPY file': 6,
  'COPY folder': 5,
  'COPY glob': 5,
  'COPY .': 3,
  'COPY several': 3,
  'COPY flags': 4,
  'COPY exclude': 3,
  'COPY parents': 3,
  'COPY variable': 3,
  'COPY heredoc': 2,
  'COPY from stage': 3,
  'COPY from image': 2,
  'COPY from folder': 1,
  'ADD file': 2,
  'ADD archive': 2,
  'RUN plain': 1,
  'RUN bind': 3,
  'RUN bind from': 2,
  'RUN heredoc': 1,
  'ARG unused': 0.4,
  configuration: 3
} as const

/** The name of a form. */
export type Form = keyof typeof FORMS

/** Makes one instruction; what it takes exists, most of the time. */
export function instruction(scene: Scene, random: Random): string {
  for (let tries = 0; tries < 20; tries += 1) {
    const made = formed(random.weighted(FORMS), scene, random)
    if (made !== undefined) return made
  }
  return `LABEL tries=${random.between(0, 99)}`
}

function formed(form: Form, scene: Scene, random: Random): string | undefined {
  const { fresh } = scene
  switch (form) {
    case 'COPY file':
      return copy('COPY', '', [pathOf(scene, random)], random.chance(0.5) ? `${fresh()}/` : fresh())
    case 'COPY folder':
      return copy('COPY', '', [folderOf(scene, random)], `${fresh()}/`)
    case 'COPY glob':
      return copy('COPY', '', [globOf(scene, random)], `${fresh()}/`, true)
    case 'COPY .':
      return copy('COPY', '', [random.pick(['.', './', '/', '*'])], `${fresh()}/`, true)
    case 'COPY several': {
      const sources = [pathOf(scene, random), folderOf(scene, random), pathOf(scene, random)]
      return copy('COPY', '', random.some(sources, 2), `${fresh()}/`)
    }
    case 'COPY flags': {
      const flag = random.pick([
        '--link ',
        '--chmod=640 ',
        '--chown=7:8 ',
        '--link --chmod=0755 ',
        '--chmod=u=rwX,go=rX '
      ])
      const source = random.chance(0.5) ? pathOf(scene, random) : folderOf(scene, random)
      return copy('COPY', flag, [source], `${fresh()}/`)
    }
    case 'COPY exclude': {
      const patterns = ['*.txt', '**/*.md', 'lib', 'app/**', '**/deep', '*.c?v', 'data/one.csv', '**']
      const flags = random.some(patterns, random.between(1, 2)).map(pattern => `--exclude=${pattern} `)
      return copy('COPY', flags.join(''), [random.chance(0.5) ? '.' : folderOf(scene, random)], `${fresh()}/`)
    }
    case 'COPY parents': {
      const source = random.pick([
        pathOf(scene, random),
        '**/*.txt',
        './app/./**/*.py',
        folderOf(scene, random),
        '*/*.md',
        'bin/*'
      ])
      return copy('COPY', '--parents ', [source], `${fresh()}/`, true)
    }
    case 'COPY variable':
      return variableCopy(scene, random)
    case 'COPY heredoc':
      return heredocCopy(scene, random)
    case 'COPY from stage':
      if (scene.stages.length === 0 || scene.trigger === true) return undefined
      return `COPY --from=${random.pick(scene.stages)} ${random.pick(['/', '/', '/*', './', '/*-0-*'])} ${fresh()}/`
    case 'COPY from image':
      return scene.images.length === 0 ? undefined : `COPY --from=${random.pick(scene.images)} / ${fresh()}/`
    case 'COPY from folder':
      if (scene.folders.length === 0 || scene.trigger === true) return undefined
      return `COPY --from=${random.pick(scene.folders)} ${random.pick(['.', '*.txt', 'app', '/'])} ${fresh()}/`
    case 'ADD file':
      return copy(
        'ADD',
        '',
        [random.chance(0.6) ? pathOf(scene, random) : folderOf(scene, random)],
        `${fresh()}/`
      )
    case 'ADD archive': {
      const archives = scene.paths.filter(path => /pack\.t/.test(path))
      if (archives.length === 0) return undefined
      return copy('ADD', random.chance(0.2) ? '--unpack=false ' : '', [random.pick(archives)], `${fresh()}/`)
    }
    case 'RUN plain':
    case 'RUN bind':
    case 'RUN bind from':
    case 'RUN heredoc':
      return scene.shell ? run(form, scene, random) : undefined
    case 'ARG unused':
      return `ARG UNUSED_${random.between(0, 3)}=${random.between(0, 9)}`
    case 'configuration':
      return random.pick([
        `LABEL l${random.between(0, 3)}=v${random.between(0, 9)}`,
        `ENV E${random.between(0, 3)}=v${random.between(0, 9)}`,
        'CMD ["/bin/sh"]',
        'ENTRYPOINT ["/entry"]',
        'USER 1000',
        'EXPOSE 80/tcp',
        'STOPSIGNAL SIGINT',
        `WORKDIR /w${random.between(0, 3)}`,
        'VOLUME /v',
        'ARG TARGETARCH',
        'ARG V1=b.txt',
        `ENV E2="two words" E3=$V1`,
        'HEALTHCHECK CMD ["/bin/sh"]',
        ...(scene.shell ? ['SHELL ["/bin/sh", "-ec"]'] : [])
      ])
  }
}

function run(form: Form, scene: Scene, random: Random): string | undefined {
  const out = scene.fresh()
  if (form === 'RUN plain') {
    const used = random.chance(0.5) ? ` $E1 $V1 $V2` : ''
    const mounts = random.chance(0.3) ? '--mount=type=cache,target=/c --mount=type=tmpfs,target=/t ' : ''
    return `RUN ${mounts}mkdir -p ${out} && echo ${random.between(0, 99)}${used} > ${out}/said`
  }
  if (form === 'RUN heredoc') {
    return [
      `RUN <<EOF`,
      `mkdir -p ${out}`,
      `echo "$E1 ${random.between(0, 99)}" > ${out}/said`,
      `# not a comment`,
      'EOF'
    ].join('\n')
  }
  const from = form === 'RUN bind from'
  const origins = [...scene.stages.filter(name => !/^\d/.test(name)), ...scene.images, ...scene.folders]
  if (from && (origins.length === 0 || scene.trigger === true)) return undefined
  const origin = from ? `,from=${random.pick(origins)}` : ''
  const plain = scene.paths.filter(path => !/[\s"'$\\,*?[\]#!]/.test(path))
  const source = !from && plain.length > 0 && random.chance(0.6) ? random.pick(plain) : undefined
  const folder =
    source?.includes('/') === true && random.chance(0.6) ? source.replace(/\/[^/]*$/, '') : source
  const where = folder === undefined ? '' : `,source=${folder}`
  const mount = random.pick([
    `--mount=type=bind${origin}${where},target=/in`,
    `--mount=target=/in${where}${origin}`
  ])
  // Nearly all take along what they mount; one that only looks is needless to run again, and counted as such.
  const act = random.chance(0.95) ? `cp -a /in ${out}` : `ls /in > ${out}`
  return `RUN ${mount} ${act}`
}

function variableCopy(scene: Scene, random: Random): string | undefined {
  const names = [...scene.variables.keys()].filter(name => /^[VE]/.test(name))
  const path = pathOf(scene, random)
  const name = names.length === 0 ? undefined : random.pick(names)
  const forms =
    scene.shell && random.chance(0.9) ? [] : [`COPY \${NOT_SET:-${escaped(path)}} ${scene.fresh()}/`]
  if (name !== undefined) {
    forms.push(`COPY ${escaped(path)} ${scene.fresh()}/$${name}/`)
    forms.push(`COPY \${${name}} ${scene.fresh()}/`)
    forms.push(`COPY \${${name}:+${escaped(path)}} ${scene.fresh()}/`)
    forms.push(`COPY --chmod=\${MODE:-600} \${${name}:-a.txt}* ${scene.fresh()}/`)
  }
  if (forms.length === 0) return undefined
  const made = random.pick(forms)
  return /[\s}{]/.test(path) && made.includes(path) ? undefined : made
}

function heredocCopy(scene: Scene, random: Random): string {
  const to = scene.fresh()
  const body = `line ${random.between(0, 99)} $V1 \${E1:-none} $TARGETARCH`
  return random.pick([
    `COPY <<EOF ${to}\n${body}\nEOF`,
    `COPY <<"EOF" ${to}\n${body}\n# kept\nEOF`,
    `COPY <<-EOF ${to}\n\t${body}\n\tEOF`,
    `COPY <<one <<two ${to}/\n${body}\none\nsecond\ntwo`
  ])
}

/** Writes the arguments in shell form where they have no blanks, in JSON form otherwise or now and then. */
function copy(keyword: string, flags: string, sources: readonly string[], to: string, glob = false): string {
  const words = glob ? sources : sources.map(withoutGlob)
  if (sources.some(source => /\s/.test(source))) {
    const json = JSON.stringify([...words.map(shellWord), to])
    return `${keyword} ${flags}${json.replaceAll('{ESC}', '{JSONESC}')}`
  }
  return `${keyword} ${flags}${words.map(shellWord).join(' ')} ${to}`
}

function pathOf(scene: Scene, random: Random): string {
  if (scene.paths.length === 0 || random.chance(0.004)) return random.pick(['not-there.txt', 'link.txt'])
  const links = scene.paths.filter(path =>
    /(^|\/)(link|linked|chain|up\.txt|here|latest|absolute|outside)/.test(path)
  )
  const path = links.length > 0 && random.chance(0.25) ? random.pick(links) : random.pick(scene.paths)
  return random.chance(0.15) ? random.pick([`./${path}`, `/${path}`, `x/../${path}`, `../${path}`]) : path
}

function folderOf(scene: Scene, random: Random): string {
  const folders = new Set<string>()
  for (const path of scene.paths) {
    const parts = path.split('/')
    for (let length = 1; length < parts.length; length += 1) folders.add(parts.slice(0, length).join('/'))
    if (/(^|\/)(linked|here|latest|chain)$/.test(path)) folders.add(path)
  }
  if (folders.size === 0) return '.'
  return `${random.pick([...folders].sort())}${random.pick(['', '/', '/.'])}`
}

function globOf(scene: Scene, random: Random): string {
  const path = scene.paths.length === 0 ? 'a.txt' : random.pick(scene.paths)
  const cut = path.lastIndexOf('/') + 1
  const [folder, name] = [path.slice(0, cut), path.slice(cut)]
  if (/[\s"'$\\*?[\]]/.test(path)) return '*'
  const dot = name.lastIndexOf('.')
  return random.pick([
    `${folder}*${dot < 0 ? '' : name.slice(dot)}`,
    `${folder}*`,
    `${folder}?${name.slice(1)}`,
    `${folder}[a-z]*`,
    `${folder}[^a]*`,
    `${folder.replace(/^[^/]+\//, '*/')}${name.slice(0, 1)}*`,
    `*/${name}`,
    'none-*'
  ])
}

/** A pattern that matches the path; `*` and `?` match themselves too. */
function withoutGlob(path: string): string {
  return path.replace(/\[/g, '[[]')
}

/** A word for the shell form: the Dockerfile's lexer takes one level of escapes away, but keeps those of glob characters. */
function shellWord(word: string): string {
  return word.replace(/[\\"'$]/g, '{ESC}$&')
}

function escaped(path: string): string {
  return shellWord(withoutGlob(path))
}

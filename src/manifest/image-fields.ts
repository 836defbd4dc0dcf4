import { childOf, labelOf, quoted, wrong, wrongKey, wrongType } from './fields.js'
import type { Field, Reader } from './fields.js'
import { IMAGE_NAME, IMAGE_NAME_RULE } from './names.js'
import { readFile, readFolder } from './paths.js'
import { listOf, mapOf, objectOf, readAnyText, readText, textLike } from './readers.js'
import type { ArgValue, BuildSecret, NamedContext, SmokeTest } from './types.js'
import { isMapping, isList } from './values.js'

/** Reads the name of an image of the manifest. */
export const readImageName = textLike(
  IMAGE_NAME,
  `the name of an image: ${IMAGE_NAME_RULE}`,
  'Write a name of the manifest'
)

/** Whether a key is a name for images, variants or contexts; reports it when not. */
export function checkName(name: string, field: Field): boolean {
  if (IMAGE_NAME.test(name)) return true
  const message = `The name ${quoted(name)} is not allowed, expected ${IMAGE_NAME_RULE}`
  wrongKey(field, 'M008', message, 'Choose a shorter or simpler name')
  return false
}

/** Reads build arguments: a text, or `{image: x}` for the public reference of x. */
export const readArgs = mapOf<ArgValue>(checkArgument, field =>
  isMapping(field.value) ? readImageOf(field) : readAnyText(field)
)

/** Reads named build contexts: a folder, or `{image: x}`. */
export const readContexts = mapOf<NamedContext>(checkName, field => {
  if (isMapping(field.value)) {
    const image = readImageOf(field)?.image
    return image === undefined ? undefined : { kind: 'image', image }
  }
  const path = readFolder(field)
  return path === undefined ? undefined : { kind: 'path', path }
})

/** Reads build secrets: an id, and the variable or the file it is taken from. */
export const readSecrets = listOf<BuildSecret>(field => {
  const secret = objectOf({ id: readSecretId, env: readVariable, file: readFile }, ['id'])(field)
  if (secret === undefined || !isMapping(field.value)) return undefined
  const sources = Number(field.value.has('env')) + Number(field.value.has('file'))
  if (sources === 0) {
    const message = `${labelOf(field.path)} has neither env nor file, expected one of them`
    return wrong(field, 'M009', message, 'Add env: NAME_OF_A_VARIABLE')
  }
  if (sources === 2)
    return wrong(field, 'M010', `${labelOf(field.path)} has env and file, expected one of them`, 'Remove one')
  const { id, env, file } = secret
  if (id === undefined) return undefined
  return { id, ...(env === undefined ? {} : { env }), ...(file === undefined ? {} : { file }) }
})

/** Reads a smoke test: the path of a script, or a command as a list. */
export const readTest: Reader<SmokeTest> = field => {
  if (!isList(field.value)) {
    if (isMapping(field.value))
      return wrongType(field, 'a path or a list', 'the path of a script or a list of words')
    const path = readFile(field)
    return path === undefined ? undefined : { kind: 'script', path }
  }
  const command = listOf(readAnyText, { atLeast: 1 })(field)
  if (command === undefined) return undefined
  if (command[0] !== '') return { kind: 'exec', command }
  return wrong(
    childOf(field, 0, ''),
    'M010',
    `${labelOf(field.path)} starts with an empty word, expected a program`,
    'Name a program'
  )
}

/** Reads the name or number of a build stage. */
export const readTarget = textLike(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
  'the name of a build stage',
  'Write the name after AS in the Dockerfile'
)

/** Reads the web address of sources. */
export const readWebAddress = textLike(
  /^https?:\/\/[^\s"<>]+$/,
  'a web address',
  'Write an address that starts with https://'
)

/** Reads a text of one line. */
export const readLine: Reader<string> = field => {
  const text = readText(field)
  if (text === undefined || !/[\n\t]/.test(text)) return text
  return wrong(
    field,
    'M010',
    `${labelOf(field.path)} has a tab or several lines, expected one line`,
    'Write it in one line'
  )
}

const readSecretId = textLike(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
  'the id of a secret: A-Z a-z 0-9 . _ -',
  'Write the id that the Dockerfile mounts'
)
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/
const readVariable = textLike(VARIABLE, 'the name of a variable', 'Write letters, digits and _')

/** Arguments that BuildKit sets itself, or that exchange the Dockerfile's frontend behind the plan's back. */
const RESERVED_ARGUMENT = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|BUILDKIT_SYNTAX)$/

/** Words of names whose values BuildKit's own check takes for secrets (`SecretsUsedInArgOrEnv`). */
const SECRET_WORD = /(?:^|_)(?:API_?KEY|AUTH|CREDENTIALS?|KEY|PASS(?:WORD|WD)|PWORD|SECRET|TOKEN)(?:_|$)/i

function checkArgument(name: string, field: Field): boolean {
  if (!VARIABLE.test(name)) {
    const message = `The build argument ${quoted(name)} is not allowed, expected letters, digits and _`
    wrongKey(field, 'M008', message, 'Write the name as in the ARG instruction')
    return false
  }
  if (RESERVED_ARGUMENT.test(name)) {
    wrongKey(
      field,
      'M008',
      `The build argument ${name} is set by the builder`,
      'Remove it; platforms choose the platform'
    )
    return false
  }
  if (SECRET_WORD.test(name) && !/PUBLIC/i.test(name) && !isMapping(field.value)) warnOfSecret(name, field)
  return true
}

function warnOfSecret(name: string, field: Field): void {
  field.report({
    code: 'M016',
    severity: 'warning',
    path: field.path,
    at: 'key',
    message: `The build argument ${name} looks like a secret, and arguments are readable in the image and in the plan`,
    remedy: 'Use secrets and RUN --mount=type=secret'
  })
}

function readImageOf(field: Field): { readonly image: string } | undefined {
  const image = objectOf({ image: readImageName }, ['image'])(field)?.image
  return image === undefined ? undefined : { image }
}

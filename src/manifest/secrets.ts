import { childOf, labelOf, quoted, wrong } from './fields.js'
import type { Reader } from './fields.js'
import { VARIABLE } from './names.js'
import { objectOf } from './objects.js'
import { readFile } from './paths.js'
import { listOf, textLike } from './readers.js'
import type { BuildSecret } from './types.js'
import { isMapping } from './values.js'

/** Reads build secrets: an id, and the variable or the file it is taken from; every id once. */
export const readSecrets: Reader<readonly BuildSecret[]> = field => {
  const secrets = listOf(readSecret)(field)
  const ids = secrets?.map(secret => secret.id) ?? []
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (repeated < 0) return secrets
  const place = childOf(field, repeated, null)
  return wrong(
    place,
    'M010',
    `The secret ${quoted(ids[repeated] ?? '')} is listed twice`,
    'Remove one of the two'
  )
}

const readSecret: Reader<BuildSecret> = field => {
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
}

const readSecretId = textLike(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
  'the id of a secret: A-Z a-z 0-9 . _ -',
  'Write the id that the Dockerfile mounts'
)
const readVariable = textLike(VARIABLE, 'the name of a variable', 'Write letters, digits and _')

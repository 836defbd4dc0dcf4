import type { Treatment } from '../support/registry-front.js'

/** A request as the front sees it. */
export interface Asked {
  readonly method: string
  /** Path with query. */
  readonly path: string
}

/** A way in which a registry or the way to it fails. */
export interface Kind {
  readonly name: string
  readonly treatment: (front: string) => Treatment
  /** Whether this can happen to such a request. */
  readonly fits: (asked: Asked) => boolean
}

const always = (): boolean => true
const isRead = ({ method }: Asked): boolean => method === 'GET'
/** Where the answer tells a digest that the client knows: a tag may be anything, so a lie about it cannot be seen. */
const tellsKnownDigest = ({ method, path }: Asked): boolean =>
  method === 'GET' || (/\/manifests\//.test(path) && (method === 'PUT' || path.includes('/sha256:')))
/**
 * BuildKit 0.33 reads manifest and record of a layer cache without a time limit, and its one scheduler waits for it: every build of
 * the daemon stands still until the connection is closed. No client can end that.
 */
const isCacheRecord = ({ method, path }: Asked): boolean =>
  (method === 'GET' && /-cache\/blobs\//.test(path)) ||
  ((method === 'GET' || method === 'HEAD') && /-cache\/manifests\//.test(path))
const isUpload = ({ method, path }: Asked): boolean =>
  /\/blobs\/uploads\//.test(path) && (method === 'PUT' || method === 'PATCH')
const errors = (code: string, message: string): string => JSON.stringify({ errors: [{ code, message }] })
const status = (name: string, number: number, fits: Kind['fits'] = always, body?: string): Kind => ({
  name,
  fits,
  treatment: () => (body === undefined ? number : { status: number, body })
})

const LIMITED = errors('DENIED', 'You have exceeded a secondary rate limit. Please wait a few minutes.')

/** Faults that pass: each is to be survived at every request. */
export const PASSING: readonly Kind[] = [
  status('408', 408),
  status('429', 429, always, errors('TOOMANYREQUESTS', 'slow down')),
  {
    name: '429 Retry-After',
    fits: always,
    treatment: () => ({ status: 429, headers: { 'retry-after': '1' } })
  },
  status('500', 500),
  status('502', 502),
  status('503', 503),
  { name: 'reset', fits: always, treatment: () => 'reset' },
  { name: 'answer lost', fits: always, treatment: () => 'lost' },
  { name: 'body cut', fits: isRead, treatment: () => 'cut' },
  { name: 'wrong bytes', fits: tellsKnownDigest, treatment: () => 'altered' },
  { name: 'silence', fits: asked => !isCacheRecord(asked), treatment: () => 'silence' },
  { name: 'silence that ends', fits: always, treatment: () => 'pause' },
  {
    // A token whose time is over: the answer says where to get another one.
    name: '401 new token',
    fits: always,
    treatment: front => ({
      status: 401,
      headers: { 'www-authenticate': `Bearer realm="http://${front}/token",service="front"` }
    })
  },
  status('403 rate limit', 403, always, LIMITED),
  status('403', 403, always, errors('DENIED', 'denied')),
  status('404 upload', 404, isUpload, errors('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry'))
]

/** The answer of the token service that the front plays. */
export const TOKEN = { status: 200, body: JSON.stringify({ token: 'front', expires_in: 300 }) } as const

/** The kind of this name; throws when there is none. */
export function kindOf(name: string): Kind {
  const found = PASSING.find(kind => kind.name === name)
  if (found === undefined)
    throw new Error(`no fault "${name}"; there are: ${PASSING.map(kind => kind.name).join(', ')}`)
  return found
}

import http2 from 'node:http2'
import net from 'node:net'

/** A gRPC message without content: not compressed, no bytes (gRPC over HTTP/2, "Length-Prefixed-Message"). */
const emptyMessage = Buffer.from([0, 0, 0, 0, 0])
/** The message `HealthCheckResponse{status: SERVING}` (gRPC health checking protocol). */
const serving = Buffer.from([0, 0, 0, 0, 2, 8, 1])

/**
 * Whether a BuildKit daemon answers on that socket: it opens it before its workers are ready and
 * says SERVING when they are.
 * @param {string} socket path
 * @returns {Promise<boolean>} false after two seconds of silence
 */
export const buildkitAnswers = socket =>
  new Promise(resolve => {
    const session = http2.connect('http://localhost', { createConnection: () => net.connect(socket) })
    /** @param {boolean} answer */
    const end = answer => {
      session.destroy()
      resolve(answer)
    }
    session.setTimeout(2000, () => end(false))
    session.on('error', () => end(false))
    const call = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers'
    })
    /** @type {Buffer[]} */
    const chunks = []
    call.on('data', chunk => chunks.push(chunk))
    call.on('error', () => end(false))
    call.on('end', () => end(Buffer.concat(chunks).equals(serving)))
    call.end(emptyMessage)
  })

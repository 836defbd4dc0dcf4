/** Starts an image as its configuration says and waits for its health check. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A service that does not answer by then does not start. */
const SECONDS = 300

/** Runs in the container: starts the service beside itself and asks as the image's HEALTHCHECK asks. */
const PROBE = `
import json, subprocess, sys, time
command, check, seconds = json.loads(sys.argv[1])
start = time.monotonic()
service = subprocess.Popen(command)
while time.monotonic() - start < seconds:
    if service.poll() is not None:
        sys.exit(f"the service ended with {service.returncode}")
    if subprocess.run(check, capture_output=True).returncode == 0:
        print(f"HEALTHY {time.monotonic() - start:.1f}")
        service.terminate()
        service.wait(timeout=30)
        sys.exit()
    time.sleep(0.3)
sys.exit(f"not healthy after {seconds} s")
`

/**
 * @param {object} order
 * @param {string} order.staging repository, host and path
 * @param {{digest: string, config: string}} order.image manifest and configuration
 * @param {string} order.buildx program
 * @param {NodeJS.ProcessEnv} order.env of the engine
 * @returns {Promise<{kind: 'healthy', seconds: string} | {kind: 'failed', log: string}>}
 */
export async function startedHealthy({ staging, image, buildx, env }) {
  const [host, ...path] = staging.split('/')
  const answer = await fetch(`http://${host}/v2/${path.join('/')}/blobs/${image.config}`)
  const { config } = await answer.json()
  const [kind, ...check] = config.Healthcheck?.Test ?? []
  if (kind !== 'CMD') return { kind: 'failed', log: 'the image has no HEALTHCHECK in exec form' }
  const command = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]
  const probe = ['python3', '-c', PROBE, JSON.stringify([command, check, SECONDS])]
  const folder = await mkdtemp(join(tmpdir(), 'base-images-service-'))
  try {
    await writeFile(join(folder, 'Dockerfile'), `FROM service\nRUN --network=none ${JSON.stringify(probe)}\n`)
    const args = ['build', '--progress=plain', '--no-cache', '--output=type=cacheonly']
    const from = ['--build-context', `service=docker-image://${staging}@${image.digest}`]
    const { stderr } = await promisify(execFile)(buildx, [...args, ...from, folder], {
      env,
      maxBuffer: 1 << 26
    })
    const [, seconds] = /^#\d+ [\d.]+ HEALTHY ([\d.]+)$/m.exec(stderr) ?? []
    return seconds === undefined ? { kind: 'failed', log: stderr } : { kind: 'healthy', seconds }
  } catch (error) {
    return { kind: 'failed', log: error.stderr ?? String(error) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

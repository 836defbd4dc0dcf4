/** The images that the demo builds: some of both families, in minutes and without gigabytes. */
import { parseDocument } from 'yaml'

const LIGHT = ['python-base', 'python-web', 'python-web-light', 'python-web-distroless', 'tools', 'fave-base']

/**
 * A manifest with the light images only. Everything on PyTorch, the services and the variants are left out: `make images`
 * builds those.
 * @param {string} text of images/manifest.yaml
 * @returns {string}
 */
export function lightManifest(text) {
  const document = parseDocument(text)
  const images = document.get('images')
  for (const { key } of [...images.items]) if (!LIGHT.includes(key.value)) images.delete(key.value)
  for (const { value } of images.items) {
    value.delete('variants')
    // The demo's builder may be able to build for its own machine only.
    value.delete('platforms')
  }
  return document.toString({ lineWidth: 0 })
}

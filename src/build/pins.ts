/**
 * The versions that a job gets where it brings no builder of its own; the one place that names them. They are those that
 * the tests run against (tools/engine).
 */
export const PINS = {
  /** Image of BuildKit for the `docker-container` driver of buildx. */
  buildkit: 'moby/buildkit:v0.33.1'
} as const

import { mountsOf } from './mounts.js'
import type { Instruction } from './types.js'

/**
 * How a RUN uses a file that it mounts from the build context by this source: only as constraints of pip or uv, also as
 * requirements, or, undefined, in some way that is not understood.
 */
export function requirementUse(run: Instruction, source: string): 'constraint' | 'requirement' | undefined {
  const name = mountedAs(run, source)
  if (name === undefined) return undefined
  const text = [(run.json ?? [run.rest]).join(' '), ...run.heredocs.map(({ body }) => body)].join('\n')
  if (!/\b(?:pip[0-9.]*|uv)\b/.test(text)) return undefined
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const option = new RegExp(
    `(?:^|\\s)(-c|--constraints?|-r|--requirements?)(?:\\s+|=)["']?(?:[^\\s"'=]*/)?${literal}["']?(?=$|[\\s;&|)])`,
    'g'
  )
  const uses = [...text.matchAll(option)].map(([, flag = '']) => flag)
  // A mention that is no option of pip may copy the file, print it or run it.
  if (uses.length === 0 || uses.length !== text.split(name).length - 1) return undefined
  return uses.every(flag => /^-?-c/.test(flag)) ? 'constraint' : 'requirement'
}

/** Name of the file that a mount of exactly this source makes; undefined when that cannot be said. */
function mountedAs(run: Instruction, source: string): string | undefined {
  const mounts = mountsOf(run).filter(mount =>
    mount?.fields.some(([key, value]) => (key === 'source' || key === 'src') && value === source)
  )
  const [mount] = mounts
  if (mount === undefined || mounts.length !== 1) return undefined
  const target = mount.fields.findLast(([key]) => ['target', 'dst', 'destination'].includes(key))?.[1]
  const name = target?.slice(target.lastIndexOf('/') + 1) ?? ''
  return name === '' || target?.includes('$') === true ? undefined : name
}

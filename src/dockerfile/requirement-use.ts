import { mountsOf } from './mounts.js'
import type { Instruction } from './types.js'

/**
 * How a RUN uses a file that it mounts from the build context by this source: only as constraints of pip or uv, also as
 * requirements, or, undefined, in some way that is not understood.
 */
export function requirementUse(run: Instruction, source: string): 'constraint' | 'requirement' | undefined {
  const target = mountedAt(run, source)
  if (target === undefined) return undefined
  const name = target.slice(target.lastIndexOf('/') + 1)
  const text = [(run.json ?? [run.rest]).join(' '), ...run.heredocs.map(({ body }) => body)].join('\n')
  if (!/\b(?:pip[0-9.]*|uv)\b/.test(text)) return undefined
  if (namesAround(text, target)) return undefined
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

/** Whether a command names a folder around the file, or a glob that may match it: it may read the file with the others. */
function namesAround(text: string, target: string): boolean {
  return text.split(/[\s"'=;&|()<>]+/).some(word => {
    const glob = word.search(/[*?[{$]/)
    if (/^[*?]/.test(word)) return true
    if (glob > 0) return target.startsWith(word.slice(0, glob))
    return word.startsWith('/') && target.startsWith(`${word.replace(/\/+$/, '')}/`)
  })
}

/** Where a mount of exactly this source puts the file; undefined when that cannot be said. */
function mountedAt(run: Instruction, source: string): string | undefined {
  const mounts = mountsOf(run).filter(mount =>
    mount?.fields.some(([key, value]) => (key === 'source' || key === 'src') && value === source)
  )
  const [mount] = mounts
  if (mount === undefined || mounts.length !== 1) return undefined
  const type = mount.fields.findLast(([key]) => key === 'type')?.[1] ?? 'bind'
  if (type.toLowerCase() !== 'bind') return undefined
  const target = mount.fields.findLast(([key]) => ['target', 'dst', 'destination'].includes(key))?.[1]
  return target === undefined || target.endsWith('/') || target.includes('$') ? undefined : target
}

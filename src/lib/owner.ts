import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

const here = new Set<string>()

/** A name for one who takes work among all that share a database: machine, process, and which one of the process. */
export function newOwner(): string {
  const owner = [hostname(), process.pid, randomUUID()].join('/')
  here.add(owner)
  return owner
}

/**
 * Whether the process of that name certainly runs no more: it was on this machine, and its number belongs to nobody, or
 * to this one, which did not give that name. Of processes elsewhere nobody here knows: their claims run out.
 */
export function isGone(owner: string): boolean {
  const [machine, pid] = owner.split('/')
  if (machine !== hostname()) return false
  if (Number(pid) === process.pid) return !here.has(owner)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

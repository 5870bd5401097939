/** What may be logged of an error: its kind and where it happened, not its message, which may quote what was sent. */
export interface Fault {
  error: string
  code: string | null
  where: string[]
}

/** The fault of anything thrown. */
export function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { error: typeof thrown, code: null, where: [] }
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
  const frames = (thrown.stack ?? '')
    .replace(thrown.message, '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
  return { error: thrown.name, code, where: frames.slice(0, 6).map(line => line.trim()) }
}

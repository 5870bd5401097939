import type { Log } from '../../src/lib/log.ts'

export interface MemoryLog extends Log {
  lines: { level: string; message: string; fields: object }[]
  /** Every line as it would be written. */
  text(): string
}

export function createMemoryLog(): MemoryLog {
  const lines: MemoryLog['lines'] = []
  const at =
    (level: string) =>
    (fields: object, message: string): void =>
      void lines.push({ level, message, fields })
  return {
    lines,
    text: () => lines.map(line => JSON.stringify(line)).join('\n'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  }
}

/** What is kept of what people and the service do: everything that changes or reveals. */
export const AUDIT_ACTIONS = [
  'invite',
  'code_ended',
  'code_refused',
  'link',
  'unlink',
  'leave',
  'chat',
  'import',
  'undo',
  'alias',
  'setting',
  'subscription',
  'acknowledge',
  'snooze',
  'explain',
  'draft',
  'request',
  'refused',
  'read_as',
  'send',
  'run',
  'backup',
  'restore',
  'export',
  'erase',
  'purge',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Who does something: `service`, `operator:NAME`, `member:CODE`, `stranger`, or `web` for who sits at the web chat, and the chat in which it was done. */
export interface Actor {
  name: string
  chat: number | null
}

export interface AuditRow {
  id: number
  /** Milliseconds. */
  at: number
  actor: string
  chat: number | null
  action: AuditAction
  /** What it was done to: `member:gd`, `chat:7`, `import:12`, `setting:quiet_hours`, `alert:S1/online/CD/2`, `unit:S1`. */
  object: string
  before: string | null
  after: string | null
}

/** What was done; by whom says the write in which it is added, unless `by` does. */
export interface AuditEntry {
  at: number
  action: AuditAction
  object: string
  before?: string | null
  after?: string | null
  by?: Actor
}

/** Grows only: no row is ever changed or removed. Imports and their undoing are added by `ImportStore` itself. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<void>
  /** Rows from the moment on, oldest first. */
  since(at: number): Promise<AuditRow[]>
  /** Rows about any of these objects, oldest first. */
  about(objects: readonly string[]): Promise<AuditRow[]>
}

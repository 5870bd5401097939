import type { Guard } from '../../channels/channel.ts'

/** A webhook as the front needs it. */
export type FrontHook = Pick<Guard, 'channel' | 'path' | 'header' | 'secret'>

/** What the front is given when it begins. */
export interface FrontTask {
  databaseUrl: string
  host: string
  port: number
  /** Where the service itself listens on this machine: what is for no webhook goes there. */
  inner: number
  hooks: readonly FrontHook[]
  /** Bytes of a body. */
  bodyLimit: number
  /** Milliseconds for which closing waits for what is being answered. */
  graceMs: number
}

/** What the front tells the service. */
export type FrontNews =
  | { what: 'listening'; port: number }
  | { what: 'failed'; code: string | undefined; message: string }
  | { what: 'kept'; count: number }
  /** The database took nothing. */
  | { what: 'unkept' }
  | { what: 'refused'; path: string; status: number }

/** What the service tells the front: to take in nothing more. */
export const CLOSE = 'close'

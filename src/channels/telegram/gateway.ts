import type { ApiFailure, Called } from '../api-call.ts'

/**
 * The way to the Bot API. Everything above it speaks plain methods and payloads, so that another library stands in
 * by one small file.
 */
export interface TelegramGateway {
  /**
   * Calls a method. Never rejects. `signal` gives up waiting for the answer. The description of a failure is the
   * platform's, as it came.
   * A payload may hold `InputBytes` at its top level; it is then uploaded.
   */
  call(method: string, payload: Payload, signal: AbortSignal): Promise<Called<TelegramFailure>>
}

/** Calling with a time limit in milliseconds, given up together with `stopping`. */
export type Call = (
  method: string,
  payload: Payload,
  timeoutMs: number,
  stopping?: AbortSignal,
) => Promise<Called<TelegramFailure>>

export type Payload = Readonly<Record<string, unknown>>

export interface TelegramFailure extends ApiFailure {
  /** The new id of a group that became a supergroup. */
  migrateTo: string | null
}

/** A file to upload. */
export class InputBytes {
  readonly bytes: Uint8Array
  readonly name: string
  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes
    this.name = name.replaceAll(/["\\\p{Cc}]/gu, '_')
  }
}

/**
 * The payload in the library's own terms. Beside an upload the request is a multipart form, in which libraries lose
 * or mangle objects: there they are written as JSON, as the Bot API asks.
 */
export function prepare(payload: Payload, file: (bytes: InputBytes) => unknown): Record<string, unknown> {
  const values = Object.entries(payload).filter(([, value]) => value !== undefined)
  const upload = values.some(([, value]) => value instanceof InputBytes)
  return Object.fromEntries(
    values.map(([name, value]) => {
      if (value instanceof InputBytes) return [name, file(value)]
      return [name, upload && typeof value === 'object' && value !== null ? JSON.stringify(value) : value]
    }),
  )
}

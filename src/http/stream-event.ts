import type { WebEvent } from '../channels/web/web-line.ts'

/** What goes over a page's stream: the chat's events, and a beat so that both sides notice a dead connection. */
export type StreamEvent = WebEvent | { kind: 'beat' }

/** A line as it is said: JSON, with its picture and file. */
export interface NewWebLine {
  address: string
  json: string
  at: number
  files: readonly { slot: string; file: { name: string; type: string; bytes: Uint8Array } }[]
}

/** What was said in web chats: lines of JSON by address, with at most one picture and one file each. */
export interface WebLineStore {
  /** Keeps a line and returns its id; lines of the address beyond the newest `keep` are forgotten. */
  append(line: NewWebLine, keep: number): Promise<number>
  /** Lines above an id, oldest first. */
  since(address: string, afterId: number, limit: number): Promise<{ id: number; at: number; json: string }[]>
  /** The newest lines, oldest first. */
  latest(address: string, limit: number): Promise<{ id: number; at: number; json: string }[]>
  file(
    address: string,
    id: number,
    slot: string,
  ): Promise<{ name: string; type: string; bytes: Uint8Array } | null>
}

/** The name of what was thrown: what a log may say of an error whose text may hold anything. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

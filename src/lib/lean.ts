import { setFlagsFromString } from 'node:v8'

/**
 * From here on the memory for what lives short does not grow: reading a large file makes much of that, and with more
 * room it would only be cleared away later, a hundred megabytes later. For a process that does one thing and ends.
 */
export function stayLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

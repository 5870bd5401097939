/**
 * How much of the slow tests runs. `TEST_SIZE` in the environment chooses: `quick` and `usual` take a sample, the same
 * every time; `long` takes all.
 */
export type Size = 'quick' | 'usual' | 'long'

/** What the size that was chosen stands for. Throws for a size that there is none of. */
export function sized<T>(sizes: Readonly<Record<Size, T>>): T {
  const size = process.env['TEST_SIZE'] ?? 'usual'
  if (size !== 'quick' && size !== 'usual' && size !== 'long')
    throw new Error(`TEST_SIZE is quick, usual or long, not ${size}`)
  return sizes[size]
}

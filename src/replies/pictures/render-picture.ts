import { createSideThread } from '../../lib/side-thread.ts'
import type { PictureOption } from './picture-option.ts'
import type { PictureJob } from './picture-worker.ts'

/** What a picture may take of the processor's time: the largest takes less than a second. */
const LIMITS = { ms: 15_000 }
const MEMORY_MB = 512
/** What is made while drawing lives short: with more room it is only cleared away later. */
const YOUNG_MB = 12

/** One picture at a time: drawing many at once takes gigabytes. */
const drawing = createSideThread<PictureJob, Uint8Array>(new URL('./picture-worker.ts', import.meta.url), {
  memoryMb: MEMORY_MB,
  youngMb: YOUNG_MB,
})

/**
 * Draws a chart, in a thread of its own, and returns it as PNG bytes, `width` × `height` pixels. The thread and the
 * libraries in it are loaded with the first picture; pictures are drawn one after the other.
 * Rejects with an `UnfinishedError`.
 */
export async function renderPicture(
  option: PictureOption,
  width: number,
  height: number,
): Promise<Uint8Array> {
  return await drawing.work({ option, width, height }, LIMITS)
}

import { z } from 'zod'
import type { Attachment } from '../../lib/message.ts'
import type { OaDeps } from './deps.ts'

const TIMEOUT_MS = 45_000
const MAX_IMAGE_BYTES = 1024 * 1024
const IMAGES = new Set(['image/png', 'image/jpeg'])
/** Uploads that the platform takes in a month. */
const MOST_A_MONTH = 5_000

const uploaded = z.object({ attachment_id: z.string() })

/** What stands for a picture in a message. */
export type OaImage = { attachment_id: string } | { url: string }

export interface Uploads {
  /** The picture as the platform takes it: uploaded, else by an address of ours; null when neither can be. */
  image(image: Attachment): Promise<OaImage | null>
}

export function createUploads({ channel, call, clock, keep, log }: OaDeps): Uploads {
  async function upload(image: Attachment): Promise<OaImage | null> {
    if (image.bytes.length > MAX_IMAGE_BYTES || !IMAGES.has(image.type)) return null
    const { uploads = 0 } = await keep.counts(clock.now())
    if (uploads >= MOST_A_MONTH) return null
    const came = await call({ path: '/v2.0/oa/upload/image', upload: image, timeoutMs: TIMEOUT_MS })
    if (!came.ok) {
      log.warn(
        { channel, cause: `${came.failure.code} ${came.failure.description}` },
        'a picture was not uploaded',
      )
      return null
    }
    await keep.count('uploads', 1, clock.now())
    return uploaded.safeParse(came.result).data ?? null
  }

  return {
    async image(image) {
      const stored = await upload(image)
      if (stored !== null) return stored
      const url = await keep.publish(image).catch(() => null)
      return url === null ? null : { url }
    },
  }
}

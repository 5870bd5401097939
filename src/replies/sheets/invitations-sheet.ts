import type { Words } from '../../i18n/words.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

/** An invitation as it is handed out. */
export interface Invitation {
  member: string
  name: string
  unitName: string
  code: string
  /** The bot to which it is sent, as people know it; null where that is not written down. */
  bot: string | null
  /** Opens the bot, with the code already typed where the platform can; null where there is no link. */
  link: string | null
  /** Civil day and time until which it holds, as a person reads it. */
  expires: string
}

const QR_PIXELS = 120
/** Height of a line that holds a picture, points. */
const QR_HEIGHT = 96
const QR_COLUMN = 7

/** The invitations as a spreadsheet to print and cut: names, codes, links, and a picture of each link (or code) to scan. */
export async function invitationsSheet(
  invitations: readonly Invitation[],
  words: Words,
  day: string,
): Promise<Uint8Array> {
  const title = words.say('people.sheet.title')
  const column = (
    key: 'name' | 'unit' | 'code' | 'expires' | 'bot' | 'link' | 'member' | 'picture',
    width: number,
  ) => {
    return { title: words.say(`people.sheet.${key}`), width }
  }
  // Loaded when codes are drawn: most starts of the program draw none.
  const { default: qrCode } = await import('qrcode')
  const pictures = await Promise.all(
    invitations.map(async ({ link, code, name }) => ({
      png: await qrCode.toBuffer(link ?? code, { margin: 1, width: QR_PIXELS, errorCorrectionLevel: 'M' }),
      description: words.say('people.sheet.pictureOf', { name }),
    })),
  )
  return await writeSpreadsheet(
    [
      {
        name: words.say('people.sheet.tab'),
        lines: [title, words.say('people.sheet.secret')],
        columns: [
          column('name', 34),
          column('unit', 34),
          column('code', 14),
          column('expires', 18),
          column('bot', 26),
          column('link', 46),
          column('member', 16),
          column('picture', 18),
        ],
        rows: invitations.map(({ name, unitName, code, expires, bot, link, member }) => {
          return [name, unitName, code, expires, bot, link, member, null]
        }),
        pictures: { column: QR_COLUMN, pixels: QR_PIXELS, height: QR_HEIGHT, rows: pictures },
      },
    ],
    { title, day },
  )
}

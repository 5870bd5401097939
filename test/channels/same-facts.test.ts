import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Abilities } from '../../src/channels/channel.ts'
import { fitMessage } from '../../src/channels/fit-message.ts'
import { TELEGRAM_ABILITIES } from '../../src/channels/telegram/abilities.ts'
import { createLongSends } from '../../src/channels/telegram/keyboard.ts'
import { stepsOf } from '../../src/channels/telegram/render.ts'
import { WEB_ABILITIES } from '../../src/channels/web/abilities.ts'
import { botLine } from '../../src/channels/web/web-line.ts'
import { ZALO_BOT_ABILITIES } from '../../src/channels/zalo-bot/abilities.ts'
import { textsOf as zaloTexts } from '../../src/channels/zalo-bot/render.ts'
import { ZALO_OA_ABILITIES } from '../../src/channels/zalo-oa/abilities.ts'
import { textsOf as oaTexts } from '../../src/channels/zalo-oa/render.ts'
import type { Message } from '../../src/lib/message.ts'
import { sayAnswer } from '../../src/replies/say-answer.ts'
import { anyAnswer, anyIntent } from '../replies/any-answer.ts'
import { saying } from '../replies/province.ts'
import { sized } from '../sizes.ts'
import { WORDS } from './zalo-bot/zalo-world.ts'

const ANSWERS = sized({ quick: 50, usual: 100, long: 1_000 })
const PICTURE = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(4), description: '§mô-tả§' }
const TEXT_ALONE: Abilities = { ...ZALO_BOT_ABILITIES, images: 'none', files: 'none' }

/** How each channel shows a message that fits it: all its texts, as a person reads them. */
const CHANNELS: Record<string, { can: Abilities; shown: (message: Message) => string[] }> = {
  web: {
    can: WEB_ABILITIES,
    shown: message => botLine(message).blocks.map(({ text }) => text),
  },
  telegram: {
    can: TELEGRAM_ABILITIES,
    shown: message =>
      stepsOf('1', message, createLongSends(), WORDS.part).map(({ payload }) => {
        const said = payload['text'] ?? payload['caption']
        return typeof said === 'string' ? unmarked(said) : ''
      }),
  },
  'zalo-bot': {
    can: ZALO_BOT_ABILITIES,
    shown: message => zaloTexts(message, WORDS).map(({ text }) => text),
  },
  'zalo-bot without an address': {
    can: TEXT_ALONE,
    shown: message => zaloTexts(message, WORDS).map(({ text }) => text),
  },
  'zalo-oa': { can: ZALO_OA_ABILITIES, shown: message => oaTexts(message, WORDS, false) },
  'zalo-oa with buttons': { can: ZALO_OA_ABILITIES, shown: message => oaTexts(message, WORDS, true) },
}

/** Telegram's markup as it is read. */
function unmarked(html: string): string {
  return html
    .replaceAll(/<\/?b>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The words that a person reads, in their order: without the numbers of parts, the choices and what a picture is called. */
function wordsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap(text => text.normalize('NFC').split(`${WORDS.choose}\n`)[0]?.split(/\s+/) ?? [])
    .filter(word => word !== '' && !/^\(\d+\/\d+\)$/.test(word) && word !== PICTURE.description)
}

/** The words that do not come in their order among the others. */
function missing(wanted: readonly string[], words: readonly string[]): string[] {
  let at = 0
  return wanted.filter(word => {
    const found = words.indexOf(word, at)
    if (found >= 0) at = found + 1
    return found < 0
  })
}

const answered = anyIntent.chain(intent =>
  fc.record({
    answer: anyAnswer(intent),
    asker: fc.constantFrom('gd-sgtvt', 'ct-iapnon', 'bcd-tinh'),
    image: fc.boolean(),
    file: fc.boolean(),
  }),
)

test('an answer says the same on every channel; a picture or a file is there, or is not spoken of', () => {
  let [answers, texts] = [0, 0]
  fc.assert(
    fc.property(answered, ({ answer, asker, image, file }) => {
      const said = sayAnswer(answer, saying(asker))
      const message: Message = {
        ...said,
        blocks: [
          ...said.blocks,
          ...(image
            ? ([
                { text: '§hình§', where: 'image' },
                { text: '§không-hình§', where: 'no_image' },
              ] as const)
            : []),
          ...(file ? ([{ text: '§tệp§', where: 'file' }] as const) : []),
        ],
        ...(image ? { image: PICTURE } : {}),
        ...(file ? { file: PICTURE } : {}),
      }
      const facts = wordsIn(said.blocks.filter(({ where }) => where === undefined).map(({ text }) => text))
      answers++
      for (const [name, { can, shown }] of Object.entries(CHANNELS)) {
        const fitted = fitMessage(message, can)
        const words = wordsIn(shown(fitted))
        texts++
        // Nothing is lost or moved on the way to the screen, and what is said everywhere is said here.
        expect([name, words]).toEqual([name, wordsIn(fitted.blocks.map(({ text }) => text))])
        expect([name, missing(facts, words)]).toEqual([name, []])
        const spoken = {
          image: words.includes('§hình§'),
          none: words.includes('§không-hình§'),
          file: words.includes('§tệp§'),
        }
        const shows = { image: can.images !== 'none', file: can.files !== 'none' }
        expect([name, spoken]).toEqual([
          name,
          { image: image && shows.image, none: image && !shows.image, file: file && shows.file },
        ])
      }
    }),
    { numRuns: ANSWERS, seed: 20_240_519 },
  )
  expect([answers, texts]).toEqual([ANSWERS, ANSWERS * Object.keys(CHANNELS).length])
})

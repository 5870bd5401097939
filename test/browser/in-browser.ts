import { afterAll, beforeAll, describe, onTestFinished } from 'vitest'
import { type ChatPage, openChat } from './chat-page.ts'
import { type Browser, DESK, findChromium, openBrowser, PHONE } from './chromium.ts'
import { startStubBot, type StubBot } from './stub-bot.ts'

/** The member as whom the tests chat. */
export const NAME = 'Giám đốc Sở GTVT'

const chromium = findChromium(process.env['CHROMIUM'])

/** The sizes of window at which the chat must work. */
export const SIZES = [
  ['360 px', PHONE],
  ['1280 px', DESK],
] as const

export interface InBrowser {
  /** Opens the chat of the bot (a new one, unless given) in a new page, before anybody was chosen. */
  open: (size?: { width: number; height: number }, bot?: StubBot) => Promise<{ chat: ChatPage; bot: StubBot }>
  /** The same, and chooses the director. */
  enter: (size?: { width: number; height: number }) => Promise<{ chat: ChatPage; bot: StubBot }>
}

/**
 * Tests in a real Chromium; where there is none they are skipped, and the name of the group says so. With
 * `REQUIRE_BROWSER=1` in the environment they fail instead.
 */
export function withChromium(name: string, tests: (browser: () => Browser) => void): void {
  const skipped = !chromium && process.env['REQUIRE_BROWSER'] !== '1'
  describe.skipIf(skipped)(
    `${name}${skipped ? ' (skipped: no Chromium here; CHROMIUM names one)' : ''}`,
    () => {
      let browser: Browser | null = null
      beforeAll(async () => {
        if (!chromium) throw new Error('no Chromium here; CHROMIUM names one')
        browser = await openBrowser(chromium, DESK)
      })
      afterAll(() => browser?.close())
      tests(() => {
        if (!browser) throw new Error('the browser is not open yet')
        return browser
      })
    },
  )
}

/** Tests of the page before a stand-in for the assistant. */
export function inBrowser(name: string, tests: (it: InBrowser) => void): void {
  withChromium(name, browser => {
    const open: InBrowser['open'] = async (size = PHONE, known) => {
      const bot = known ?? (await startStubBot())
      const chat = await openChat(browser().context, bot.base, size)
      onTestFinished(() => chat.page.close())
      return { chat, bot }
    }
    const enter: InBrowser['enter'] = async size => {
      const opened = await open(size)
      await opened.chat.choose(NAME)
      await opened.chat.page.getByRole('heading', { name: `Chào ${NAME}` }).waitFor()
      return opened
    }
    tests({ open, enter })
  })
}

import { expect, test } from 'vitest'
import { words } from '../http/server.ts'
import { DESK, PHONE } from './chromium.ts'
import { inBrowser, NAME } from './in-browser.ts'
import { startStubBot } from './stub-bot.ts'

inBrowser('the chat page by keyboard, finger and ear', ({ enter, open }) => {
  test('a picture opens larger, and Esc closes it and gives the focus back', async () => {
    const { chat } = await enter()
    await chat.ask('biểu đồ')
    const picture = chat.page.getByRole('button', { name: 'Biểu đồ: tăng từ 41,20% lên 61,25%' })
    await picture.focus()
    await chat.page.keyboard.press('Enter')
    const large = chat.page
      .getByRole('dialog')
      .getByRole('img', { name: 'Biểu đồ: tăng từ 41,20% lên 61,25%' })
    await large.waitFor()
    expect(await large.evaluate('document.getElementById("viewer-image").decode().then(() => "shown")')).toBe(
      'shown',
    )
    await chat.page.keyboard.press('Escape')
    await large.waitFor({ state: 'hidden' })
    expect(
      await picture.evaluate(
        (element: unknown) => element === Reflect.get(globalThis, 'document').activeElement,
      ),
    ).toBe(true)
    expect(chat.complaints).toEqual([])
  })

  test('the keyboard is enough: choose, write two lines, send, tap a choice, change the person', async () => {
    const { chat, bot } = await open(DESK)
    await chat.page.getByRole('button', { name: NAME }).waitFor()
    const { keyboard } = chat.page
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await chat.page.getByRole('heading', { name: `Chào ${NAME}` }).waitFor()
    await keyboard.type('tuần này')
    await keyboard.press('Shift+Enter')
    await keyboard.type('bao nhiêu?')
    await keyboard.press('Enter')
    await chat.answer('61,25%')
    expect(bot.received[0]?.text).toBe('tuần này\nbao nhiêu?')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Enter')
    await chat.page.getByRole('img', { name: 'Biểu đồ: tăng' }).waitFor()
    await keyboard.type('tuần sau')
    expect(await chat.box.inputValue()).toBe('tuần sau')
    await chat.page.getByRole('button', { name: words.page.pick.change }).press('Enter')
    await chat.page.getByRole('heading', { name: words.page.pick.title }).waitFor()
  })

  test('Enter that ends a word of an input method does not send', async () => {
    const { chat } = await enter()
    await chat.box.fill('tuần na')
    await chat.box.dispatchEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    })
    expect(await chat.box.inputValue()).toBe('tuần na')
    expect(await chat.questions.count()).toBe(0)
  })

  test('a reader hears who speaks: a polite log, named controls, one heading', async () => {
    const { chat } = await enter()
    await chat.ask('tuần này')
    await chat.answer('61,25%')
    const log = chat.page.getByRole('log', { name: words.page.log.label })
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await log.getAttribute('aria-busy')).toBe('false')
    const heard = await log.innerText()
    expect(heard.indexOf(words.page.log.person)).toBeLessThan(heard.indexOf(words.page.log.bot))
    const unnamed = chat.page.locator(
      'button:visible:not([aria-label]):empty, input:visible:not([aria-label])',
    )
    expect(await unnamed.count()).toBe(0)
    expect(await chat.page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([words.page.title])
  })

  test('among many people one is found by name or unit, without diacritics', async () => {
    const people = Array.from({ length: 40 }, (_, at) => ({
      member: `cb-${at}`,
      name: `Cán bộ xã số ${at}`,
      unitName: at === 33 ? 'Xã Ia Đêr' : `Xã Ia Krái ${at}`,
      role: 'officer',
    }))
    const { chat } = await open(PHONE, await startStubBot(0, { people }))
    const list = chat.page.getByRole('list', { name: words.page.pick.title }).getByRole('button')
    await list.nth(39).waitFor()
    await chat.page.getByRole('searchbox').fill('ia der')
    expect(await list.allInnerTexts()).toEqual([expect.stringContaining('Cán bộ xã số 33')])
    await chat.page.getByRole('searchbox').fill('không có')
    await chat.page.getByRole('status').getByText(words.page.pick.none).waitFor()
    expect(await list.count()).toBe(0)
    expect(await chat.overflow()).toBe(0)
  })

  test('on a phone the suggestions are a sheet that Esc closes', async () => {
    const { chat } = await enter()
    const sheet = chat.page.getByRole('dialog', { name: words.page.panel.label })
    const opener = chat.page.getByRole('button', { name: words.page.panel.open })
    await opener.click()
    await sheet.waitFor()
    await chat.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await opener.click()
    await sheet.getByRole('button', { name: words.page.samples.leader[1] }).click()
    await chat.answer(`Tôi chưa hiểu: “${words.page.samples.leader[1]}”.`)
    expect(await sheet.isVisible()).toBe(false)
  })
})

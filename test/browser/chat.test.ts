import { describe, expect, test } from 'vitest'
import { words } from '../http/server.ts'
import { inBrowser, SIZES } from './in-browser.ts'
import { ADDRESS, ALERT } from './stub-bot.ts'

inBrowser('the chat page', ({ enter }) => {
  describe.each(SIZES)('at %s', (_name, size) => {
    test('one chooses who one is, asks, is answered and is told an alert unasked', async () => {
      const { chat, bot } = await enter(size)
      await chat.ask('tuần này bao nhiêu?')
      await chat.answer('Tuần này: 61,25% (245/400 hồ sơ).')
      expect(await chat.questions.allInnerTexts()).toEqual([expect.stringContaining('tuần này bao nhiêu?')])
      expect(bot.links).toContain(`${ADDRESS}=gd-sgtvt`)
      await bot.channel.send(ADDRESS, ALERT)
      await chat.answer('Cảnh báo: tụt dưới chỉ tiêu')
      expect(await chat.answers.count()).toBe(2)
      expect(await chat.overflow()).toBe(0)
      expect(chat.complaints).toEqual([])
    })

    test('long words, markup and a table stay inside and are shown as text', async () => {
      const { chat } = await enter(size)
      await chat.ask(`<img src=x onerror="alert(1)"><b>đậm</b> ${'ThanhToánTrựcTuyến'.repeat(20)}`)
      await chat.answer('<img src=x onerror="alert(1)"><b>đậm</b>')
      expect(await chat.page.locator('.log .bubble :is(img, b)').count()).toBe(0)
      await chat.ask('ranking department')
      await chat.answer('30. Sở Văn hóa')
      expect(await chat.overflow()).toBe(0)
      expect(chat.complaints).toEqual([])
    })
  })

  test('a sample question can be asked at once, and a choice shows its label but sends what it stands for', async () => {
    const { chat, bot } = await enter()
    await chat.page.locator('#welcome').getByRole('button').first().click()
    await chat.answer('Tôi chưa hiểu')
    await chat.ask('tuần này')
    await chat.page
      .getByRole('group', { name: words.page.choices })
      .getByRole('button', { name: 'Xếp hạng các sở' })
      .click()
    await chat.answer('Bảng xếp hạng')
    expect(await chat.questions.last().innerText()).toContain('Xếp hạng các sở')
    expect(bot.received.at(-1)?.text).toBe('ranking department')
    expect(await chat.page.locator('#choices').isVisible()).toBe(false)
  })

  test('a very long message gets a polite reply', async () => {
    const { chat, bot } = await enter()
    await chat.ask('ế'.repeat(10_000))
    await chat.answer(words.refusals.tooBig)
    expect(bot.received).toEqual([])
    expect(await chat.overflow()).toBe(0)
  })
})

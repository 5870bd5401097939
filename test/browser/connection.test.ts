import { expect, test } from 'vitest'
import { words } from '../http/server.ts'
import { DESK, PHONE } from './chromium.ts'
import { inBrowser, NAME } from './in-browser.ts'
import { ADDRESS, ALERT, startStubBot } from './stub-bot.ts'

inBrowser('the chat page, whatever the connection does', ({ enter, open }) => {
  test('what could not be sent says so and can be sent again, once', async () => {
    const { chat, bot } = await enter()
    await chat.page.route('**/chat/messages', route => route.abort())
    await chat.ask('tuần này')
    await chat.page.getByText(words.page.sending.failed).waitFor()
    await chat.page.unroute('**/chat/messages')
    await chat.page.getByRole('button', { name: words.page.sending.retry }).click()
    await chat.answer('61,25%')
    expect(await chat.questions.count()).toBe(1)
    expect(bot.received).toHaveLength(1)
  })

  test('a refusal of the server is shown where the message stands', async () => {
    const { chat } = await enter()
    const refusal = { status: 429, json: { error: 'too_many', message: words.refusals.tooMany } }
    await chat.page.route('**/chat/messages', route => route.fulfill(refusal))
    await chat.ask('tuần này')
    const meta = chat.page.locator('.row.person .meta')
    await meta.getByText(words.refusals.tooMany).waitFor()
    expect(await meta.getByRole('button').innerText()).toBe(words.page.sending.retry)
  })

  test('a page that was closed finds on reopening what came meanwhile, below a line', async () => {
    const { chat, bot } = await enter()
    await chat.ask('tuần này')
    await chat.answer('61,25%')
    await chat.page.close()
    await bot.channel.send(ADDRESS, ALERT)
    const { chat: again } = await open(PHONE, bot)
    await again.answer('Cảnh báo')
    expect(await again.questions.count()).toBe(1)
    const afterLine = again.page.locator('.divider.unread + .row')
    expect(await afterLine.innerText()).toContain('Cảnh báo: tụt dưới chỉ tiêu')
  })

  test('a lost connection is told, and what was said meanwhile comes when it is back', async () => {
    const { chat, bot } = await enter()
    const { port } = new URL(bot.base)
    await bot.stop()
    await chat.page.getByRole('status').getByText(words.page.status.lost).waitFor()
    const restarted = await startStubBot(Number(port), { store: bot.store })
    await restarted.channel.send(ADDRESS, ALERT)
    await chat.answer('Cảnh báo')
    await chat.page.getByText(words.page.status.online).waitFor()
    await chat.ask('tuần này')
    await chat.answer('61,25%')
    expect(await chat.answers.count()).toBe(2)
  })

  test('a history that is gone is shown afresh', async () => {
    const { chat, bot } = await enter()
    await chat.ask('tuần này')
    await chat.answer('61,25%')
    const { port } = new URL(bot.base)
    await bot.stop()
    const other = await startStubBot(Number(port))
    await chat.page.getByRole('heading', { name: `Chào ${NAME}` }).waitFor()
    await other.channel.send(ADDRESS, ALERT)
    await chat.answer('Cảnh báo')
    expect(await chat.questions.count()).toBe(0)
  })

  test('while one reads above, the view stays, new messages are counted and one tap leads to them', async () => {
    const { chat, bot } = await enter()
    await chat.ask('ranking department')
    await chat.answer('30. Sở Văn hóa')
    const scrolled = () =>
      chat.page.locator('#scroller').evaluate(element => Reflect.get(element, 'scrollTop'))
    const before = await scrolled()
    await bot.channel.send(ADDRESS, ALERT)
    const jump = chat.page.getByRole('button', { name: '1 tin mới' })
    await jump.waitFor()
    expect(await scrolled()).toBe(before)
    expect(await chat.page.title()).toBe(`(1) ${words.page.title}`)
    await jump.click()
    await jump.waitFor({ state: 'hidden' })
    expect(await chat.page.title()).toBe(words.page.title)
    expect(await (await chat.answer('Cảnh báo')).isVisible()).toBe(true)
  })

  test('the sign of writing is shown until the answer comes', async () => {
    const { chat, bot } = await enter()
    await chat.ask('nghĩ đi')
    await chat.page.locator('#typing').waitFor()
    await chat.page.getByRole('status').getByText(words.page.log.typing).waitFor()
    await bot.channel.send(ADDRESS, ALERT)
    await chat.answer('Cảnh báo')
    expect(await chat.page.locator('#typing').isVisible()).toBe(false)
  })

  test('two pages of one person show the same', async () => {
    const { chat: first, bot } = await enter()
    const { chat: second } = await open(DESK, bot)
    await second.page.getByRole('heading', { name: `Chào ${NAME}` }).waitFor()
    await first.ask('tuần này')
    await second.answer('61,25%')
    expect(await second.questions.innerText()).toContain('tuần này')
    expect(await first.questions.count()).toBe(1)
  })

  test('a remembered person who is no longer a member is asked again', async () => {
    const { chat } = await enter()
    await chat.page.evaluate('localStorage.setItem("chitieu.member", "da-nghi")')
    await chat.page.reload()
    await chat.page.getByRole('heading', { name: words.page.pick.title }).waitFor()
    expect(await chat.page.evaluate('localStorage.getItem("chitieu.member")')).toBeNull()
  })
})

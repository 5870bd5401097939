import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { createService } from '../../src/service.ts'
import type { Service } from '../../src/service.ts'
import { words } from '../http/server.ts'
import { bring, configOf, runningClock } from '../stories/province.ts'
import { type ChatPage, openChat } from './chat-page.ts'
import { DESK, PHONE } from './chromium.ts'
import { withChromium } from './in-browser.ts'

/** Wednesday morning: the sample's figures go up to Sunday. */
const NOW = '2026-11-18T09:00:00+07:00'
const SAMPLE = /số liệu mẫu|dữ liệu mẫu/i
const FELL = /vừa xuống dưới chỉ tiêu[^]*Hồ sơ trực tuyến/
const QUESTION = 'ty le truc tuyen tuan truoc cua toi'

/** Waits until the last picture of the log can be seen, and gives its width. */
const DECODED_WIDTH = `(async () => {
  const picture = [...document.querySelectorAll('.log .row.bot .bubble img')].at(-1)
  await picture.decode()
  return picture.naturalWidth
})()`

const PEOPLE = {
  director: { member: 'gd-sxd', name: 'Giám đốc Sở Xây dựng', unit: '52-S01' },
  mayor: { member: 'ct-iagrai', name: 'Chủ tịch UBND xã Ia Grai', unit: '23764' },
  fallen: { member: 'ct-pleiku', name: 'Chủ tịch UBND phường Pleiku', unit: '23575' },
}
type Person = (typeof PEOPLE)[keyof typeof PEOPLE]

withChromium('the whole assistant on the sample province, in a browser', browser => {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-whole-'))
  let running: { app: App; service: Service; url: string } | null = null

  beforeAll(async () => {
    const app = await createApp(configOf(join(folder, 'sample.db')), { clock: runningClock(NOW) })
    const service = createService(app)
    running = { app, service, url: (await service.start()).url }
  })
  afterAll(async () => {
    await running?.service.stop()
    running?.app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function assistant() {
    if (!running) throw new Error('the assistant is not running yet')
    return running
  }

  async function open(size: { width: number; height: number }): Promise<ChatPage> {
    const chat = await openChat(browser().context, assistant().url, size)
    await chat.page.evaluate('localStorage.clear()')
    await chat.page.reload()
    onTestFinished(() => chat.page.close())
    return chat
  }

  /** What the member is told of the own unit, as the reply shows it. */
  async function valueOf(person: Person): Promise<string> {
    const { app } = assistant()
    const asked = await app.ask(person.member, QUESTION, app.clock.now())
    return app.words.percent(asked?.answers[0]?.figures[0]?.value ?? -1)
  }

  /** The figures of last week are corrected to next to nothing, and evaluated, as an import does. */
  async function fall({ unit }: Person): Promise<void> {
    const { app, service } = assistant()
    await bring(
      app,
      'observations',
      `unit,indicator,period,numerator,denominator,value,note\n${unit},online_rate,2026-W46,1,900,,`,
    )
    service.wake()
  }

  describe.each([
    ['360 px', PHONE, PEOPLE.director],
    ['1280 px', DESK, PEOPLE.mayor],
  ] as const)('at %s', (_name, size, person) => {
    test('one is somebody, asks, is answered, taps for a picture, and hears unasked that the unit fell', async () => {
      const chat = await open(size)
      await chat.choose(person.name)
      await chat.box.waitFor()
      const value = await valueOf(person)
      await chat.ask(QUESTION)
      const answer = await chat.answer(`: ${value}`)
      expect(await answer.innerText()).toMatch(SAMPLE)
      await chat.page
        .getByRole('group', { name: words.page.choices })
        .getByRole('button', { name: 'Biểu đồ' })
        .click()
      const picture = chat.page.locator('.log .row.bot .bubble img').last()
      await picture.waitFor()
      expect(await chat.page.evaluate(DECODED_WIDTH)).toBeGreaterThan(300)
      expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(20)
      expect(await chat.answers.filter({ hasText: FELL }).count()).toBe(0)
      await fall(person)
      const alert = await chat.answer(FELL)
      expect(await alert.innerText()).toMatch(SAMPLE)
      expect(await chat.overflow()).toBe(0)
      expect(chat.complaints).toEqual([])
    })
  })

  test('who comes for the first time finds the news of the week, and acts on it by keyboard alone', async () => {
    const chat = await open(DESK)
    const { keyboard } = chat.page
    const me = chat.page.getByRole('button', { name: PEOPLE.fallen.name })
    await me.waitFor()
    const isFocused = async () =>
      await me.evaluate(element => element === Reflect.get(globalThis, 'document').activeElement)
    for (let tabs = 0; tabs < 20 && !(await isFocused()); tabs++) await keyboard.press('Tab')
    await keyboard.press('Enter')
    await chat.answer(FELL)
    await keyboard.type('đã nhận')
    await keyboard.press('Enter')
    await chat.answer('Đã ghi nhận')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Enter')
    await expect.poll(() => chat.questions.count()).toBe(2)
    await expect.poll(() => chat.answers.count()).toBe(3)
    expect(chat.complaints).toEqual([])
  })

  test('everything that can be used has a name, and what is said is announced', async () => {
    const chat = await open(PHONE)
    await chat.page.getByRole('heading', { name: words.page.pick.title }).waitFor()
    const nameless = /^ *- (?:button|textbox|searchbox|link|img|dialog|log|group|list)(?: \[[^\]]*\])*:?$/m
    expect(await chat.page.locator('body').ariaSnapshot()).not.toMatch(nameless)
    await chat.choose(PEOPLE.director.name)
    await chat.ask('biểu đồ trực tuyến 8 tuần qua')
    await chat.page.locator('.log .row.bot .bubble img').last().waitFor()
    const heard = await chat.page.locator('body').ariaSnapshot()
    expect(heard).not.toMatch(nameless)
    expect(heard).toMatch(new RegExp(`- log "${words.page.log.label}"`))
    expect(heard).toContain(words.page.log.bot)
    const log = chat.page.getByRole('log')
    expect(await log.getAttribute('aria-live')).toBe('polite')
    expect(await chat.page.locator('html').getAttribute('lang')).toMatch(/^vi\b/)
  })

  test('what is typed is shown as text, however it looks', async () => {
    const chat = await open(PHONE)
    await chat.choose(PEOPLE.director.name)
    await chat.ask(`<img src=x onerror="document.title='no'"> ${'a'.repeat(3_000)}`)
    expect(await (await chat.answer('Tin nhắn quá dài')).innerText()).toMatch(SAMPLE)
    await chat.ask('ế'.repeat(10_000))
    await expect.poll(() => chat.answers.filter({ hasText: 'Tin nhắn quá dài' }).count()).toBe(2)
    expect(await chat.answers.last().innerText()).toMatch(SAMPLE)
    expect(await chat.page.locator('.log .person .bubble img').count()).toBe(0)
    expect(await chat.page.title()).toContain(words.page.title)
    expect(await chat.overflow()).toBe(0)
  })
})

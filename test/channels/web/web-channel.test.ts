import { beforeEach, describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/channels/channel.ts'
import { MAX_INCOMING, type Page } from '../../../src/channels/web/web-chat.ts'
import { createWebChannel, webAddress } from '../../../src/channels/web/web-channel.ts'
import type { WebEvent } from '../../../src/channels/web/web-line.ts'
import type { Message } from '../../../src/lib/message.ts'
import { memoryStore } from './memory-store.ts'
import { CHAIRMAN, DIRECTOR, PEOPLE } from './people.ts'

const NOW = Date.parse('2024-05-19T20:00:00+07:00')
const TOO_LONG = 'Tin nhắn quá dài.'
const DIRECTORS = webAddress(DIRECTOR.member)

let store = memoryStore()
let links: string[] = []
let received: Incoming[] = []
let channel = newChannel()

function newChannel() {
  return createWebChannel({
    clock: { now: () => NOW },
    store,
    members: async () => PEOPLE,
    onChoose: async (address, member) => void links.push(`${address}=${member}`),
    tooLong: () => TOO_LONG,
  })
}

beforeEach(async () => {
  store = memoryStore()
  links = []
  received = []
  channel = newChannel()
  await channel.start(async incoming => void received.push(incoming))
})

const says = (text: string): Message => ({ blocks: [{ text }], choices: [] })

/** A page that writes down what it is told, in short. */
function notingPage(): Page & { events: WebEvent[]; notes: string[] } {
  const events: WebEvent[] = []
  const notes: string[] = []
  return {
    events,
    notes,
    tell(event) {
      events.push(event)
      if (event.kind === 'message') notes.push(`${event.message.id} ${event.message.from}: ${textOf(event)}`)
      else notes.push(event.kind === 'hello' && event.reset ? 'hello again' : event.kind)
    },
    end: () => void notes.push('end'),
  }
}

function textOf(event: WebEvent & { kind: 'message' }): string {
  return event.message.blocks.map(block => block.text).join('\n')
}

const posted = (text: string, id = 'a1') => ({ member: DIRECTOR.member, id, text })

describe('sending', () => {
  test('is kept when no page is open, and told to the page that opens later', async () => {
    expect(await channel.send(DIRECTORS, says('Đơn vị tụt dưới chỉ tiêu'))).toEqual({
      outcome: 'sent',
      messageId: '1',
    })
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.notes).toEqual(['hello', '1 bot: Đơn vị tụt dưới chỉ tiêu', 'ready'])
  })

  test('a page that only looks on links nobody; who chooses or writes is linked', async () => {
    await channel.open(DIRECTOR.member, null, notingPage())
    expect(links).toEqual([])
    await channel.choose(DIRECTOR.member)
    expect(links).toEqual([`${DIRECTORS}=${DIRECTOR.member}`])
  })

  test('reaches every open page of the address, and no other', async () => {
    const [phone, desk, other] = [notingPage(), notingPage(), notingPage()]
    await channel.open(DIRECTOR.member, null, phone)
    await channel.open(DIRECTOR.member, null, desk)
    await channel.open(CHAIRMAN.member, null, other)
    await channel.send(DIRECTORS, says('Cảnh báo'))
    expect(phone.notes).toEqual(['hello', 'ready', '1 bot: Cảnh báo'])
    expect(desk.notes).toEqual(phone.notes)
    expect(other.notes).toEqual(['hello', 'ready'])
  })

  test('is told in the order in which it was sent, also while a page opens', async () => {
    const page = notingPage()
    const opening = channel.open(DIRECTOR.member, null, page)
    await Promise.all(['một', 'hai', 'ba', 'bốn'].map(text => channel.send(DIRECTORS, says(text))))
    await opening
    expect(page.notes.filter(note => note.includes('bot'))).toEqual([
      '1 bot: một',
      '2 bot: hai',
      '3 bot: ba',
      '4 bot: bốn',
    ])
  })

  test('waits when the history cannot be written, and works again after that', async () => {
    store.failing = true
    expect(await channel.send(DIRECTORS, says('bí mật'))).toEqual({
      outcome: 'retry',
      scope: 'unclear',
      afterMs: NOW + 5_000,
      named: false,
      mostTries: null,
      cause: "the web chat's history could not be written (RangeError)",
      ambiguous: false,
    })
    store.failing = false
    expect(await channel.send(DIRECTORS, says('bí mật'))).toMatchObject({ outcome: 'sent' })
    expect(store.all()).toHaveLength(1)
  })

  test('keeps picture and file beside the line, for the person of the chat alone', async () => {
    const bytes = Uint8Array.from([1, 2, 3])
    const image = { name: 'bieu-do.png', type: 'image/png', bytes, description: 'Biểu đồ' }
    const file = { name: 'bao-cao.xlsx', type: 'application/xlsx', bytes, description: 'Báo cáo' }
    await channel.send(DIRECTORS, { ...says('Báo cáo tuần'), image, file })
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.events[1]).toMatchObject({
      message: {
        image: { name: 'bieu-do.png', description: 'Biểu đồ', width: null, height: null },
        file: { name: 'bao-cao.xlsx', description: 'Báo cáo', size: 3 },
      },
    })
    expect(store.all()[0]?.json).not.toContain('bytes')
    expect(await channel.file(DIRECTOR.member, 1, 'image')).toMatchObject({ type: 'image/png', bytes })
    expect(await channel.file(DIRECTOR.member, 1, 'file')).toMatchObject({ name: 'bao-cao.xlsx' })
    expect(await channel.file(CHAIRMAN.member, 1, 'image')).toBeNull()
    expect(await channel.file(DIRECTOR.member, 2, 'image')).toBeNull()
  })
})

describe('a page that resumes', () => {
  test('gets what it missed, however much, and nothing that it has', async () => {
    for (let n = 1; n <= 450; n += 1) await channel.send(DIRECTORS, says(`tin ${n}`))
    const page = notingPage()
    await channel.open(DIRECTOR.member, 20, page)
    expect(page.notes).toHaveLength(432)
    expect(page.notes[1]).toBe('21 bot: tin 21')
    expect(page.notes.at(-2)).toBe('450 bot: tin 450')
  })

  test('gets the latest hundred when it knows nothing', async () => {
    for (let n = 1; n <= 130; n += 1) await channel.send(DIRECTORS, says(`tin ${n}`))
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.notes).toHaveLength(102)
    expect(page.notes[1]).toBe('31 bot: tin 31')
  })

  test('starts afresh when the history that it knows is gone', async () => {
    await channel.send(DIRECTORS, says('tin đầu'))
    const page = notingPage()
    await channel.open(DIRECTOR.member, 77, page)
    expect(page.notes).toEqual(['hello again', '1 bot: tin đầu', 'ready'])
  })

  test('is told nothing after it was closed', async () => {
    const page = notingPage()
    const close = await channel.open(DIRECTOR.member, null, page)
    close?.()
    await channel.send(DIRECTORS, says('tin'))
    expect(page.notes).toEqual(['hello', 'ready'])
  })

  test('finds its history after a restart of the program', async () => {
    await channel.send(DIRECTORS, says('trước khi tắt'))
    await channel.stop()
    const page = notingPage()
    await newChannel().open(DIRECTOR.member, null, page)
    expect(page.notes).toEqual(['hello', '1 bot: trước khi tắt', 'ready'])
  })
})

describe('what a person sends', () => {
  test('is shown on every page, then passed on', async () => {
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(await channel.post(posted('tuần này bao nhiêu?'))).toBe('received')
    expect(page.notes).toEqual(['hello', 'ready', '1 person: tuần này bao nhiêu?'])
    expect(received).toEqual([
      {
        channel: 'web',
        address: DIRECTORS,
        updateId: `${DIRECTORS}/a1`,
        kind: 'text',
        album: null,
        messageId: null,
        text: 'tuần này bao nhiêu?',
        sentAt: NOW,
        private: true,
      },
    ])
  })

  test('shows the label of a choice and passes on what it stands for', async () => {
    await channel.post({ ...posted('rank GL-S01'), label: 'Xếp thứ mấy?' })
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.notes[1]).toBe('1 person: Xếp thứ mấy?')
    expect(received[0]?.text).toBe('rank GL-S01')
  })

  test('is shown once when the page sends it twice at the same time, and is the same update', async () => {
    await Promise.all([channel.post(posted('một lần')), channel.post(posted('một lần'))])
    expect(store.all()).toHaveLength(1)
    expect(new Set(received.map(one => one.updateId)).size).toBe(1)
  })

  test('comes before its answer also when the answer is sent while it is being received', async () => {
    await channel.start(async ({ address }) => void (await channel.send(address, says('trả lời'))))
    await channel.post(posted('hỏi'))
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.notes).toEqual(['hello', '1 person: hỏi', '2 bot: trả lời', 'ready'])
  })

  test('is answered politely and not passed on when it is too long', async () => {
    expect(await channel.post(posted('ă'.repeat(MAX_INCOMING + 1)))).toBe('too_long')
    expect(await channel.post(posted('ă'.repeat(MAX_INCOMING + 1)))).toBe('too_long')
    const page = notingPage()
    await channel.open(DIRECTOR.member, null, page)
    expect(page.notes).toEqual([
      'hello',
      `1 person: ${'ă'.repeat(MAX_INCOMING)}…`,
      `2 bot: ${TOO_LONG}`,
      'ready',
    ])
    expect(received).toEqual([])
  })

  test('is cut between characters, never inside one', async () => {
    await channel.post(posted(`${'a'.repeat(MAX_INCOMING - 1)}😀😀`))
    const line: { blocks: { text: string }[] } = JSON.parse(store.all()[0]?.json ?? '')
    expect(line.blocks[0]?.text).toBe(`${'a'.repeat(MAX_INCOMING - 1)}…`)
  })

  test('of exactly the longest length is passed on whole', async () => {
    expect(await channel.post(posted('ă'.repeat(MAX_INCOMING)))).toBe('received')
    expect(received[0]?.text).toHaveLength(MAX_INCOMING)
  })

  test('is refused before the start, after the stop and from nobody', async () => {
    expect(await channel.post({ ...posted('x'), member: 'ke-la' })).toBe('unknown_member')
    expect(await newChannel().post(posted('x'))).toBe('closed')
    await channel.stop()
    expect(await channel.post(posted('x'))).toBe('closed')
    expect(store.all()).toEqual([])
  })

  test('rejects when it cannot be kept, and the same again is received once it can', async () => {
    store.failing = true
    await expect(channel.post(posted('hỏi'))).rejects.toThrow(RangeError)
    expect(received).toEqual([])
    store.failing = false
    expect(await channel.post(posted('hỏi'))).toBe('received')
    expect(store.all()).toHaveLength(1)
  })
})

describe('who is at the page', () => {
  test('is linked on choosing, and again whenever it is chosen', async () => {
    expect(await channel.choose(DIRECTOR.member)).toEqual(DIRECTOR)
    expect(await channel.choose(DIRECTOR.member)).toEqual(DIRECTOR)
    expect(links).toEqual([`${DIRECTORS}=gd-sgtvt`, `${DIRECTORS}=gd-sgtvt`])
  })

  test('is linked once by a page that was open before the program started', async () => {
    await channel.open(DIRECTOR.member, 3, notingPage())
    await channel.post(posted('hỏi'))
    expect(links).toEqual([`${DIRECTORS}=gd-sgtvt`])
  })

  test('must be a member', async () => {
    const page = notingPage()
    expect(await channel.choose('ke-la')).toBeNull()
    expect(await channel.open('ke-la', null, page)).toBeNull()
    expect(page.notes).toEqual([])
    expect(links).toEqual([])
  })
})

test('typing is shown to open pages and not kept', async () => {
  const page = notingPage()
  await channel.open(DIRECTOR.member, null, page)
  await channel.typing(DIRECTORS)
  expect(page.notes).toEqual(['hello', 'ready', 'typing'])
  expect(store.all()).toEqual([])
})

test('stopping ends the open pages and waits for what is being received', async () => {
  const page = notingPage()
  const work = Promise.withResolvers<void>()
  const steps: string[] = []
  await channel.start(() => work.promise.then(() => void steps.push('received')))
  await channel.open(DIRECTOR.member, null, page)
  const post = channel.post(posted('hỏi'))
  while (page.notes.length < 3) await new Promise(setImmediate)
  const stopping = channel.stop().then(() => steps.push('stopped'))
  work.resolve()
  await Promise.all([stopping, post, channel.stop()])
  expect(page.notes.at(-1)).toBe('end')
  expect(steps).toEqual(['received', 'stopped'])
  expect(channel.health()).toEqual({ ok: false })
})

import type { App } from './app.ts'
import { channelKeep } from './channel-keep.ts'
import { channelsOff } from './off-channels.ts'
import { createChannels } from './channel-parts.ts'
import type { Channel, Forms, SetupFault } from './channels/channel.ts'
import { silentLog } from './lib/log.ts'
import { systemTimer } from './lib/timer.ts'

/** How one channel stands: what a person reads, and the figures behind it. */
export interface ChannelCheck {
  channel: string
  ok: boolean
  /** Messages of this month, and people who have ever written. */
  sent: number
  received: number
  people: number
  sentence: string
}

/** Asks every channel that is configured whether its platform serves it and is set up for it, and counts its month. Sends nothing. */
export async function checkChannels(app: App): Promise<ChannelCheck[]> {
  const { channels } = createChannels(app, { log: silentLog, timer: systemTimer, due: () => undefined })
  const asked = await Promise.all([...channels.values()].map(async channel => await checkOne(app, channel)))
  const off = await channelsOff(app)
  return [...asked, ...(await Promise.all(Array.from(off, async one => await offCheck(app, one))))]
}

/** A channel that nobody gave a token: it is all right where everybody on it has another. */
async function offCheck(app: App, [channel, alone]: [channel: string, alone: number]): Promise<ChannelCheck> {
  const keep = channelKeep({ ...app, ...app.config }, channel)
  const { sent = 0, received = 0 } = await keep.counts(app.clock.now())
  const sentence = app.words.say('channels.check.off', { channel, people: alone })
  return { channel, ok: alone === 0, sent, received, people: await keep.people(), sentence }
}

/** What start says of channels that can do less than they could; empty when all is there. */
export function shortcomings({ words }: Pick<App, 'words'>, channels: Iterable<Channel>): string[] {
  const poor = [...channels].filter(({ abilities }) => abilities.files === 'none')
  const lacking = Object.groupBy(poor, ({ abilities }) =>
    abilities.images === 'none' ? 'noPublicUrl' : 'noFiles',
  )
  return (['noPublicUrl', 'noFiles'] as const).flatMap(what => {
    const names = lacking[what]?.map(({ name }) => name).join(', ')
    return names === undefined ? [] : [words.say(`channels.check.${what}`, { channels: names })]
  })
}

/** What each form costs, where that was declared, and how many more go. */
function formLines(words: App['words'], { forms, left }: Forms): string[] {
  const costs = forms.flatMap(({ template, price }) =>
    price === null ? [] : [words.say('channels.check.formPrice', { template, ...price })],
  )
  return left === null ? costs : [...costs, words.say('channels.check.formsLeft', { left })]
}

function sentenceOf(words: App['words'], fault: SetupFault): string {
  switch (fault.what) {
    case 'noWebhook':
      return words.say('channels.check.noWebhook')
    case 'form':
    case 'formFields':
      return words.say(`channels.check.${fault.what}`, { template: fault.template, seen: fault.seen })
    case 'strayWebhook':
    case 'otherWebhook':
    case 'notDelivered':
      return words.say(`channels.check.${fault.what}`, { seen: fault.seen })
  }
}

async function checkOne(app: App, channel: Channel): Promise<ChannelCheck> {
  const { name } = channel
  const { clock, words, config } = app
  const keep = channelKeep({ ...app, ...config }, name)
  const probe = await channel.probe()
  const { sent = 0, received = 0 } = await keep.counts(clock.now())
  const people = await keep.people()
  const facts = { channel: name, sent, received, people }
  const faults = probe.ok ? ((await channel.setup?.()) ?? []) : []
  const setUp = faults.map(fault => sentenceOf(words, fault))
  const forms = channel.forms === undefined ? [] : formLines(words, await channel.forms())
  const stands = probe.ok
    ? words.say('channels.check.works', facts)
    : words.say(probe.down ? 'channels.check.refused' : 'channels.check.unreachable', {
        channel: name,
        cause: probe.cause,
      })
  // What is registered when the service starts is no fault before it does.
  const ok = probe.ok && faults.every(({ what }) => what === 'noWebhook' || what === 'strayWebhook')
  return { ...facts, ok, sentence: [stands, ...forms, ...setUp, ...shortcomings(app, [channel])].join(' ') }
}

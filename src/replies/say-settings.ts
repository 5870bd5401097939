import type { SettingChange } from '../ask/question.ts'
import type { DigestKind } from '../core/digest.ts'
import type { DigestPreference } from '../db/stores/subscriptions.ts'
import type { Message } from '../lib/message.ts'
import { compose } from './phrases/compose.ts'
import type { SayContext } from './phrases/context.ts'
import { ask } from './phrases/next-questions.ts'

/** What is said about which digests a person gets, and when. */
export type SettingsNotice =
  | { about: 'digestSettings'; kinds: readonly DigestKind[]; preference: DigestPreference }
  /** A change waits for a yes. */
  | { about: 'confirmSettings'; setting: SettingChange }
  | { about: 'settingsChanged'; setting: SettingChange }
  /** A wish that cannot be had, as it was said. */
  | { about: 'notSettable'; parts: string }

export function isOfSettings(notice: { about: string }): notice is SettingsNotice {
  return ['digestSettings', 'confirmSettings', 'settingsChanged', 'notSettable'].includes(notice.about)
}

/** When a digest is to come, as it was asked for. */
export type DigestTime = Extract<SettingChange, { do: 'time' }>

type Saying = Pick<SayContext, 'words' | 'sample'>

/** Which digests come and when, or what changes about it → message. */
export function saySettings(notice: SettingsNotice, ctx: Saying): Message {
  const { words } = ctx
  if (notice.about === 'digestSettings') return compose(ctx, settingLines(notice, ctx), [ask(ctx, 'help')])
  if (notice.about === 'notSettable')
    return compose(ctx, [words.say('system.notSettable', { parts: notice.parts })], [ask(ctx, 'help')])
  const change = changeIn(notice.setting, ctx)
  if (notice.about === 'confirmSettings')
    return compose(
      ctx,
      [words.say('digests.settings.confirm', { change })],
      [ask(ctx, 'yes'), ask(ctx, 'no')],
    )
  return compose(
    ctx,
    [words.say('digests.settings.changed', { change })],
    [ask(ctx, 'undo'), ask(ctx, 'ownUnit')],
  )
}

type Listed = Extract<SettingsNotice, { about: 'digestSettings' }>

function settingLines({ kinds, preference }: Listed, { words }: Saying): (string | null)[] {
  if (kinds.length === 0) return [words.say('digests.settings.none')]
  const { hour, weekday, pausedUntil, onlyNews } = preference
  const lines = kinds.map(kind =>
    words.say('digests.settings.digest', {
      digest: words.say(`system.digests.${kind}`),
      when:
        kind === 'weekly' && weekday !== null
          ? words.say('digests.settings.weekday', { day: weekdayName(weekday, { words }) })
          : words.say(`system.when.${kind}`),
    }),
  )
  return [
    [words.say('digests.settings.list'), ...lines].join('\n'),
    hour === null ? null : words.say('digests.settings.hour', { hour }),
    pausedUntil === null ? null : words.say('digests.settings.paused', { until: pausedUntil }),
    onlyNews ? words.say('digests.settings.onlyNews') : null,
  ]
}

function changeIn(setting: SettingChange, ctx: Saying): string {
  const { words } = ctx
  switch (setting.do) {
    case 'pause':
      return words.say('digests.settings.change.pause', { until: setting.until })
    case 'resume':
      return words.say('digests.settings.change.resume')
    case 'only_news':
      return words.say('digests.settings.change.onlyNews')
    case 'time': {
      const { hour, weekday } = setting
      if (weekday === null) return words.say('digests.settings.change.hour', { hour })
      return words.say('digests.settings.change.weekly', { hour, day: weekdayName(weekday, ctx) })
    }
  }
}

/** When a digest comes: as it usually does, or at the hour that was asked for. */
export function digestTime(
  { digest, time }: { digest: DigestKind; time?: DigestTime | undefined },
  ctx: Saying,
): string {
  const { words } = ctx
  if (time === undefined) return words.say(`system.when.${digest}`)
  const day = weekdayName(time.weekday ?? 1, ctx)
  return words.say(`digests.settings.at.${digest}`, { day, hour: time.hour })
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function weekdayName(weekday: number, { words }: Pick<Saying, 'words'>): string {
  return words.say(`digests.settings.weekdays.${WEEKDAYS[weekday - 1] ?? 'monday'}`)
}

import type { App } from '../app.ts'
import type { Words } from '../i18n/words.ts'
import { SETTING_FORMS, SETTING_NAMES } from '../settings/settings.ts'
import type { SettingName } from '../settings/settings.ts'
import type { Command, Outcome } from './command.ts'
import { withApp } from './with-app.ts'

/** Lists, shows or changes what an operator may change while the service runs; `default` as a value takes it back. */
export const settings: Command = {
  name: 'settings',
  usage: 'settings [NAME [VALUE|default]] [--json]',
  positionals: [0, 2],
  options: {},
  run: async call => {
    const [name, value] = call.positionals
    const named = SETTING_NAMES.find(one => one === name)
    if (name !== undefined && named === undefined) {
      const names = SETTING_NAMES.join(', ')
      return { status: 'usage', text: call.words.say('settings.unknown', { name, names }) }
    }
    return await withApp(call, async app => {
      if (named === undefined) return await list(app)
      return value === undefined ? await show(app, named) : await change(app, named, value)
    })
  },
}

interface Shown {
  name: SettingName
  value: string
  default: string
}

function shown(kept: ReadonlyMap<string, string>, name: SettingName): Shown {
  const { normal, fallback } = SETTING_FORMS[name]
  return { name, value: normal(kept.get(name) ?? '') ?? fallback, default: fallback }
}

function line(words: Words, { name, value, default: fallback }: Shown): string {
  const about = words.say(`settings.about.${name}`)
  return value === fallback
    ? words.say('settings.line', { name, value, about })
    : words.say('settings.lineChanged', { name, value, fallback, about })
}

async function list({ db, words }: App): Promise<Outcome> {
  const kept = await db.read.settings.all()
  const json = SETTING_NAMES.map(name => shown(kept, name))
  return { status: 'done', text: json.map(one => line(words, one)).join('\n'), json }
}

async function show({ db, words }: App, name: SettingName): Promise<Outcome> {
  const json = shown(await db.read.settings.all(), name)
  return { status: 'done', text: line(words, json), json }
}

async function change({ db, words, clock }: App, name: SettingName, text: string): Promise<Outcome> {
  const { normal, fallback } = SETTING_FORMS[name]
  const value = text === 'default' ? fallback : normal(text)
  return await db.write(async stores => {
    const { indicators } = await stores.catalog.get()
    const unknown =
      name === 'main_indicator' && value !== 'auto' && !indicators.some(one => one.code === value)
    if (value === undefined || unknown) {
      const must = words.say(`settings.must.${name}`)
      const sentence = words.say('settings.wrong', { name, value: text, must })
      return { status: 'refused', text: sentence, json: { error: sentence } }
    }
    const before = shown(await stores.settings.all(), name).value
    if (value === fallback) await stores.settings.remove(name)
    else await stores.settings.set(name, value)
    if (before !== value) {
      const object = `setting:${name}`
      await stores.audit.add({ at: clock.now(), action: 'setting', object, before, after: value })
    }
    const said = before === value ? 'settings.same' : 'settings.changed'
    return { status: 'done', text: words.say(said, { name, before, value }), json: { name, before, value } }
  })
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../db/temp-database.ts'
import { config as sentences } from '../../locales/vi/config.ts'
import { readConfig } from '../../src/config.ts'
import type { Config, Environment } from '../../src/config.ts'
import { ZALO_BOT_LIMITS } from '../../src/channels/zalo-bot/abilities.ts'
import { momentAt } from '../../src/core/moment.ts'

const TELEGRAM = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const ZALO = '3829190276251230:aFxCb-qTwErTy'

/** A channel as configured: all but the function that opens it. */
function configured(name: string, called: boolean, settings: object): object {
  const people = name === 'zalo-bot' ? 50 : null
  const messages = name === 'zalo-bot' ? 3_000 : null
  const invitation = { name: null, link: null, people, messages }
  return { name, called, settings, invitation, open: expect.any(Function) }
}

const BOT = { name: 'zalo-bot', quota: { messages: 3_000, people: 50 }, groups: false }
const WEB = configured('web', false, {})

function good(environment: Environment): Config {
  const read = readConfig(environment)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.config
}

/** `variable code` of each mistake. */
function mistakes(environment: Environment): string[] {
  const read = readConfig(environment)
  return read.ok ? [] : read.problems.map(({ variable, code }) => `${variable} ${code}`)
}

test('with nothing set: a file of its own, the web chat for this machine alone, Vietnam', () => {
  expect(good({})).toEqual({
    databaseUrl: 'file:var/chitieu.db',
    channels: [WEB],
    port: 3000,
    host: '127.0.0.1',
    publicUrl: null,
    heartbeatUrl: null,
    metricsToken: null,
    webChat: true,
    timeZone: 'Asia/Ho_Chi_Minh',
    logLevel: 'info',
    locale: 'vi',
  })
  expect(good({ PORT: ' ', TELEGRAM_BOT_TOKEN: '', WEB_CHAT: '' })).toMatchObject({
    channels: [WEB],
    port: 3000,
  })
})

test('a token turns its channel on and the web chat off, unless that is asked for', () => {
  const both = good({ TELEGRAM_BOT_TOKEN: TELEGRAM, ZALO_BOT_TOKEN: ZALO })
  expect(both.channels.map(({ name, called, settings }) => ({ name, called, settings }))).toEqual([
    {
      name: 'telegram',
      called: false,
      settings: { token: TELEGRAM, apiRoot: 'https://api.telegram.org', webhook: null },
    },
    {
      name: 'zalo-bot',
      called: false,
      settings: {
        token: ZALO,
        apiRoot: 'https://bot-api.zaloplatforms.com',
        webhook: null,
        limits: ZALO_BOT_LIMITS,
        ...BOT,
      },
    },
  ])
  expect([both.webChat, both.host]).toEqual([false, '127.0.0.1'])
  const withChat = good({ ZALO_BOT_TOKEN: ZALO, WEB_CHAT: 'on' })
  expect([withChat.webChat, withChat.host]).toEqual([true, '127.0.0.1'])
  const without = good({ WEB_CHAT: 'off' })
  expect([without.webChat, without.host]).toEqual([false, '127.0.0.1'])
})

test('this machine alone is listened to, unless a platform calls or the operator says otherwise', () => {
  const webhook = {
    TELEGRAM_BOT_TOKEN: TELEGRAM,
    TELEGRAM_WEBHOOK_URL: 'https://chitieu.gialai.gov.vn/webhooks/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'bi_mat-1',
  }
  expect(good(webhook).host).toBe('0.0.0.0')
  expect(good({ ...webhook, HOST: '127.0.0.1' }).host).toBe('127.0.0.1')
  expect(good({ TELEGRAM_BOT_TOKEN: TELEGRAM, HOST: '10.1.2.3' }).host).toBe('10.1.2.3')
  expect(mistakes({ HOST: 'may chu' })).toEqual(['HOST host'])
})

test('the web chat is off where others could reach it, and refused where it was asked for', () => {
  const open = { PUBLIC_URL: 'https://chitieu.gialai.gov.vn' }
  expect(good(open)).toMatchObject({ webChat: false, channels: [] })
  expect(good({ HOST: '0.0.0.0' })).toMatchObject({ webChat: false, channels: [] })
  expect(good({ HOST: '::1' }).webChat).toBe(true)
  expect(mistakes({ ...open, WEB_CHAT: 'on' })).toEqual(['WEB_CHAT web_chat_with_public_url'])
  expect(mistakes({ HOST: '::', WEB_CHAT: 'on' })).toEqual(['WEB_CHAT web_chat_with_host'])
  expect(good({ ...open, WEB_CHAT: 'off' }).webChat).toBe(false)
})

test('everything that may be set is taken over, spaces and final slashes aside, and cannot be changed', () => {
  const config = good({
    DATABASE_URL: ' file:/srv/chitieu/gialai.db ',
    PORT: '0',
    PUBLIC_URL: 'https://chitieu.gialai.gov.vn/',
    HEARTBEAT_URL: 'https://canh.gac.vn/ping/abc',
    METRICS_TOKEN: 'mot-ma-rieng-cua-tinh',
    TIME_ZONE: 'UTC',
    LOG_LEVEL: 'silent',
    CHITIEU_LOCALE: 'vi',
    TELEGRAM_BOT_TOKEN: TELEGRAM,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    TELEGRAM_WEBHOOK_URL: 'https://chitieu.gialai.gov.vn/webhooks/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'bi_mat-1',
    ZALO_BOT_TOKEN: ZALO,
    ZALO_BOT_API_ROOT: 'http://127.0.0.1:8082',
    ZALO_BOT_WEBHOOK_URL: 'https://chitieu.gialai.gov.vn/webhooks/zalo-bot',
    ZALO_BOT_WEBHOOK_SECRET: '12345678',
    ZALO_BOT_PER_SECOND: '2',
  })
  expect(config).toEqual({
    databaseUrl: 'file:/srv/chitieu/gialai.db',
    channels: [
      configured('telegram', true, {
        token: TELEGRAM,
        apiRoot: 'http://127.0.0.1:8081',
        webhook: { url: 'https://chitieu.gialai.gov.vn/webhooks/telegram', secret: 'bi_mat-1' },
      }),
      configured('zalo-bot', true, {
        token: ZALO,
        apiRoot: 'http://127.0.0.1:8082',
        webhook: { url: 'https://chitieu.gialai.gov.vn/webhooks/zalo-bot', secret: '12345678' },
        limits: { ...ZALO_BOT_LIMITS, channel: { calls: 2, ms: 1_000 } },
        ...BOT,
      }),
    ],
    port: 0,
    host: '0.0.0.0',
    publicUrl: 'https://chitieu.gialai.gov.vn',
    heartbeatUrl: 'https://canh.gac.vn/ping/abc',
    metricsToken: 'mot-ma-rieng-cua-tinh',
    webChat: false,
    timeZone: 'UTC',
    logLevel: 'silent',
    locale: 'vi',
  })
  expect(Object.isFrozen(config)).toBe(true)
})

describe('a wrong value', () => {
  test.each([
    ['DATABASE_URL', 'database_url', ['file:', 'chitieu.db', 'mysql://x', 'FILE:x']],
    ['DATABASE_URL', 'postgres_to_come', ['postgres://u:p@h/d', 'postgresql://h/d']],
    ['PORT', 'port', ['65536', '-1', '3000.5', '0x10', '1e3', 'ba nghìn', '80 80']],
    ['PUBLIC_URL', 'http_url', ['chitieu.vn', 'ftp://chitieu.vn', '/chat']],
    ['TIME_ZONE', 'time_zone', ['Hanoi', 'Asia/Hanoi2', 'GMT+7:99']],
    ['LOG_LEVEL', 'log_level', ['verbose', 'INFO', '3']],
    ['CHITIEU_LOCALE', 'locale', ['en', 'vi-VN']],
    ['WEB_CHAT', 'on_off', ['yes', '1', 'true']],
    ['TELEGRAM_BOT_TOKEN', 'telegram_token', ['abc', '123', ':AAHdqTcvCH1vGWJx', `${TELEGRAM} x`]],
    ['TELEGRAM_API_ROOT', 'http_url', ['api.telegram.org', 'ws://api.telegram.org']],
    ['ZALO_BOT_TOKEN', 'zalo_token', ['short', 'has a space in it', 'a/b/c/d/e/f']],
    ['ZALO_BOT_PER_SECOND', 'count', ['0', '-1', '2.5', 'hai']],
    ['ZALO_BOT_API_ROOT', 'http_url', ['bot-api.zaloplatforms.com']],
  ])('of %s is refused: %s', (variable, code, values) => {
    for (const value of values) expect(mistakes({ [variable]: value })).toEqual([`${variable} ${code}`])
  })

  test.each([
    ['TELEGRAM', 'TELEGRAM_BOT_TOKEN', TELEGRAM, 'telegram_secret', ['dấu', 'a b', 'x'.repeat(257)]],
    ['ZALO_BOT', 'ZALO_BOT_TOKEN', ZALO, 'zalo_secret', ['1234567', 'x'.repeat(257)]],
  ])('of a webhook of %s is refused', (channel, token, given, code, secrets) => {
    const [url, secret] = [`${channel}_WEBHOOK_URL`, `${channel}_WEBHOOK_SECRET`]
    const right = { [token]: given, [url]: 'https://a.vn/w', [secret]: '12345678' }
    expect(mistakes(right)).toEqual([])
    for (const wrong of ['http://a.vn/w', 'a.vn/w', 'nonsense']) {
      expect(mistakes({ ...right, [url]: wrong })).toEqual([`${url} https_url`])
    }
    expect(mistakes({ ...right, [url]: 'http://127.0.0.1:3000/w' })).toEqual([])
    for (const wrong of secrets) {
      expect(mistakes({ ...right, [secret]: wrong })).toEqual([`${secret} ${code}`])
    }
    expect(mistakes({ ...right, [secret]: '' })).toEqual([`${secret} missing_with_webhook`])
    expect(mistakes({ ...right, [token]: '' })).toEqual([`${token} webhook_without_token`])
    expect(mistakes({ ...right, WEB_CHAT: 'on' })).toEqual(['WEB_CHAT web_chat_with_webhook'])
  })

  test('does not hide others: each has its own line, and none repeats a value', () => {
    const environment = {
      PORT: 'ba-nghin-bi-mat',
      TELEGRAM_BOT_TOKEN: 'bi-mat-1',
      TELEGRAM_WEBHOOK_URL: 'https://a.vn/w',
      ZALO_BOT_TOKEN: 'bi mat 2',
      ZALO_BOT_WEBHOOK_URL: 'https://a.vn/w',
      WEB_CHAT: 'on',
    }
    expect(mistakes(environment)).toEqual([
      'PORT port',
      'TELEGRAM_BOT_TOKEN telegram_token',
      'ZALO_BOT_TOKEN zalo_token',
      'TELEGRAM_WEBHOOK_SECRET missing_with_webhook',
      'ZALO_BOT_WEBHOOK_SECRET missing_with_webhook',
      'WEB_CHAT web_chat_with_webhook',
    ])
    expect(JSON.stringify(readConfig(environment))).not.toMatch(/bi.mat/)
  })
})

test('every time zone that is taken can be reckoned in', () => {
  for (const timeZone of ['Asia/Ho_Chi_Minh', 'UTC', 'Europe/Berlin', '+07:00']) {
    expect(mistakes({ TIME_ZONE: timeZone })).toEqual([])
    expect(momentAt(Date.UTC(2024, 4, 19, 13), timeZone).today).toBe('2024-05-19')
  }
})

test('every sentence names its variable and fits on a line', () => {
  for (const sentence of Object.values(sentences)) {
    expect(sentence).toContain('{{variable}}')
    expect(sentence).not.toContain('\n')
    expect(sentence.endsWith('.')).toBe(true)
  }
})

test('one province may have several Zalo bots, each with its token, its path and its place in invitations', () => {
  const { channels } = good({
    ZALO_BOT_TOKEN: ZALO,
    ZALO_BOT_TOKEN_2: `${ZALO}2`,
    ZALO_BOT_TOKEN_7: `${ZALO}7`,
    ZALO_BOT_NAME_2: 'Bot Chỉ tiêu Gia Lai 2',
    ZALO_BOT_LINK_2: 'https://zalo.me/s/botcreator/?id=2',
    ZALO_BOT_WEBHOOK_URL: 'https://a.vn/webhooks/zalo-bot',
    ZALO_BOT_WEBHOOK_SECRET: '12345678',
    ZALO_BOT_MONTHLY: '2000',
    ZALO_BOT_PEOPLE: '40',
  })
  expect(channels.map(({ name }) => name)).toEqual(['zalo-bot', 'zalo-bot-2', 'zalo-bot-7'])
  expect(channels[1]).toMatchObject({
    settings: {
      token: `${ZALO}2`,
      webhook: { url: 'https://a.vn/webhooks/zalo-bot-2', secret: '12345678' },
      quota: { messages: 2_000, people: 40 },
    },
    invitation: {
      name: 'Bot Chỉ tiêu Gia Lai 2',
      link: 'https://zalo.me/s/botcreator/?id=2',
      people: 40,
      messages: 2_000,
    },
  })
  expect(mistakes({ ZALO_BOT_TOKEN_3: 'ngắn' })).toEqual(['ZALO_BOT_TOKEN_3 zalo_token'])
  expect(mistakes({ ZALO_BOT_TOKEN: ZALO, ZALO_BOT_MONTHLY: 'nhiều' })).toEqual([
    'ZALO_BOT_MONTHLY count_or_off',
  ])
  expect(good({ ZALO_BOT_TOKEN: ZALO, ZALO_BOT_MONTHLY: 'off' }).channels[0]?.settings).toMatchObject({
    quota: null,
  })
})

test('a Zalo OA needs all four of its secrets, and forms that are forms', () => {
  const oa = {
    ZALO_OA_APP_ID: '360846524940903967',
    ZALO_OA_APP_SECRET: 'bi-mat-ung-dung',
    ZALO_OA_SECRET_KEY: 'bi-mat-cua-oa',
    ZALO_OA_REFRESH_TOKEN: 'ma-lam-moi-1',
  }
  const { channels, webChat } = good({ ...oa, ZALO_OA_BUTTONS: 'on', ZALO_OA_OUTSIDE_48H: 'off' })
  expect(webChat).toBe(false)
  expect(channels).toMatchObject([
    {
      name: 'zalo-oa',
      called: true,
      settings: {
        apiRoot: 'https://openapi.zalo.me',
        credentials: { oauthRoot: 'https://oauth.zaloapp.com' },
        buttons: true,
        outsideWindow: null,
        templates: [],
      },
    },
  ])
  expect(mistakes({ ZALO_OA_APP_ID: oa.ZALO_OA_APP_ID })).toEqual([
    'ZALO_OA_APP_SECRET missing_for_zalo_oa',
    'ZALO_OA_SECRET_KEY missing_for_zalo_oa',
    'ZALO_OA_REFRESH_TOKEN missing_for_zalo_oa',
  ])
  expect(mistakes({ ...oa, ZALO_OA_APP_ID: 'ứng dụng' })).toEqual(['ZALO_OA_APP_ID zalo_oa_app'])
  const file = join(tempFolder(), 'mau.json')
  for (const text of [
    '',
    '{}',
    '[{"topic":"alert"}]',
    '[{"topic":"a","template_id":"1","params":{"x":{"from":"?","max":3}}}]',
  ]) {
    writeFileSync(file, text)
    expect(mistakes({ ...oa, ZALO_OA_TEMPLATES: file })).toEqual(['ZALO_OA_TEMPLATES zalo_oa_templates'])
  }
  const form = { topic: 'alert', template_id: '7895', params: { ten: { from: 'member', max: 30 } } }
  writeFileSync(file, JSON.stringify([form]))
  expect(good({ ...oa, ZALO_OA_TEMPLATES: file }).channels[0]?.settings).toMatchObject({ templates: [form] })
})

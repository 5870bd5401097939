import { expect, test } from 'vitest'
import { deliveryFrom } from '../../../src/channels/zalo-oa/deliver.ts'
import { TOKEN_ERRORS } from '../../../src/channels/zalo-oa/failure.ts'

const NOON = Date.parse('2024-05-20T12:00:00+07:00')
const DEPS = { clock: { now: () => NOON }, random: () => 0, timeZone: 'Asia/Ho_Chi_Minh' }

/** What the platform's documents say that each error asks for. */
const TABLE = {
  'a human must act; nothing goes over this account': {
    codes: [
      -101, -102, -103, -104, -105, -135, -1351, -136, -137, -320, -321, -204, -205, -209, -212, -219, -221,
      -223, -224,
    ],
    is: { outcome: 'channel_down' },
  },
  'too much at once: everybody on this account waits': {
    codes: [-32, -200, -211],
    is: { outcome: 'retry', scope: 'channel', ambiguous: false, mostTries: null },
  },
  'the day is used up: this message waits for midnight': {
    codes: [-144, -1441],
    is: { outcome: 'retry', scope: 'message', named: true, afterMs: Date.parse('2024-05-21T00:00:00+07:00') },
  },
  'nothing at night: this message waits for six in the morning': {
    codes: [-133, -234],
    is: { outcome: 'retry', scope: 'message', named: true, afterMs: Date.parse('2024-05-21T06:00:00+07:00') },
  },
  'this person cannot be reached': {
    codes: [-213, -217, -218, -227, -230, -232, -244, -114, -118, -119, -139, -140, -141],
    is: { outcome: 'gone' },
  },
  'this form cannot go to an account': { codes: [-249], is: { outcome: 'refused', ours: false } },
  'we asked wrongly': {
    codes: [-201, -210, -233, -240, -108, -1121, -1122, -1124, -131, -146],
    is: { outcome: 'refused', ours: true },
  },
  'the token is no good, even after another was fetched': {
    codes: TOKEN_ERRORS,
    is: { outcome: 'channel_down' },
  },
  'nobody knows: a few tries': { codes: [-1, -99_999, 7], is: { outcome: 'retry', mostTries: 5 } },
}

test.each(Object.entries(TABLE))('%s', (_meaning, { codes, is }) => {
  for (const code of codes) {
    const failure = { code, description: 'error', spoken: true, retryAfter: null, ambiguous: false }
    expect([code, deliveryFrom(DEPS, failure)]).toEqual([code, expect.objectContaining(is)])
  }
})

test('no error has two meanings', () => {
  const all = Object.values(TABLE).flatMap(({ codes }) => [...codes])
  expect(new Set(all).size).toBe(all.length)
})

import { describe, expect, test } from 'vitest'
import { createFloodGuard, MESSAGES_A_MINUTE } from '../../src/bot/flood-guard.ts'
import { DAY_MS, isRecent, MINUTE_MS } from '../../src/core/durations.ts'
import { startTalk } from './talk.ts'

const NOW = Date.UTC(2026, 9, 28, 1)

describe('what a clock noted that was ahead', () => {
  test('is not recent, but for a moment between two processes', () => {
    expect(isRecent(NOW, NOW, 0)).toBe(true)
    expect(isRecent(NOW - DAY_MS, NOW, DAY_MS)).toBe(true)
    expect(isRecent(NOW - DAY_MS - 1, NOW, DAY_MS)).toBe(false)
    expect(isRecent(NOW + MINUTE_MS, NOW, DAY_MS)).toBe(true)
    expect(isRecent(NOW + MINUTE_MS + 1, NOW, DAY_MS)).toBe(false)
  })

  test('silences no chat that wrote much then', () => {
    const guard = createFloodGuard()
    for (let i = 0; i <= MESSAGES_A_MINUTE; i++) guard.admit('hoa', NOW + DAY_MS + i * 20_000, 1)
    for (let i = 0; i <= MESSAGES_A_MINUTE; i++) guard.admit('hoa', NOW + DAY_MS + 500_000 + i, 1)
    expect(guard.admit('hoa', NOW + DAY_MS + 500_100, 1)).not.toBe('answer')
    expect(guard.admit('hoa', NOW, 1)).toBe('answer')
  })

  test('is no conversation to go on with, and nothing to undo or to say yes to', async () => {
    const talk = await startTalk('2026-10-30T09:00:00+07:00')
    expect(await talk.hear('gd', 'đăng ký báo cáo tuần')).toContain('?')
    expect(await talk.hear('gd', 'có')).toContain('Đã đăng ký')
    expect(await talk.hear('gd', 'ngừng nhận báo cáo tuần')).toContain('?')
    talk.clock.set('2026-10-28T09:00:00+07:00')
    expect(await talk.hear('gd', 'có')).not.toContain('ngừng')
    expect(await talk.hear('gd', 'hoàn tác')).toContain('Không có')
    expect(await talk.hear('gd', 'đang nhận báo cáo gì')).toContain('báo cáo tuần')
  })
})

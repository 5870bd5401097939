import { describe, expect, it } from 'vitest'
import { systemTimer, withDeadline } from '../../src/lib/timer.ts'
import { createVirtualTime } from './virtual-time.ts'

describe('systemTimer', () => {
  it('ends at once when the signal is or becomes aborted', async () => {
    const stop = new AbortController()
    const waiting = systemTimer.wait(3_600_000, stop.signal)
    stop.abort()
    await waiting
    await systemTimer.wait(3_600_000, stop.signal)
    expect(stop.signal.aborted).toBe(true)
  })
})

describe('withDeadline', () => {
  it('aborts the work when the time is over, and says so', async () => {
    const time = createVirtualTime()
    const work = withDeadline(time.timer, 500, undefined, async (signal, timedOut) => {
      await untilAborted(signal)
      return timedOut()
    })
    await time.advance(499)
    expect(time.waiting()).toBe(1)
    await time.advance(1)
    expect(await work).toBe(true)
  })

  it('passes the outer signal on, which is not a timeout', async () => {
    const time = createVirtualTime()
    const stop = new AbortController()
    const work = withDeadline(time.timer, 500, stop.signal, async (signal, timedOut) => {
      await untilAborted(signal)
      return timedOut()
    })
    stop.abort()
    expect(await work).toBe(false)
    expect(time.waiting()).toBe(0)
  })

  it('leaves no wait behind when the work ends in time', async () => {
    const time = createVirtualTime()
    expect(await withDeadline(time.timer, 500, undefined, async () => 'done')).toBe('done')
    expect(time.waiting()).toBe(0)
  })
})

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}

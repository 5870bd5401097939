import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { setImmediate as eventLoopTurn } from 'node:timers/promises'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import type { App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { evaluate } from '../../src/watch/evaluate.ts'
import { loadSample } from '../../src/sample/load-sample.ts'
import { medianOf } from './measure.ts'
import type { Row } from './measure.ts'

const AT = Date.parse('2026-11-23T07:30:00+07:00')
const TODAY = '2026-11-23'
/** Pictures that are drawn one after the other; `PICTURES` in the environment draws more, or fewer. */
const PICTURES = Number(process.env['PICTURES'] ?? 1_000)
const DIGESTS = 20
const MB = 1_048_576

/** A committee's digest of a province of 135 communes, with picture and spreadsheet; and what many pictures leave behind. */
export async function digestBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-bench-'))
  const app = await appOn(join(folder, 'digest.db'))
  try {
    await loadSample(app.db, TODAY, AT)
    await evaluate(app.db, app.moment(AT))
    return [await one(app), ...(await many(app))]
  } finally {
    app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function appOn(path: string): Promise<App> {
  const read = readConfig({ DATABASE_URL: `file:${path}`, LOG_LEVEL: 'silent', PORT: '0' })
  if (!read.ok) throw new Error('config')
  return await createApp(read.config)
}

async function digest(app: App): Promise<void> {
  const made = await app.digest('bcd-tinh', 'weekly', AT)
  if (!made?.message.image || !made.message.file) throw new Error('no picture, or no spreadsheet')
}

async function one(app: App): Promise<Row> {
  const value = await medianOf(9, async () => await digest(app))
  return { name: 'a digest of 135 communes with picture and spreadsheet, p50', value, unit: 'ms', limit: 500 }
}

/** The longest that the event loop was held up by them, and how much more memory the second half of them needs. */
async function many(app: App): Promise<Row[]> {
  const made = await app.digest('bcd-tinh', 'weekly', AT)
  if (!made) throw new Error('no digest')
  const rss: number[] = []
  const digests = longestHold()
  for (let composed = 0; composed < DIGESTS; composed++) await digest(app)
  const byDigests = await digests()
  const pictures = longestHold()
  for (let drawn = 1; drawn <= PICTURES; drawn++) {
    await made.heat()
    if (drawn === Math.ceil(PICTURES / 2) || drawn === PICTURES) rss.push(process.memoryUsage.rss() / MB)
  }
  const byPictures = await pictures()
  const [half = 0, all = 0] = rss
  return [
    {
      name: `the event loop held up by ${DIGESTS} digests, longest`,
      value: byDigests,
      unit: 'ms',
      limit: 50,
    },
    {
      name: `the event loop held up by ${PICTURES} pictures, longest`,
      value: byPictures,
      unit: 'ms',
      limit: 50,
    },
    { name: 'memory that the second half of them adds', value: all - half, unit: 'MB', limit: 50 },
  ]
}

/**
 * Begins to look at the longest stretch, milliseconds of the main thread's own processor time, for which nothing else could
 * come in; what is returned ends that. On a busy machine the clock would count what others do.
 */
function longestHold(): () => Promise<number> {
  let longest = 0
  let isOver = false
  let before = process.threadCpuUsage()
  const turn = (): void => {
    const now = process.threadCpuUsage()
    longest = Math.max(longest, now.user + now.system - before.user - before.system)
    before = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return async () => {
    await eventLoopTurn()
    isOver = true
    return longest / 1_000
  }
}

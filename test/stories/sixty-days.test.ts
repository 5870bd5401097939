import { expect, onTestFinished, test } from 'vitest'
import { importFile } from '../../src/imports/import-file.ts'
import { loadFolder } from '../../src/imports/load-folder.ts'
import { createWords } from '../../src/i18n/words.ts'
import { tellingsOf } from '../../src/watch/dry-run.ts'
import type { Telling } from '../../src/watch/dry-run.ts'
import { tempDatabase } from '../db/temp-database.ts'
import { sized } from '../sizes.ts'

const PROVINCE = new URL('../fixtures/gia-lai-2024', import.meta.url).pathname
const isLong = sized({ quick: false, usual: false, long: true })

/** Sixty days of a real province with a leader for each of its units. */
async function sixtyDays(): Promise<Telling[]> {
  const { db } = tempDatabase()
  onTestFinished(() => db.close())
  // Loaded long after: each week counts from its end on.
  const at = Date.parse('2026-01-01T08:00:00+07:00')
  await loadFolder(db, PROVINCE, at)
  const { units } = await db.read.catalog.get()
  const leaders = units.map(({ code }) => `ld-${code},Lãnh đạo ${code},leader,${code}`)
  const text = ['member,name,role,unit', ...leaders, 'sl,Cán bộ số liệu,data,GL'].join('\n')
  await importFile(db, { kind: 'members', file: 'members.csv', bytes: Buffer.from(text), at })
  const zone = 'Asia/Ho_Chi_Minh'
  return await tellingsOf(db, { from: '2024-03-25', to: '2024-05-23', zone, words: createWords('vi') })
}

function countsOf<T>(all: readonly T[], name: (one: T) => string): number[] {
  return [...Map.groupBy(all, name).values()].map(some => some.length)
}

/** Falls told twice, and recoveries or turns of what nobody knew. */
function outOfTurn(told: readonly Telling[]): string[] {
  const known = new Set<string>()
  const wrong: string[] = []
  for (const { member, day, about } of told)
    for (const { what, unit, indicator } of about) {
      const name = `${member} ${unit} ${indicator} ${day < '2024-05-02' ? 1 : 2}`
      const isFall = what === 'first' || what === 'fell'
      const isAfter = what === 'recovered' || what === 'behind'
      if ((isFall && known.has(name)) || (isAfter && !known.has(name))) wrong.push(`${day} ${what} ${name}`)
      if (isFall) known.add(name)
      if (what === 'recovered') known.delete(name)
    }
  return wrong
}

test.runIf(isLong)(
  'sixty days for 258 units: few messages, each fact once, falls and recoveries in turn, nothing on days off',
  async () => {
    const told = await sixtyDays()
    expect(told.length).toBeGreaterThan(258)
    expect(Math.max(...countsOf(told, ({ member, day }) => `${member} ${day}`))).toBeLessThanOrEqual(3)
    expect(Math.max(...countsOf(told, ({ member }) => member))).toBeLessThanOrEqual(15)
    expect(Math.max(...told.map(({ text }) => text.length))).toBeLessThanOrEqual(900)
    // Saturdays and Sundays, the Hùng Kings' day, 30 April and 1 May.
    const days = [...new Set(told.map(({ day }) => day))]
    expect(days.filter(day => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([])
    expect(days.filter(day => ['2024-04-18', '2024-04-30', '2024-05-01'].includes(day))).toEqual([])
    expect(outOfTurn(told)).toEqual([])
  },
  900_000,
)

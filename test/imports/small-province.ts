import { expect } from 'vitest'
import { imports as words } from '../../locales/vi/imports.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import type { ImportRequest } from '../../src/imports/request.ts'
import type { ImportOutcome, Imported } from '../../src/imports/outcome.ts'
import type { Problem } from '../../src/imports/problem.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'

export const AT = Date.parse('2024-07-08T09:00+07:00')

/** A province P with two departments, a district and its two communes. */
export const UNITS = `code,name,short_name,kind,parent,aliases
P,Tỉnh Mẫu,Mẫu,province,,UBND tỉnh Mẫu
S1,Sở Y tế,Sở Y tế,department,P,SYT|Y tế
S2,Sở Tư pháp,Sở Tư pháp,department,P,STP
H1,Huyện Chư Sê,Chư Sê,district,P,
X1,Thị trấn Chư Sê,Chư Sê,commune,H1,
X2,Xã Ia Pal,Ia Pal,commune,H1,
`
export const INDICATORS = `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better
online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ trực tuyến,hồ sơ tiếp nhận,sum,12,tỷ lệ trực tuyến,percent,100,higher
services,Tỷ lệ DVC có phát sinh,DVC phát sinh,dịch vụ có phát sinh,dịch vụ,latest,,,percent,100,higher
late_days,Số ngày trễ,Ngày trễ,ngày trễ,hồ sơ,sum,,,points,30,lower
score,Điểm phục vụ,Điểm,,,published,,điểm 766,points,100,higher
`
export const CAMPAIGNS = `campaign,name,phase,phase_name,start,end,document
C,Chiến dịch 100 ngày,1,Giai đoạn 1,2024-03-22,2024-05-01,629/KH-UBND
C,Chiến dịch 100 ngày,2,Giai đoạn 2,2024-05-02,2024-06-30,629/KH-UBND
`

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Imports a text as a file of the kind. */
export function importText(
  db: Database,
  kind: string,
  text: string,
  more: Partial<ImportRequest> = {},
): Promise<ImportOutcome> {
  return importFile(db, { kind, file: `${kind}.csv`, bytes: bytes(text), at: AT, ...more })
}

/** Imports a text that must be taken. */
export async function accept(
  db: Database,
  kind: string,
  text: string,
  more: Partial<ImportRequest> = {},
): Promise<Imported> {
  const outcome = await importText(db, kind, text, more)
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problems)}`)
  for (const warning of outcome.warnings) expectSayable(warning)
  return outcome
}

/** Imports a text that must be refused: the database is as it was, and the problems can be said. */
export async function refuse(
  { db, path }: { db: Database; path: string },
  kind: string,
  text: string | Uint8Array,
  more: Partial<ImportRequest> = {},
): Promise<Problem[]> {
  const before = dump(path)
  const given = typeof text === 'string' ? bytes(text) : text
  const outcome = await importFile(db, { kind, file: `${kind}.csv`, bytes: given, at: AT, ...more })
  expect(dump(path)).toEqual(before)
  if (outcome.ok) throw new Error('taken, though it must be refused')
  expect(outcome.problems.length).toBeGreaterThan(0)
  for (const problem of outcome.problems) expectSayable(problem)
  return outcome.problems
}

/** There are words for the problem, and it carries all that they need. */
export function expectSayable({ code, params }: Problem): void {
  const needed = Array.from(words.problems[code].matchAll(/\{\{(\w+)/g), match => match[1])
  expect({ code, params: new Set(Object.keys(params)) }).toEqual({ code, params: new Set(needed) })
  for (const value of Object.values(params)) expect(value).not.toBe('')
}

/** The province with its indicators and its campaign. */
export async function province(): Promise<{ db: Database; path: string }> {
  const opened = tempDatabase()
  await accept(opened.db, 'units', UNITS)
  await accept(opened.db, 'indicators', INDICATORS)
  await accept(opened.db, 'campaigns', CAMPAIGNS)
  return opened
}

/** Newest figures as `unit indicator from/to numerator/denominator value`, sorted. */
export async function figures(db: Database): Promise<string[]> {
  const { indicators } = await db.read.catalog.get()
  const rows = await db.read.observations.inWindow({
    indicators: indicators.map(indicator => indicator.code),
    window: { from: '1900-01-01', to: '2999-12-31' },
  })
  const newest = new Map<string, string>()
  for (const row of rows.toSorted((a, b) => a.recordedAt - b.recordedAt || a.id - b.id)) {
    const counts = row.numerator === null ? '' : ` ${row.numerator}/${row.denominator}`
    const value = row.value === null ? '' : ` =${row.value}`
    newest.set(`${row.unit} ${row.indicator} ${row.from}/${row.to}`, counts + value)
  }
  return Array.from(newest, ([key, text]) => key + text).toSorted()
}

import { join } from 'node:path'
import type { Answer, Figure } from '../../src/answers/answer.ts'
import { momentAt } from '../../src/core/moment.ts'
import type { Moment } from '../../src/core/moment.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { importFile } from '../../src/imports/import-file.ts'
import { tempDatabase, tempFolder } from '../db/temp-database.ts'
import { loadTexts, mustSucceed } from '../reference/load.ts'
import { asking } from './questions.ts'
import type { Asked } from './questions.ts'
import { answerAt } from './scene.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'

const UNITS = `code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into
P,Tỉnh Mẫu,Mẫu,province,,,,,
S1,Sở Một,Sở Một,department,P,,,,
S2,Sở Hai,Sở Hai,department,P,,,,
S3,Sở Ba,Sở Ba,department,P,,,,
S4,Thanh tra tỉnh,Thanh tra,department,P,,,,
H1,Huyện Một,Một,district,P,,,,
H2,Huyện Hai,Hai,district,P,,,,
X1,Xã Một,Một,commune,H1,,,,
X2,Xã Hai,Hai,commune,H1,,,,
X3,Xã Ba,Ba,commune,H1,,,,
X4,Xã Bốn,Bốn,commune,H2,,,,
XCU,Xã Cũ,Cũ,commune,H2,,,2024-03-31,X4
`
const INDICATORS = `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better
online_rate,Trực tuyến,Trực tuyến,hồ sơ trực tuyến,hồ sơ,sum,,,percent,100,higher
on_time_rate,Đúng hạn,Đúng hạn,hồ sơ đúng hạn,hồ sơ,sum,,,percent,100,higher
active_services_rate,Phát sinh,Phát sinh,DVC có hồ sơ,DVC,latest,,,percent,100,higher
service_score,Điểm,Điểm,điểm,điểm,published,,,points,100,higher
late_rate,Trễ hạn,Trễ hạn,hồ sơ trễ,hồ sơ,sum,,,percent,100,lower
`
const CAMPAIGNS = `campaign,name,phase,phase_name,start,end,document
C,Chiến dịch,1,Giai đoạn 1,2024-03-04,2024-04-28,1/KH
C,Chiến dịch,2,Giai đoạn 2,2024-04-29,2024-06-30,1/KH
`
/** Departments 50 then 60 % but Thanh tra; Sở Hai 55 %; communes 40 then 50 %; a yearly target for on time. */
const TARGETS = `campaign,phase,year,unit,kind,indicator,target,document,except
C,1,,,department,online_rate,50,1/KH,S4
C,2,,,department,online_rate,60,1/KH,S4
C,2,,S2,,online_rate,55,2/QĐ,
C,1,,,commune,online_rate,40,1/KH,
C,2,,,commune,online_rate,50,1/KH,
,,2024,,department,on_time_rate,95,3/QĐ,S4
`
/** An leads a department, Bình a district, Chi is an officer of a commune; Dũng sits in the committee. */
const MEMBERS = `member,name,role,unit
an,An,leader,S1
binh,Bình,leader,H1
chi,Chi,officer,X1
dung,Dũng,committee,P
ha,Hà,data,H1
kim,Kim,admin,P
`

export type Person = 'an' | 'binh' | 'chi' | 'dung' | 'ha' | 'kim'

export interface SmallProvince {
  db: Database
  /** Everything that is answered. */
  ask: (person: Person, at: string, parts: Asked) => Promise<Answer>
  /** The only figure of the answer. */
  figure: (person: Person, at: string, parts: Asked) => Promise<Figure>
  /** Imports more rows at a moment. */
  add: (at: string, rows: readonly string[]) => Promise<void>
}

const HEADER = 'unit,indicator,period,numerator,denominator,value,note'

/**
 * A province of twelve units in a database of its own. Rows are `unit,indicator,period,numerator,denominator,value`,
 * recorded long after what they say unless a moment is given.
 */
export async function smallProvince(
  rows: readonly string[],
  options: { recordedAt?: string; targets?: string; campaigns?: string } = {},
): Promise<SmallProvince> {
  const { db } = tempDatabase()
  const recordedAt = Date.parse(options.recordedAt ?? '2026-01-01T00:00+07:00')
  const texts = {
    units: UNITS,
    indicators: INDICATORS,
    campaigns: options.campaigns ?? CAMPAIGNS,
    targets: options.targets ?? TARGETS,
    members: MEMBERS,
    observations: rows.length > 0 ? [{ text: [HEADER, ...rows].join('\n'), recordedAt }] : [],
  }
  await loadTexts(db, texts, join(tempFolder(), 'data'))
  const ask: SmallProvince['ask'] = async (person, at, parts) => {
    const { members } = await db.read.catalog.get()
    const member = members.find(one => one.member === person)
    if (!member) throw new Error(`nobody is called ${person}`)
    return await answerAt(db, momentOf(at), member, asking(parts))
  }
  return {
    db,
    ask,
    figure: async (person, at, parts) => {
      const { figures } = await ask(person, at, parts)
      const [figure, ...others] = figures
      if (!figure || others.length > 0) throw new Error(`${figures.length} figures`)
      return figure
    },
    add: async (at, more) => {
      const bytes = new TextEncoder().encode([HEADER, ...more].join('\n'))
      const file = `observations-${at}.csv`
      mustSucceed([await importFile(db, { kind: 'observations', file, bytes, at: momentOf(at).at })])
    },
  }
}

/** `2024-05-19 20:00` on the wall in Vietnam; a day alone is its noon. */
export function momentOf(text: string): Moment {
  const [day = '', time = '12:00'] = text.split(' ')
  return momentAt(Date.parse(`${day}T${time}+07:00`), TIME_ZONE)
}

/** Rows of the same counts for several weeks of 2024. */
export function weeks(
  unit: string,
  indicator: string,
  counts: Record<number, readonly [numerator: number, denominator: number]>,
): string[] {
  return Object.entries(counts).map(
    ([week, [n, d]]) => `${unit},${indicator},2024-W${week.padStart(2, '0')},${n},${d},`,
  )
}

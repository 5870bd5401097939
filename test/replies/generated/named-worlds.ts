import { join } from 'node:path'
import type { Database } from '../../../src/db/stores/database.ts'
import { tempDatabase, tempFolder } from '../../db/temp-database.ts'
import { loadTexts } from '../../reference/load.ts'
import type { MadeWorld } from '../../second/worlds.ts'

/** A made world whose units, indicators and people have names as they are in life: what is said of it can be read back. */

const NAMES: Readonly<Record<string, readonly string[]>> = {
  country: ['Việt Nam'],
  region: ['Vùng Tây Nguyên', 'Vùng Đông Nam Bộ', 'Vùng Đồng bằng sông Hồng'],
  province: [
    'Tỉnh Gia Lai',
    'Tỉnh Lâm Đồng',
    'Tỉnh Đắk Lắk',
    'Tỉnh Đồng Nai',
    'Tỉnh Tây Ninh',
    'Tỉnh Ninh Bình',
    'Tỉnh Hưng Yên',
    'Tỉnh Bắc Ninh',
    'Tỉnh Phú Thọ',
    'Tỉnh Quảng Trị',
    'Tỉnh Khánh Hòa',
    'Tỉnh Cà Mau',
  ],
  ministry: [
    'Bộ Y tế',
    'Bộ Nội vụ',
    'Bộ Tài chính',
    'Bộ Xây dựng',
    'Bộ Công Thương',
    'Bộ Ngoại giao',
    'Bộ Tư pháp',
  ],
  department: [
    'Sở Y tế',
    'Sở Nội vụ',
    'Sở Tài chính',
    'Sở Xây dựng',
    'Sở Công Thương',
    'Sở Tư pháp',
    'Thanh tra tỉnh',
    'Sở Ngoại vụ',
  ],
  district: ['Huyện Chư Prông', 'Huyện Đức Cơ', 'Huyện Chư Sê'],
  commune: [
    'Xã Ia Pnôn',
    'Xã Ia Dom',
    'Xã Bàu Cạn',
    'Xã Ia Krêl',
    'Xã Kông Bơ La',
    'Xã Lơ Pang',
    'Xã Ia Púch',
    'Xã Ia Hiao',
    'Xã Ia Tul',
    'Xã Đak Sơmei',
    'Xã Biển Hồ',
    'Xã Chơ Long',
    'Xã Uar',
    'Xã Ya Hội',
  ],
}

const INDICATORS = [
  'online_rate,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,,trực tuyến,percent,100,higher',
  'late_rate,Tỷ lệ hồ sơ quá hạn,Hồ sơ quá hạn,hồ sơ quá hạn,hồ sơ đã giải quyết,sum,,,percent,100,lower',
  'active_services_rate,Tỷ lệ DVCTT phát sinh hồ sơ,DVCTT phát sinh hồ sơ,DVCTT có phát sinh hồ sơ,DVCTT cung cấp,latest,,,percent,100,higher',
  'online_of_all_rate,Tỷ lệ thanh toán trực tuyến,Thanh toán trực tuyến,hồ sơ thanh toán trực tuyến,hồ sơ phải thanh toán,sum,,thanh toán,percent,100,higher',
]

const ROLES = ['leader', 'officer', 'committee', 'data', 'admin'] as const

/** Names by code: the units of a kind take those of it in order. */
function namesOf({ units }: MadeWorld): Map<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    units.map(({ code, kind }) => {
      const at = counts.get(kind) ?? 0
      counts.set(kind, at + 1)
      const name = NAMES[kind]?.[at]
      if (name === undefined) throw new Error(`no name for ${code}`)
      return [code, name]
    }),
  )
}

/** The world under its names in a database, with a member of each role; leaders and officers of several kinds. */
export async function namedWorld(world: MadeWorld): Promise<Database> {
  const names = namesOf(world)
  const { db } = tempDatabase()
  const units = world.texts.units
    .split('\n')
    .map(line => {
      const [code = '', , , ...rest] = line.split(',')
      const name = names.get(code)
      const short = name?.replace(/^(?:Xã|Huyện|Tỉnh|Vùng) /, '')
      return name === undefined ? line : [code, name, short, ...rest].join(',')
    })
    .join('\n')
  const [head = ''] = world.texts.indicators.split('\n')
  const top = world.units[0]!.code
  const own = ['S1', 'X1', 'H1', 'T1', 'B1'].filter(code => names.has(code))
  const members = ROLES.flatMap(role =>
    (role === 'leader' || role === 'officer' ? own : [top]).map(
      unit => `${role}-${unit},Anh ${role},${role},${unit}`,
    ),
  )
  await loadTexts(
    db,
    {
      ...world.texts,
      units,
      indicators: [head, ...INDICATORS, ''].join('\n'),
      members: ['member,name,role,unit', ...members, ''].join('\n'),
      observations: [{ text: world.texts.observations, recordedAt: Date.UTC(2026, 0, 1) }],
    },
    join(tempFolder(), 'data'),
  )
  await db.write(async ({ settings }) => await settings.set('report_month', String(world.monthStart)))
  return db
}

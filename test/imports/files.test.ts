import { describe, expect, test } from 'vitest'
import { successorsOf } from '../../src/core/unit-tree.ts'
import type { ImportOutcome } from '../../src/imports/outcome.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'
import { accept, AT, CAMPAIGNS, figures, importText, INDICATORS, province, UNITS } from './small-province.ts'

const OBSERVATIONS = 'unit,indicator,period,numerator,denominator,value,note'

describe('a file of each kind', () => {
  test('units, with what an optional column says', async () => {
    const { db } = tempDatabase()
    await accept(
      db,
      'units',
      'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into\n' +
        'P,Tỉnh Mẫu,,province,,"UBND tỉnh Mẫu | tỉnh  ta||tỉnh ta",,,\n' +
        'S1,Sở Giao thông vận tải,Sở GTVT,department,P,,2010-01-01,2025-02-28,S2\n' +
        'S2,Sở Xây dựng,Sở XD,department,P,,,,\n',
    )
    const { units } = await db.read.catalog.get()
    expect(units).toEqual([
      {
        code: 'P',
        name: 'Tỉnh Mẫu',
        shortName: 'Tỉnh Mẫu',
        kind: 'province',
        parent: null,
        aliases: ['UBND tỉnh Mẫu', 'tỉnh ta'],
        activeFrom: null,
        activeTo: null,
        mergedInto: null,
      },
      expect.objectContaining({
        code: 'S1',
        activeFrom: '2010-01-01',
        activeTo: '2025-02-28',
        mergedInto: 'S2',
      }),
      expect.objectContaining({ code: 'S2', shortName: 'Sở XD', aliases: [], mergedInto: null }),
    ])
  })

  test('units: several that took one over, the first the main one; a unit that is split is told by all', async () => {
    const { db } = tempDatabase()
    const header = 'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into'
    await accept(
      db,
      'units',
      `${header}\nX1,Xã A,A,commune,,,,2025-06-30,N1 | N2\nN1,Xã N1,N1,commune,,,,,\nN2,Xã N2,N2,commune,,,,,`,
    )
    const [first] = (await db.read.catalog.get()).units
    expect(first && successorsOf(first)).toEqual(['N1', 'N2'])
    const refused = await importText(db, 'units', `${header}\nN2,Xã N2,N2,commune,,,,,N1|X1`)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'merge_cycle' }] })
  })

  test('indicators: a place has a last one, and the lower is the better', async () => {
    const { db } = tempDatabase()
    const header =
      'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better'
    await accept(db, 'indicators', `${header}\nun_rank,Xếp hạng,Xếp hạng,,,published,,,place,193,`)
    expect((await db.read.catalog.get()).indicators[0]).toMatchObject({
      unit: 'place',
      max: 193,
      better: 'lower',
    })
    const refused = await importText(db, 'indicators', `${header}\nx,X,X,,,published,,,place,,`)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'empty_cell', column: 'max' }] })
  })

  test('units: a column that the file does not have leaves what an earlier file said', async () => {
    const { db } = tempDatabase()
    const header = 'code,name,short_name,kind,parent,aliases'
    await accept(db, 'units', `${header},active_to\nS1,Sở A,A,department,,,2025-02-28`)
    await accept(db, 'units', `${header}\nS1,Sở A,Sở A,department,,`)
    expect((await db.read.catalog.get()).units[0]).toMatchObject({
      shortName: 'Sở A',
      activeTo: '2025-02-28',
    })
    await accept(db, 'units', `${header},active_to\nS1,Sở A,Sở A,department,,,`)
    expect((await db.read.catalog.get()).units[0]?.activeTo).toBeNull()
  })

  test('indicators, whose unit, maximum and direction have defaults', async () => {
    const { db } = tempDatabase()
    await accept(
      db,
      'indicators',
      'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases\n' +
        'online_rate,Tỷ lệ,,a,b,sum,12,x|y\nscore,Điểm,,,,published,20,\ntotal,Tổng,,,,published,,\n',
    )
    expect((await db.read.catalog.get()).indicators).toEqual([
      {
        code: 'online_rate',
        name: 'Tỷ lệ',
        shortName: 'Tỷ lệ',
        numeratorLabel: 'a',
        denominatorLabel: 'b',
        accumulation: 'sum',
        points: 12,
        aliases: ['x', 'y'],
        unit: 'percent',
        max: 100,
        better: 'higher',
      },
      expect.objectContaining({ code: 'score', unit: 'points', max: 20 }),
      expect.objectContaining({ code: 'total', unit: 'points', max: 100 }),
    ])
  })

  test('campaigns', async () => {
    const { db } = tempDatabase()
    await accept(db, 'campaigns', CAMPAIGNS)
    expect((await db.read.catalog.get()).phases).toEqual([
      {
        campaign: 'C',
        campaignName: 'Chiến dịch 100 ngày',
        phase: '1',
        phaseName: 'Giai đoạn 1',
        from: '2024-03-22',
        to: '2024-05-01',
        document: '629/KH-UBND',
      },
      expect.objectContaining({ phase: '2', from: '2024-05-02' }),
    ])
  })

  test('targets: of a unit, of a kind with exceptions, of a year, exempted', async () => {
    const { db } = await province()
    await accept(
      db,
      'targets',
      'campaign,phase,year,unit,kind,indicator,target,document,except\n' +
        'C,1,,S1,,online_rate,72.37,,\n' +
        'C,1,,,commune,online_rate,40,15/QĐ,X1|X2\n' +
        ',,2024,S2,,late_days,exempt,16/QĐ,\n',
    )
    const nothing = { campaign: null, phase: null, year: null, unit: null, kind: null, except: [] }
    expect((await db.read.catalog.get()).targets).toEqual([
      {
        ...nothing,
        campaign: 'C',
        phase: '1',
        unit: 'S1',
        indicator: 'online_rate',
        target: 72.37,
        document: '629/KH-UBND',
      },
      {
        ...nothing,
        campaign: 'C',
        phase: '1',
        kind: 'commune',
        indicator: 'online_rate',
        target: 40,
        document: '15/QĐ',
        except: ['X1', 'X2'],
      },
      { ...nothing, year: 2024, unit: 'S2', indicator: 'late_days', target: null, document: '16/QĐ' },
    ])
  })

  test('members', async () => {
    const { db } = await province()
    await accept(db, 'members', 'member,name,role,unit\ngd,Giám đốc Sở Y tế,leader,S1\n')
    expect((await db.read.catalog.get()).members).toEqual([
      { member: 'gd', name: 'Giám đốc Sở Y tế', role: 'leader', unit: 'S1' },
    ])
  })

  test('observations: counts, a value, both, of any period', async () => {
    const { db } = await province()
    const outcome = await accept(
      db,
      'observations',
      `${OBSERVATIONS}\n` +
        'S1,online_rate,2024-W20,245,400,,\n' +
        'S1,online_rate,2023,,,40.3,đã công bố\n' +
        'S1,online_rate,2024-05-19,0,0,,\n' +
        'X1,late_days,2024-Q2,12,4,,\n' +
        'P,score,2024-05,,,86.74,\n' +
        'X2,online_rate,2024-03-22/2024-05-01,1,4,25,\n',
    )
    expect(await figures(db)).toEqual([
      'P score 2024-05-01/2024-05-31 =86.74',
      'S1 online_rate 2023-01-01/2023-12-31 =40.3',
      'S1 online_rate 2024-05-13/2024-05-19 245/400',
      'S1 online_rate 2024-05-19/2024-05-19 0/0',
      'X1 late_days 2024-04-01/2024-06-30 12/4',
      'X2 online_rate 2024-03-22/2024-05-01 1/4 =25',
    ])
    expect(outcome).toMatchObject({
      ok: true,
      importId: 4,
      kind: 'observations',
      file: 'observations.csv',
      rows: 6,
      added: 6,
      changed: 0,
      unchanged: 0,
      warnings: [],
      dryRun: false,
      touched: {
        units: ['S1', 'X1', 'P', 'X2'],
        indicators: ['online_rate', 'late_days', 'score'],
        window: { from: '2023-01-01', to: '2024-06-30' },
      },
    })
    const [row] = await db.read.observations.inWindow({
      indicators: ['online_rate'],
      window: { from: '2024-05-16', to: '2024-05-16' },
    })
    expect(row?.recordedAt).toBe(AT)
  })
})

const members = async (text: string) => {
  const { db } = await province()
  await accept(db, 'members', text)
  return (await db.read.catalog.get()).members.map(({ member, name }) => `${member}: ${name}`)
}

describe('ways to write a table', () => {
  test.each([
    ['with commas', 'member,name,role,unit\na,An,leader,S1\n'],
    ['with semicolons', 'member;name;role;unit\na;An;leader;S1\n'],
    ['with semicolons, and commas in the header', '"member";name;role;unit\na;An;leader;S1'],
    ['with a byte order mark', '\uFEFFmember,name,role,unit\na,An,leader,S1\n'],
    ['with Windows line ends', 'member,name,role,unit\r\na,An,leader,S1\r\n'],
    ['with old Macintosh line ends', 'member,name,role,unit\ra,An,leader,S1\r'],
    ['in another order, in capitals', 'Unit,ROLE,name,member\nS1,leader,An,a\n'],
    [
      'with blanks around cells and blank lines',
      '\n member , name,role,unit \n\n a , An ,leader, S1\n,,,\n\n',
    ],
    ['with a column of nothing at the end', 'member,name,role,unit,\na,An,leader,S1,\n'],
    ['with everything quoted', '"member","name","role","unit"\n"a","An","leader","S1"\n'],
    ['with short rows', 'unit,role,member,name,\nS1,leader,a,An\n'],
  ])('%s', async (_, text) => {
    expect(await members(text)).toEqual(['a: An'])
  })

  test('text is kept in composed form, quoted cells keep separators and quotes', async () => {
    const decomposed = 'Giám đốc “Sở”'.normalize('NFD')
    const text = `member,name,role,unit\na,${decomposed},leader,S1\nb,"An, ""Bình""",leader,S1\n`
    expect(await members(text)).toEqual(['a: Giám đốc “Sở”'.normalize('NFC'), 'b: An, "Bình"'])
  })

  test('lines are counted through quoted line breaks and blank lines', async () => {
    const { db } = await province()
    const text =
      'member,name,role,unit\r\na,"An\r\nvà\nBình",leader,S1\r\n\r\nb,B,leader,S9\r\n"c\nd",C,leader,S1\r\ne,E,x,S1'
    const outcome = await importText(db, 'members', text)
    const lines = outcome.ok ? [] : outcome.problems.map(({ line, code }) => `${line} ${code}`)
    expect(lines).toEqual(['2 unfit_text', '6 unknown_unit', '7 bad_code', '9 not_one_of'])
  })

  test('a decimal comma, where semicolons separate', async () => {
    const { db } = await province()
    await accept(
      db,
      'observations',
      'unit;indicator;period;numerator;denominator;value\nS1;online_rate;2023;;;40,3\nS2;online_rate;2023;;;40.25\nX1;online_rate;2023;;;7 %\n',
    )
    expect((await figures(db)).map(line => line.split('=')[1])).toEqual(['40.3', '40.25', '7'])
  })

  test('a period given for all rows that say none', async () => {
    const { db } = await province()
    const text =
      'unit,indicator,period,numerator,denominator\nS1,online_rate,,1,2\nS2,online_rate,2024-W20,1,2\n'
    await accept(db, 'observations', text, { period: '2024-W20' })
    expect(await figures(db)).toEqual([
      'S1 online_rate 2024-05-13/2024-05-19 1/2',
      'S2 online_rate 2024-05-13/2024-05-19 1/2',
    ])
  })
})

describe('again', () => {
  const first = `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,4,,\nS2,online_rate,2024-W20,1,4,,\n`

  test('the same file changes nothing at all, of any kind', async () => {
    const { db, path } = await province()
    const files = [
      ['units', UNITS],
      ['indicators', INDICATORS],
      ['campaigns', CAMPAIGNS],
      ['targets', 'campaign,phase,unit,indicator,target,document\nC,1,S1,online_rate,50,d\n'],
      ['members', 'member,name,role,unit\na,A,leader,S1\n'],
      ['observations', first],
    ] as const
    for (const [kind, text] of files) await importText(db, kind, text)
    const before = dump(path)
    for (const [kind, text] of files) {
      const outcome = await accept(db, kind, text, { at: AT + 1 })
      expect(outcome).toMatchObject({ importId: null, added: 0, changed: 0, unchanged: outcome.rows })
    }
    expect(dump(path)).toEqual(before)
  })

  test('a file in which something is new stores that, and says how much', async () => {
    const { db } = await province()
    await accept(db, 'observations', first)
    const second = `${OBSERVATIONS}\nS1,online_rate,2024-W20,2,4,,\nS2,online_rate,2024-W20,1,4,,\nX1,online_rate,2024-W20,1,4,,\n`
    const outcome = await accept(db, 'observations', second, { at: AT + 1 })
    expect(outcome).toMatchObject({ importId: 5, rows: 3, added: 1, changed: 1, unchanged: 1 })
    expect(outcome.touched?.units).toEqual(['X1', 'S1'])
    expect((await figures(db))[0]).toBe('S1 online_rate 2024-05-13/2024-05-19 2/4')
    const all = await db.read.observations.inWindow({
      indicators: ['online_rate'],
      window: { from: '2024-05-16', to: '2024-05-16' },
    })
    expect(all.map(row => [row.unit, row.numerator, row.recordedAt - AT])).toEqual([
      ['S1', 1, 0],
      ['S2', 1, 0],
      ['X1', 1, 1],
      ['S1', 2, 1],
    ])
  })

  test('a dry run says the same and stores nothing', async () => {
    const { db, path } = await province()
    const before = dump(path)
    const dry = await accept(db, 'observations', first, { dryRun: true })
    const targets = 'campaign,phase,unit,indicator,target,document\nC,1,S1,online_rate,50,d\n'
    expect(await accept(db, 'targets', targets, { dryRun: true })).toMatchObject({ added: 1, importId: null })
    expect(dump(path)).toEqual(before)
    const real: ImportOutcome = await accept(db, 'observations', first)
    expect({ ...real, importId: null, touched: null, dryRun: true }).toEqual(dry)
  })

  test('a file that is like a stored one in another form says nothing new', async () => {
    const { db } = await province()
    await accept(db, 'observations', first)
    const other = 'period;unit;indicator;denominator;numerator\n2024-05-13/2024-05-19;S1;online_rate;4;1\n'
    expect(await accept(db, 'observations', other)).toMatchObject({ importId: null, unchanged: 1 })
  })
})

const warningsOf = async (text: string) => {
  const { db } = await province()
  const { warnings, added } = await accept(db, 'observations', `${OBSERVATIONS}\n${text}`)
  return {
    added,
    warnings: warnings.map(({ line, column, value, code, params }) => ({
      line,
      column,
      value,
      code,
      params,
    })),
  }
}

describe('warnings', () => {
  test('a row that is there twice, saying the same', async () => {
    expect(await warningsOf('S1,online_rate,2024-W20,1,2,,\nS1,online_rate,2024-W20,1,2,,again')).toEqual({
      added: 1,
      warnings: [{ line: 3, column: 'unit', value: 'S1', code: 'duplicate_row', params: { line: 2 } }],
    })
    const { db } = await province()
    const text = 'member,name,role,unit\na,A,leader,S1\na,A,leader,S1\n'
    expect((await accept(db, 'members', text)).warnings).toMatchObject([{ line: 3, code: 'duplicate_row' }])
  })

  test('a value that the counts do not give', async () => {
    const { warnings } = await warningsOf(
      'S1,online_rate,2024-W20,245,400,61.5,\nS2,online_rate,2024-W20,245,400,61.25,\nX1,online_rate,2024-W20,1,3,33.3,\nX2,online_rate,2024-W20,0,0,5,\n',
    )
    expect(warnings).toEqual([
      { line: 2, column: 'value', value: '61.5', code: 'value_differs', params: { computed: 61.25 } },
    ])
  })

  test('counts beside a published score', async () => {
    const { warnings, added } = await warningsOf('S1,score,2024,1,2,50,')
    expect(added).toBe(1)
    expect(warnings).toMatchObject([{ line: 2, column: 'numerator', code: 'counts_unused' }])
  })

  test('a province that is not the sum of its units', async () => {
    const { warnings, added } = await warningsOf(
      'P,online_rate,2024-W20,9,40,,\nS1,online_rate,2024-W20,3,10,,\nX1,online_rate,2024-W20,6,20,,\nP,online_rate,2024-W21,3,10,,\nS1,online_rate,2024-W21,3,10,,\n',
    )
    expect(added).toBe(5)
    expect(warnings).toEqual([
      { line: 2, column: 'denominator', value: '40', code: 'total_differs', params: { sum: 30 } },
    ])
  })
})

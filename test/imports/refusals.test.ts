import { describe, expect, test } from 'vitest'
import type { ProblemCode } from '../../src/imports/problem.ts'
import { dump, tempDatabase } from '../db/temp-database.ts'
import { accept, bytes, importText, province, refuse, UNITS } from './small-province.ts'

type Refusal = [
  kind: string,
  what: string,
  text: string,
  ...problems: [line: number | null, column: string | null, value: string | null, code: ProblemCode][],
]

const OBSERVATIONS = 'unit,indicator,period,numerator,denominator,value,note'
const TARGETS = 'campaign,phase,year,unit,kind,indicator,target,document,except'
const PHASES = 'campaign,name,phase,phase_name,start,end,document'
const MEMBERS = 'member,name,role,unit'
const UNIT_COLUMNS = 'code,name,short_name,kind,parent,aliases,active_from,active_to,merged_into'
const INDICATOR_COLUMNS =
  'code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases,unit,max,better'

const REFUSALS: Refusal[] = [
  // Observations
  [
    'observations',
    'an unknown unit',
    `${OBSERVATIONS}\nS9,online_rate,2024-W20,1,2,,`,
    [2, 'unit', 'S9', 'unknown_unit'],
  ],
  [
    'observations',
    'an unknown indicator',
    `${OBSERVATIONS}\nS1,online,2024-W20,1,2,,`,
    [2, 'indicator', 'online', 'unknown_indicator'],
  ],
  [
    'observations',
    'more than all',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,3,2,,`,
    [2, 'numerator', '3', 'numerator_above'],
  ],
  [
    'observations',
    'something of nothing',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,0,,`,
    [2, 'numerator', '1', 'numerator_above'],
  ],
  [
    'observations',
    'a negative count',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,-1,2,,`,
    [2, 'numerator', '-1', 'not_whole'],
  ],
  [
    'observations',
    'half a dossier',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2.5,,`,
    [2, 'denominator', '2.5', 'not_whole'],
  ],
  [
    'observations',
    'a count with a dot in it',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,1.240,,`,
    [2, 'denominator', '1.240', 'not_whole'],
  ],
  [
    'observations',
    'a count beyond counting',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,99999999999999999,,`,
    [2, 'denominator', '99999999999999999', 'not_whole'],
  ],
  [
    'observations',
    'a count in words',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,một,2,,`,
    [2, 'numerator', 'một', 'not_whole'],
  ],
  [
    'observations',
    'a percent above 100',
    `${OBSERVATIONS}\nS1,online_rate,2023,,,100.01,`,
    [2, 'value', '100.01', 'value_out_of_range'],
  ],
  [
    'observations',
    'a percent below 0',
    `${OBSERVATIONS}\nS1,online_rate,2023,,,-0.5,`,
    [2, 'value', '-0.5', 'value_out_of_range'],
  ],
  [
    'observations',
    'points above their maximum',
    `${OBSERVATIONS}\nS1,late_days,2023,,,30.5,`,
    [2, 'value', '30.5', 'value_out_of_range'],
  ],
  [
    'observations',
    'a value in words',
    `${OBSERVATIONS}\nS1,online_rate,2023,,,cao,`,
    [2, 'value', 'cao', 'bad_number'],
  ],
  [
    'observations',
    'digits of which nobody can tell whether they are grouped',
    `${OBSERVATIONS}\nS1,online_rate,2023,,,"40,300",`,
    [2, 'value', '40,300', 'ambiguous_number'],
  ],
  [
    'observations',
    'an exponent',
    `${OBSERVATIONS}\nS1,online_rate,2023,,,1e1,`,
    [2, 'value', '1e1', 'bad_number'],
  ],
  ['observations', 'no period', `${OBSERVATIONS}\nS1,online_rate,,1,2,,`, [2, 'period', '', 'empty_cell']],
  [
    'observations',
    'week 54',
    `${OBSERVATIONS}\nS1,online_rate,2024-W54,1,2,,`,
    [2, 'period', '2024-W54', 'bad_period'],
  ],
  [
    'observations',
    '30 February',
    `${OBSERVATIONS}\nS1,online_rate,2024-02-30,1,2,,`,
    [2, 'period', '2024-02-30', 'bad_period'],
  ],
  [
    'observations',
    'a period that ends before it starts',
    `${OBSERVATIONS}\nS1,online_rate,2024-05-02/2024-05-01,1,2,,`,
    [2, 'period', '2024-05-02/2024-05-01', 'bad_period'],
  ],
  [
    'observations',
    'a month that the year does not have',
    `${OBSERVATIONS}\nS1,online_rate,13/2024,1,2,,`,
    [2, 'period', '13/2024', 'bad_period'],
  ],
  [
    'observations',
    'neither counts nor a value',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,,,,`,
    [2, 'value', '', 'no_figures'],
  ],
  [
    'observations',
    'a part without its whole',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,,,`,
    [2, 'numerator', '1', 'half_counts'],
  ],
  [
    'observations',
    'a whole without its part',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,,2,50,`,
    [2, 'denominator', '2', 'half_counts'],
  ],
  [
    'observations',
    'a published score without its value',
    `${OBSERVATIONS}\nS1,score,2023,1,2,,`,
    [2, 'value', '', 'needs_value'],
  ],
  [
    'observations',
    'a row twice with different figures',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2,,\nS1,online_rate,2024-05-13/2024-05-19,1,3,,`,
    [3, 'unit', 'S1', 'conflicting_figures'],
  ],
  [
    'observations',
    'several wrong cells in several rows',
    `${OBSERVATIONS}\nS9,online_rate,2024-W20,x,2,,\n\nS1,online_rate,2024-W20,1,2,,\n,on,2024,1,2,,\n`,
    [2, 'unit', 'S9', 'unknown_unit'],
    [2, 'numerator', 'x', 'not_whole'],
    [5, 'indicator', 'on', 'no_indicator'],
    [5, 'unit', '', 'empty_cell'],
  ],
  [
    'observations',
    'a cell too many',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2,,note,x`,
    [2, null, 'x', 'too_many_cells'],
  ],
  // Columns and the file itself
  [
    'observations',
    'a missing column',
    'unit,indicator,numerator,denominator\nS1,online_rate,1,2',
    [1, 'period', null, 'missing_column'],
  ],
  [
    'observations',
    'no column of figures',
    'unit,indicator,period,note\nS1,online_rate,2024,x',
    [1, 'numerator / value', null, 'missing_column'],
  ],
  [
    'observations',
    'an unknown column',
    `${OBSERVATIONS},percent\nS1,online_rate,2024,1,2,,,5`,
    [1, 'percent', null, 'unknown_column'],
  ],
  [
    'observations',
    'a column without a name',
    `${OBSERVATIONS},\nS1,online_rate,2024,1,2,,,5`,
    [1, '#8', null, 'unknown_column'],
  ],
  [
    'observations',
    'a column twice',
    `${OBSERVATIONS},Value\nS1,online_rate,2024,1,2,,,5`,
    [1, 'Value', null, 'repeated_column'],
  ],
  ['observations', 'nothing', '', [null, null, null, 'empty_file']],
  ['observations', 'only blank lines', '\n\r\n  \n', [null, null, null, 'empty_file']],
  ['observations', 'only separators', ',,\n,,', [null, null, null, 'empty_file']],
  ['observations', 'only a header', OBSERVATIONS, [null, null, null, 'empty_file']],
  [
    'observations',
    'only separators below the header',
    `${OBSERVATIONS}\n,,,,,,\n`,
    [null, null, null, 'empty_file'],
  ],
  [
    'observations',
    'a quote that is not closed',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2,,"x\ny`,
    [3, null, null, 'bad_quotes'],
  ],
  [
    'observations',
    'a quote in the middle of a cell',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2,,x"y"`,
    [2, null, null, 'bad_quotes'],
  ],
  [
    'observations',
    'a zero byte',
    `${OBSERVATIONS}\nS1,online_rate,2024-W20,1,2,,\0`,
    [2, null, null, 'not_text'],
  ],
  ['chitieu', 'a kind of file that there is not', 'a,b\n1,2', [null, null, 'chitieu', 'unknown_kind']],
  // Units
  ['units', 'no code', `${UNIT_COLUMNS}\n,Sở A,,department,P,,,,`, [2, 'code', '', 'empty_cell']],
  [
    'units',
    'a code with a space',
    `${UNIT_COLUMNS}\nS 3,Sở A,,department,P,,,,`,
    [2, 'code', 'S 3', 'bad_code'],
  ],
  [
    'units',
    'a code with a bar',
    `${UNIT_COLUMNS}\nS|3,Sở A,,department,P,,,,`,
    [2, 'code', 'S|3', 'bad_code'],
  ],
  [
    'units',
    'an endless code',
    `${UNIT_COLUMNS}\n${'S'.repeat(65)},Sở A,,department,P,,,,`,
    [2, 'code', 'S'.repeat(65), 'bad_code'],
  ],
  ['units', 'no name', `${UNIT_COLUMNS}\nS3,,,department,P,,,,`, [2, 'name', '', 'empty_cell']],
  ['units', 'an unknown kind', `${UNIT_COLUMNS}\nS3,Sở A,,hãng,P,,,,`, [2, 'kind', 'hãng', 'not_one_of']],
  ['units', 'no kind', `${UNIT_COLUMNS}\nS3,Sở A,,,P,,,,`, [2, 'kind', '', 'empty_cell']],
  ['units', 'an unknown parent', `${UNIT_COLUMNS}\nS3,Sở A,,department,Q,,,,`, [2, 'parent', 'Q', 'no_unit']],
  [
    'units',
    'an unknown successor',
    `${UNIT_COLUMNS}\nS3,Sở A,,department,P,,,,S4`,
    [2, 'merged_into', 'S4', 'unknown_unit'],
  ],
  [
    'units',
    'its own parent',
    `${UNIT_COLUMNS}\nS3,Sở A,,department,S3,,,,`,
    [2, 'parent', 'S3', 'parent_cycle'],
  ],
  [
    'units',
    'a circle in the file',
    `${UNIT_COLUMNS}\nA,A,,other,B,,,,\nB,B,,other,C,,,,\nC,C,,other,A,,,,\nD,D,,other,A,,,,`,
    [2, 'parent', 'B', 'parent_cycle'],
    [3, 'parent', 'C', 'parent_cycle'],
    [4, 'parent', 'A', 'parent_cycle'],
  ],
  [
    'units',
    'a circle with what is stored',
    `${UNIT_COLUMNS}\nP,Tỉnh Mẫu,,province,X1,,,,`,
    [2, 'parent', 'X1', 'parent_cycle'],
  ],
  [
    'units',
    'a circle of mergers',
    `${UNIT_COLUMNS}\nA,A,,other,P,,,,B\nB,B,,other,P,,,,A`,
    [2, 'merged_into', 'B', 'merge_cycle'],
    [3, 'merged_into', 'A', 'merge_cycle'],
  ],
  [
    'units',
    'a day that is none',
    `${UNIT_COLUMNS}\nS3,Sở A,,department,P,,31/6/2025,2025-02-29,`,
    [2, 'active_from', '31/6/2025', 'bad_day'],
    [2, 'active_to', '2025-02-29', 'bad_day'],
  ],
  [
    'units',
    'an end before the beginning',
    `${UNIT_COLUMNS}\nS3,Sở A,,department,P,,2025-07-01,2025-06-30,`,
    [2, 'active_to', '2025-06-30', 'dates_reversed'],
  ],
  [
    'units',
    'a unit twice, differently',
    `${UNIT_COLUMNS}\nS3,Sở A,,department,P,,,,\nS3,Sở B,,department,P,,,,`,
    [3, 'code', 'S3', 'conflicting_row'],
  ],
  // Indicators
  [
    'indicators',
    'an unknown way to accumulate',
    `${INDICATOR_COLUMNS}\nx,X,X,a,b,average,,,,,`,
    [2, 'accumulation', 'average', 'not_one_of'],
  ],
  [
    'indicators',
    'counts without names',
    `${INDICATOR_COLUMNS}\nx,X,X,,b,sum,,,,,`,
    [2, 'numerator_label', '', 'empty_cell'],
  ],
  [
    'indicators',
    'points that are none',
    `${INDICATOR_COLUMNS}\nx,X,X,a,b,sum,nhiều,,,,`,
    [2, 'points', 'nhiều', 'bad_number'],
  ],
  [
    'indicators',
    'a maximum of nothing',
    `${INDICATOR_COLUMNS}\nx,X,X,a,b,sum,,,points,0,`,
    [2, 'max', '0', 'not_above_zero'],
  ],
  [
    'indicators',
    'an unknown unit and direction',
    `${INDICATOR_COLUMNS}\nx,X,X,a,b,sum,,,kg,,up`,
    [2, 'unit', 'kg', 'not_one_of'],
    [2, 'better', 'up', 'not_one_of'],
  ],
  // Campaigns
  ['campaigns', 'no start', `${PHASES}\nD,Đợt,1,Đợt 1,,2024-05-01,d`, [2, 'start', '', 'empty_cell']],
  [
    'campaigns',
    'an end before the start',
    `${PHASES}\nD,Đợt,1,Đợt 1,2024-05-02,2024-05-01,d`,
    [2, 'end', '2024-05-01', 'dates_reversed'],
  ],
  [
    'campaigns',
    'phases that overlap',
    `${PHASES}\nD,Đợt,1,Đợt 1,2024-03-01,2024-05-01,d\nD,Đợt,2,Đợt 2,2024-05-01,2024-06-01,d`,
    [2, 'start', '2024-03-01', 'phases_overlap'],
    [3, 'start', '2024-05-01', 'phases_overlap'],
  ],
  [
    'campaigns',
    'a phase that overlaps with a stored one',
    `${PHASES}\nC,Chiến dịch 100 ngày,3,Giai đoạn 3,2024-06-30,2024-07-30,d`,
    [2, 'start', '2024-06-30', 'phases_overlap'],
  ],
  [
    'campaigns',
    'one campaign by two names',
    `${PHASES}\nD,Đợt,1,Đợt 1,2024-03-01,2024-03-02,d\nD,Đợt cao điểm,2,Đợt 2,2024-05-01,2024-06-01,d`,
    [3, 'name', 'Đợt cao điểm', 'name_differs'],
  ],
  // Targets
  [
    'targets',
    'neither a unit nor a kind',
    `${TARGETS}\nC,1,,,,online_rate,50,d,`,
    [2, 'unit', '', 'unit_or_kind'],
  ],
  [
    'targets',
    'both a unit and a kind',
    `${TARGETS}\nC,1,,S1,department,online_rate,50,d,`,
    [2, 'unit', 'S1', 'unit_or_kind'],
  ],
  ['targets', 'an unknown unit', `${TARGETS}\nC,1,,S7,,online_rate,50,d,`, [2, 'unit', 'S7', 'unknown_unit']],
  [
    'targets',
    'an unknown kind',
    `${TARGETS}\nC,1,,,hãng,online_rate,50,d,`,
    [2, 'kind', 'hãng', 'not_one_of'],
  ],
  ['targets', 'an unknown indicator', `${TARGETS}\nC,1,,S1,,x,50,d,`, [2, 'indicator', 'x', 'no_indicator']],
  [
    'targets',
    'an unknown phase',
    `${TARGETS}\nC,3,,S1,,online_rate,50,d,`,
    [2, 'phase', '3', 'unknown_phase'],
  ],
  [
    'targets',
    'a phase and a year',
    `${TARGETS}\nC,1,2024,S1,,online_rate,50,d,`,
    [2, 'year', '2024', 'phase_or_year'],
  ],
  [
    'targets',
    'a campaign without a phase',
    `${TARGETS}\nC,,,S1,,online_rate,50,d,`,
    [2, 'phase', '', 'phase_or_year'],
  ],
  ['targets', 'a year that is none', `${TARGETS}\n,,24,S1,,online_rate,50,d,`, [2, 'year', '24', 'bad_year']],
  ['targets', 'no target', `${TARGETS}\nC,1,,S1,,online_rate,,d,`, [2, 'target', '', 'empty_cell']],
  [
    'targets',
    'a target in words',
    `${TARGETS}\nC,1,,S1,,online_rate,cao,d,`,
    [2, 'target', 'cao', 'target_in_words'],
  ],
  [
    'targets',
    'a target above the maximum',
    `${TARGETS}\nC,1,,S1,,late_days,31,d,\nC,1,,S1,,online_rate,-1,d,`,
    [2, 'target', '31', 'target_out_of_range'],
    [3, 'target', '-1', 'target_out_of_range'],
  ],
  [
    'targets',
    'an exception without a rule',
    `${TARGETS}\nC,1,,S1,,online_rate,50,d,S2`,
    [2, 'except', 'S2', 'except_without_kind'],
  ],
  [
    'targets',
    'an unknown exception',
    `${TARGETS}\nC,1,,,department,online_rate,50,d,S2|S8`,
    [2, 'except', 'S2|S8', 'unknown_unit'],
  ],
  [
    'targets',
    'a yearly target without a decision',
    `${TARGETS}\n,,2024,S1,,online_rate,50,,`,
    [2, 'document', '', 'empty_cell'],
  ],
  [
    'targets',
    'two targets for the same',
    `${TARGETS}\nC,1,,S1,,online_rate,50,d,\nC,1,,S1,,online_rate,60,d,`,
    [3, 'campaign', 'C', 'conflicting_row'],
  ],
  // Members
  ['members', 'an unknown role', `${MEMBERS}\na,A,chief,S1`, [2, 'role', 'chief', 'not_one_of']],
  ['members', 'no unit', `${MEMBERS}\na,A,leader,`, [2, 'unit', '', 'empty_cell']],
  ['members', 'an unknown unit', `${MEMBERS}\na,A,leader,S01`, [2, 'unit', 'S01', 'unknown_unit']],
  [
    'members',
    'a member twice, differently',
    `${MEMBERS}\na,A,leader,S1\na,A,officer,S1`,
    [3, 'member', 'a', 'conflicting_row'],
  ],
]

const row = (rest: string): string => `${OBSERVATIONS}\n${rest}`

describe('refused, with the place, and nothing changed', () => {
  test.each(REFUSALS)('%s: %s', async (kind, _what, text, ...expected) => {
    const problems = await refuse(await province(), kind, text)
    expect(problems.map(({ line, column, value, code }) => [line, column, value, code])).toEqual(expected)
    expect(new Set(problems.map(problem => problem.file))).toEqual(new Set([`${kind}.csv`]))
  })

  test('by what a problem says, one can tell what would be right', async () => {
    const opened = await province()
    const problemsOf = async (kind: string, text: string) =>
      (await refuse(opened, kind, text)).map(problem => problem.params)
    expect(await problemsOf('observations', row('S01,online_rat,2024-W20,1,2,,'))).toEqual([
      { near: 'online_rate (Hồ sơ trực tuyến)' },
      { near: 'S1 (Sở Y tế)' },
    ])
    expect(await problemsOf('observations', row('sở y té,online_rate,2024-W20,1,2,,'))).toEqual([
      { near: expect.stringMatching(/^S1 /) },
    ])
    expect(await problemsOf('observations', row('S1,late_days,2024,,,31,'))).toEqual([{ max: 30 }])
    expect(await problemsOf('observations', row('S1,online_rate,2024-W20,3,2,,'))).toEqual([
      { denominator: 2 },
    ])
    expect(await problemsOf('observations', row('S1,online_rate,2024-W20,1,,,'))).toEqual([
      { missing: 'denominator' },
    ])
    expect(await problemsOf('targets', `${TARGETS}\nC,3,,S1,,online_rate,50,d,`)).toEqual([
      { near: 'C/1 (Giai đoạn 1), C/2 (Giai đoạn 2)' },
    ])
    expect(await problemsOf('units', `${UNIT_COLUMNS}\nP,Tỉnh Mẫu,,province,X1,,,,`)).toEqual([
      { path: 'P → X1 → H1 → P' },
    ])
    expect(await problemsOf('members', `${MEMBERS}\na,A,chief,S1`)).toEqual([
      { known: expect.stringMatching(/^leader \(lãnh đạo\), officer \(chuyên viên\), /) },
    ])
  })
})

describe('the bytes of a file', () => {
  test('in an encoding that nobody knows are refused with the line of the first wrong byte', async () => {
    const latin = new Uint8Array([
      ...bytes(`${MEMBERS}\nb,B,leader,S1\na,Gi`),
      0xe1,
      ...bytes('m,leader,S1\n'),
    ])
    const [problem] = await refuse(await province(), 'members', latin)
    expect(problem).toMatchObject({ code: 'not_utf8', line: 3 })
  })

  test('too many of them are not even looked at', async () => {
    const problems = await refuse(await province(), 'units', new Uint8Array(64 * 1024 * 1024 + 1).fill(65))
    expect(problems).toEqual([expect.objectContaining({ code: 'too_large', params: { max: 64 } })])
  })
})

describe('many problems', () => {
  test('are listed up to 200, the rest counted', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `N${index},online_rate,2024-W20,1,2,,`)
    const problems = await refuse(await province(), 'observations', `${OBSERVATIONS}\n${rows.join('\n')}\n`)
    expect(problems).toHaveLength(201)
    expect(problems[199]).toMatchObject({ line: 201, value: 'N199' })
    expect(problems[200]).toMatchObject({ line: null, code: 'more_problems', params: { others: 800 } })
  })

  test('a value is shown shortened', async () => {
    const [problem] = await refuse(await province(), 'members', `${MEMBERS}\na,A,${'x'.repeat(500)},S1`)
    expect(problem?.value).toBe(`${'x'.repeat(100)}…`)
  })
})

describe('what has to be there first', () => {
  test.each([
    ['observations', `${OBSERVATIONS}\nS1,online_rate,2024,1,2,,`],
    ['targets', `${TARGETS}\n,,2024,S1,,online_rate,50,d,`],
    ['members', `${MEMBERS}\na,A,leader,S1`],
  ])('units, before %s', async (kind, text) => {
    const problems = await refuse(tempDatabase(), kind, text)
    expect(problems).toEqual([expect.objectContaining({ code: 'needs_first', params: { kind: 'units' } })])
  })

  test('campaigns, before their targets', async () => {
    const opened = tempDatabase()
    await accept(opened.db, 'units', UNITS)
    const problems = await refuse(opened, 'targets', `${TARGETS}\nC,1,,S1,,online_rate,50,d,`)
    expect(problems).toEqual([
      expect.objectContaining({ code: 'needs_first', line: 2, params: { kind: 'campaigns' } }),
    ])
  })
})

test('one bad row among good ones, and nothing of the file is kept', async () => {
  const { db, path } = await province()
  const good = Array.from(
    { length: 50 },
    (_, index) => `S1,online_rate,2023-W${String(index + 1).padStart(2, '0')},1,2,,`,
  )
  const before = dump(path)
  const outcome = await importText(
    db,
    'observations',
    [OBSERVATIONS, ...good, 'S1,online_rate,2024-W20,3,2,,'].join('\n'),
  )
  expect(outcome).toMatchObject({ ok: false, problems: [{ line: 52 }] })
  expect(dump(path)).toEqual(before)
})

import type { Case } from '../ask/cases/case.ts'
import { differences } from '../ask/cases/check.ts'
import * as groups from '../ask/cases/groups.ts'
import * as other from '../ask/cases/other.ts'
import * as ofOne from '../ask/cases/units-of-one.ts'
import * as value from '../ask/cases/value.ts'
import { differencesFrom } from '../ask/judge.ts'
import { dayOf, judgedFiles, judgedQuestions, membersOf } from '../ask/judged-questions.ts'
import { ASKED_PROVINCES, misread, plainQuestions } from '../ask/plain-questions.ts'
import { allProvinces, asker, provinceOf } from '../ask/provinces.ts'
import { ASKED_ON, spelledCommunes } from '../ask/spelled-communes.ts'
import { gradeOfWrong } from './row.ts'
import type { Recording, Row } from './row.ts'

/** A row that is one question on its own, and what the recorder needs to ask it. */
export interface SingleRow extends Row {
  ask: Recording['rows'][number]
}

const CASES: Record<string, readonly Case[]> = { ...value, ...ofOne, ...groups, ...other }
const PLAIN = 2000
const COUNTRY = 'the country'

/** Every question that is read on its own; of the spellings of communes those of each `every`-th commune. */
export function singleRows(every: number): SingleRow[] {
  return [...judgedRows(), ...caseRows(), ...plainRows(), ...spelledRows(every)]
}

/** The provinces that the rows name. */
export function worldsOf(rows: readonly SingleRow[]): Recording['worlds'] {
  const names = new Set(rows.map(row => row.ask.world))
  return Object.fromEntries(
    [...names].map(name => [name, name === COUNTRY ? allProvinces() : provinceOf(name)]),
  )
}

function judgedRows(): SingleRow[] {
  return judgedFiles().flatMap(file => {
    const [world = ''] = file.split('/')
    const members = membersOf(world)
    return judgedQuestions(file).map(row => ({
      from: file,
      id: `${row.id} ${row.as}`,
      text: row.q,
      ask: { world, unit: members.get(row.as)!, today: dayOf(row), text: row.q },
      grade: ([got]) => (got && differencesFrom(row, got).length === 0 ? 'right' : gradeOfWrong(got)),
    }))
  })
}

function caseRows(): SingleRow[] {
  return Object.entries(CASES).flatMap(([table, cases]) =>
    cases.map(([member, text, expected]) => ({
      from: 'test/ask/cases',
      id: `${table} ${member}`,
      text,
      ask: { world: 'gia-lai-2024', unit: asker(member).unit, today: '2024-05-19', text },
      grade: ([got]) => (got && differences(got, expected).length === 0 ? 'right' : gradeOfWrong(got)),
    })),
  )
}

function plainRows(): SingleRow[] {
  return ASKED_PROVINCES.flatMap(province =>
    plainQuestions(province, PLAIN).map((made, at) => ({
      from: `plain questions, ${province.name}`,
      id: `${at} ${made.asker}`,
      text: made.text,
      ask: { world: province.folder, unit: made.asker, today: province.today, text: made.text },
      grade: ([got]) => (got && !misread(got, made) ? 'right' : gradeOfWrong(got)),
    })),
  )
}

function spelledRows(every: number): SingleRow[] {
  return (['its own province', 'other provinces'] as const).flatMap(askers => {
    const { rows, outcomeOf } = spelledCommunes(askers, every)
    return rows.map(row => ({
      from: `communes, asked by ${askers}`,
      id: `${row.commune.name}, ${row.province.shortName}; asked by ${row.asker}`,
      text: row.text,
      ask: { world: COUNTRY, unit: row.asker, today: ASKED_ON, text: row.text },
      grade: ([got]) => {
        const outcome = got ? outcomeOf(row, got) : 'not found'
        return outcome === 'found' ? 'right' : outcome === 'not found' ? 'not understood' : outcome
      },
    }))
  })
}

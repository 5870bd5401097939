/** The product against the reference: what differs is listed, and the list must be empty. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite/open-sqlite.ts'
import type { Database } from '../../src/db/stores/database.ts'
import {
  copyReferenceDatabase,
  REFERENCE_FOLDER as FIXTURE,
  REFERENCE_LOADED_AT as LOADED_AT,
} from '../db/reference-database.ts'
import { sized } from '../sizes.ts'
import { alteredProvince } from './altered-province.ts'
import { expectedFigure, expectedInTerm, expectedTable } from './asked.ts'
import type { Case, GroupCase } from './asked.ts'
import { randomCases, randomGroups, randomTermCases } from './cases.ts'
import { answered, answeredGroup, facts, needFacts, told } from './compare.ts'
import { loadTexts } from './load.ts'
import { readTexts, readWorld } from './reference-data.ts'
import type { RefWorld } from './reference-data.ts'
import { hasCounts } from './reference.ts'

/** The fixture, and so many altered copies of it. */
const COPIES = sized({ quick: 0, usual: 1, long: 3 })

/** How much of each kind of question is asked of a province: so many percent of the whole. */
const SHARE = sized({ quick: 10, usual: 10, long: 100 })
const many = (whole: number): number => (whole * SHARE) / 100

describe.each([
  { province: 'the fixture', seed: 0 },
  ...Array.from({ length: COPIES }, (_, at) => ({ province: 'an altered copy', seed: at + 1 })),
])('$province, seed $seed', ({ seed }) => {
  let db: Database
  let world: RefWorld
  let folder: string

  beforeAll(async () => {
    const fixture = readTexts(FIXTURE, LOADED_AT)
    const texts = seed === 0 ? fixture : alteredProvince(fixture, seed)
    folder = mkdtempSync(join(tmpdir(), 'chitieu-reference-'))
    const path = join(folder, 'test.db')
    if (seed === 0) await copyReferenceDatabase(path)
    db = openSqlite(`file:${path}`)
    world = readWorld(texts)
    if (seed !== 0) await loadTexts(db, texts, join(folder, 'data'))
  })
  afterAll(() => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('values and ranks', async () => {
    const differing = await differences(randomCases(world, 100 + seed, many(300)), async asked => ({
      expected: expectedFigure(world, asked),
      actual: facts(await answered(db, 'value', asked)),
    }))
    expect(differing).toEqual([])
  })

  test('needs', async () => {
    const differing = await differences(randomTermCases(world, 200 + seed, many(150)), async asked => {
      const { need, rank, of, value, target } = expectedInTerm(world, asked)
      const figure = await answered(db, 'need', asked)
      return {
        expected: { value, target, rank, of, need },
        actual: { ...pick(figure), need: needFacts(figure) },
      }
    })
    expect(differing).toEqual([])
  })

  test('gaps with their pace', async () => {
    const differing = await differences(randomTermCases(world, 300 + seed, many(150)), async asked => {
      const { pace, need: _need, ...expected } = expectedInTerm(world, asked)
      const figure = await answered(db, 'gap', asked)
      return { expected: { ...expected, pace }, actual: { ...facts(figure), pace: figure.pace ?? null } }
    })
    expect(differing).toEqual([])
  })

  test('tables, their best and worst, and who is below', async () => {
    const differing = await differences(randomGroups(world, 500 + seed, many(40)), async asked => {
      const { table, leftOut, groupSize } = expectedTable(world, asked)
      const below = table.filter(row => row.met === false)
      const places = (rows: typeof table) => rows.slice(0, 7).map(({ unit, rank }) => ({ unit, rank }))
      const top = await answeredGroup(db, 'top', asked)
      const bottom = await answeredGroup(db, 'bottom', asked)
      const missed = await answeredGroup(db, 'below', asked)
      const shown = (answer: typeof top) => answer.figures.map(({ unit, rank }) => ({ unit, rank }))
      return {
        expected: {
          top: places(table),
          bottom: places(table.toReversed()),
          below: below.length,
          gaps: below
            .map(row => row.gap ?? 0)
            .toSorted((a, b) => b - a)
            .slice(0, 7),
          leftOut,
          groupSize,
        },
        actual: {
          top: shown(top),
          bottom: shown(bottom),
          below: missed.matched,
          gaps: missed.figures.map(figure => figure.gap),
          leftOut: top.leftOut,
          groupSize: top.groupSize,
        },
      }
    })
    expect(differing).toEqual([])
  })
})

test('the altered copies hold every kind of case', () => {
  const { seeds, enough } = sized({
    quick: { seeds: [1], enough: 1 },
    usual: { seeds: [1], enough: 1 },
    long: { seeds: [1, 2, 3], enough: 5 },
  })
  const seen = new Map<string, number>()
  const count = (what: string, found: boolean) => seen.set(what, (seen.get(what) ?? 0) + (found ? 1 : 0))
  for (const seed of seeds) {
    const world = readWorld(alteredProvince(readTexts(FIXTURE, LOADED_AT), seed))
    const silent = [...world.rows].filter(([key]) => key.startsWith('GL-H629|')).flatMap(([, rows]) => rows)
    expect(silent.filter(hasCounts)).toEqual([])
    for (const asked of randomCases(world, 100 + seed, 300)) {
      const figure = expectedFigure(world, asked)
      const rows = world.rows.get(`${asked.unit}|${asked.indicator}`) ?? []
      count('no data', figure.reason === 'no_data')
      count('no dossiers', figure.reason === 'no_dossiers')
      count('exempt', figure.reason === 'exempt')
      count('published', figure.value !== null && figure.numerator === null)
      count('of all below', asked.whole === true && figure.value !== null)
      count('below a unit without counts', asked.unit === 'GL' && !asked.whole && figure.numerator !== null)
      count(
        'revised',
        rows.some(row => rows.some(other => isRevision(row, other))),
      )
      count('several granularities', new Set(rows.map(row => row.to - row.from)).size > 2)
      count('met', figure.met === true)
      count('not met', figure.met === false)
      count('a changed rank', (figure.rankChange ?? 0) !== 0)
    }
    for (const asked of randomGroups(world, 500 + seed, 40)) {
      const ranks = expectedTable(world, asked).table.map(row => row.rank)
      count('a tie', new Set(ranks).size < ranks.length)
    }
    for (const asked of randomTermCases(world, 200 + seed, 150)) {
      const { need } = expectedInTerm(world, asked)
      count('within reach', need?.reachable === true && need.needed !== 0)
      count('out of reach', need?.reachable === false)
    }
  }
  const rare = [...seen].filter(([, times]) => times < enough)
  expect(rare).toEqual([])
  expect(seen.size).toBe(14)
})

function isRevision(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return a !== b && a.from === b.from && a.to === b.to
}

function pick({ value, target, rank, of }: { value: unknown; target: unknown; rank: unknown; of: unknown }) {
  return { value, target, rank, of }
}

/** The cases in which the product says something else. */
async function differences<C extends Case | GroupCase>(
  cases: C[],
  compare: (asked: C) => Promise<{ expected: unknown; actual: unknown }>,
): Promise<unknown[]> {
  const found: unknown[] = []
  for (const asked of cases) {
    const { expected, actual } = await compare(asked)
    if (inOrder(expected) !== inOrder(actual)) found.push({ asked: told(asked), expected, actual })
  }
  return found
}

/** JSON with the keys of every object in order: two equal texts are equal values. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

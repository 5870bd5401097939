import { describe, expect, test } from 'vitest'
import { type Phase, termKey } from '../../src/core/campaign.ts'
import {
  campaignDays,
  phaseTerm,
  runningPhases,
  termForWindow,
  termsForWindow,
  yearTerm,
} from '../../src/core/term.ts'
import { phases } from './reference-province.ts'
import { at, window } from './rows.ts'

const NOW = at('2024-05-19 20:00')

const keys = (text: string, now = NOW, among: readonly Phase[] = phases, monthStart = 1) =>
  termsForWindow(window(text), now, { phases: among, monthStart }).map(termKey)

test('a phase and a year as terms', () => {
  expect(phaseTerm(phases[0]!)).toEqual({
    kind: 'phase',
    campaign: 'CD100',
    phase: '1',
    name: 'Giai đoạn 1',
    from: '2024-03-22',
    to: '2024-05-01',
    document: '629/KH-UBND',
  })
  expect(yearTerm(2024, '12/QĐ')).toEqual({
    kind: 'year',
    year: 2024,
    name: '2024',
    from: '2024-01-01',
    to: '2024-12-31',
    document: '12/QĐ',
  })
})

const on = (day: string) => runningPhases(phases, day).map(({ phase }) => phase)

test('which phases run on a day', () => {
  expect(
    ['2024-03-21', '2024-03-22', '2024-05-01', '2024-05-02', '2024-06-30', '2024-07-01'].map(on),
  ).toEqual([[], ['1'], ['1'], ['2'], ['2'], []])
  expect(campaignDays('CD100', phases)).toEqual({ from: '2024-03-22', to: '2024-06-30' })
})

describe('which target a window is compared with, on 19 May 2024', () => {
  test.each([
    ['the phase so far', '2024-05-02/2024-05-19', ['CD100/2', '2024']],
    ['the whole phase, its end yet to come', '2024-05-02/2024-06-30', ['CD100/2', '2024']],
    ['the phase before', '2024-03-22/2024-05-01', ['CD100/1', '2024']],
    ['this week', '2024-W20', ['CD100/2', '2024']],
    ['a week over the edge of two phases', '2024-W18', ['CD100/2', '2024']],
    ['the last week of phase 1', '2024-W17', ['CD100/1', '2024']],
    ['the week in which the campaign starts, most of it before', '2024-W12', ['2024']],
    ['a week before the campaign', '2024-W10', ['2024']],
    ['April', '2024-04', ['CD100/1', '2024']],
    ['March, most of it before the campaign', '2024-03', ['2024']],
    ['May, not over', '2024-05', ['CD100/2', '2024']],
    ['the campaign so far, over two phases', '2024-03-22/2024-05-19', ['2024']],
    ['the last four weeks, over two phases', '2024-04-22/2024-05-19', ['2024']],
    ['the quarter so far, over two phases', '2024-Q2', ['2024']],
    ['the year so far', '2024-01-01/2024-05-19', ['2024']],
    ['the year', '2024', ['2024']],
    ['a day', '2024-05-02', ['CD100/2', '2024']],
    ['next week', '2024-W21', ['CD100/2', '2024']],
    ['last year', '2023', ['2023']],
    ['over two years', '2023-10-01/2024-02-01', []],
    ['from last year to the end of this', '2023-12-01/2024-12-31', []],
  ])('%s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected)
  })
})

test('a month of the reports is of the phase that holds its middle, however far it reaches over an edge', () => {
  const later = at('2024-06-01 08:00')
  expect(keys('2024-04-21/2024-05-20', later, phases, 21)).toEqual(['CD100/2', '2024'])
  expect(keys('2024-03-21/2024-04-20', later, phases, 21)).toEqual(['CD100/1', '2024'])
  expect(keys('2024-04-21/2024-05-20', later)).toEqual(['2024'])
  expect(keys('2024-05', at('2024-06-10 08:00'), [made('HALF', '1', '2024-05-12/2024-06-30')])).toEqual([
    'HALF/1',
    '2024',
  ])
})

test('a window that begins today ends today', () => {
  expect(keys('2024-W18', at('2024-04-29 08:00'))).toEqual(['CD100/1', '2024'])
  expect(keys('2024-W18', at('2024-05-05 20:00'))).toEqual(['CD100/2', '2024'])
})

test('a week over two years is of the year of its Thursday', () => {
  expect(keys('2025-W01', at('2025-01-10 08:00'))).toEqual(['2025'])
  expect(keys('2020-W53', at('2021-01-10 08:00'))).toEqual(['2020'])
  expect(keys('2024-12-30/2025-01-06', at('2025-01-10 08:00'))).toEqual([])
})

test('after the campaign its phases still hold for their own days', () => {
  const later = at('2024-08-01 08:00')
  expect(keys('2024-05-02/2024-06-30', later)).toEqual(['CD100/2', '2024'])
  expect(keys('2024-07', later)).toEqual(['2024'])
})

const made = (campaign: string, phase: string, text: string): Phase => ({
  ...phases[0]!,
  campaign,
  phase,
  ...window(text),
})

test('of several campaigns the window itself comes first, then the shorter phase', () => {
  const all = [
    ...phases,
    made('QUARTER', '1', '2024-Q2'),
    made('B', '1', '2024-05'),
    made('A', '1', '2024-05'),
  ]
  expect(keys('2024-W20', NOW, all)).toEqual(['A/1', 'B/1', 'CD100/2', 'QUARTER/1', '2024'])
  expect(keys('2024-Q2', NOW, all)).toEqual(['QUARTER/1', '2024'])
  expect(keys('2024-05-02/2024-06-30', at('2024-05-31 08:00'), all)[0]).toBe('CD100/2')
})

const among = (some: readonly Phase[]) => ({ phases: some, monthStart: 1 })

test('the first of the terms, or none', () => {
  expect(termForWindow(window('2024-W20'), NOW, among(phases))).toEqual(phaseTerm(phases[1]!))
  expect(termForWindow(window('2024-W10'), NOW, among([]))).toEqual(yearTerm(2024, ''))
  expect(termForWindow(window('2023-10-01/2024-02-01'), NOW, among(phases))).toBeNull()
})

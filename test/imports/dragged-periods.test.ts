import { describe, expect, test } from 'vitest'
import { accept, figures, province, refuse } from './small-province.ts'

const UNITS = ['Sở Y tế', 'Sở Tư pháp', 'Huyện Chư Sê', 'Xã Ia Pal']

/** A long table with the columns of a period, and what stands in them beside each unit. */
function table(titles: string, ...periods: readonly string[]): string {
  const rows = periods.map(
    (period, at) => `${UNITS[at % UNITS.length]};online_rate;${period};${at + 4};${at + 9}`,
  )
  return [`Đơn vị;Chỉ số;${titles};Tử số;Mẫu số`, ...rows].join('\n')
}

describe('periods that were filled by dragging', () => {
  test.each([
    ['weeks', 'Kỳ', 'Tuần 20/2024', 'Tuần 21/2024', 'Tuần 22/2024'],
    ['months', 'Kỳ', 'Tháng 4/2024', 'Tháng 5/2024', 'Tháng 6/2024'],
    ['both days', 'Từ ngày;Đến ngày', '13/5/2024;19/5/2024', '14/5/2024;20/5/2024', '15/5/2024;21/5/2024'],
    ['the last day', 'Từ ngày;Đến ngày', '13/5/2024;19/5/2024', '13/5/2024;20/5/2024', '13/5/2024;21/5/2024'],
  ])('%s, another one for each unit, are refused', async (_, titles, ...periods) => {
    const problems = await refuse(await province(), 'observations', table(titles, ...periods))
    expect(problems).toMatchObject([{ code: 'periods_dragged' }])
  })

  test('further down alone are refused, too', async () => {
    const periods = [
      '13/5/2024;19/5/2024',
      '13/5/2024;19/5/2024',
      '13/5/2024;20/5/2024',
      '13/5/2024;21/5/2024',
    ]
    const problems = await refuse(await province(), 'observations', table('Từ ngày;Đến ngày', ...periods))
    expect(problems).toMatchObject([
      {
        code: 'periods_dragged',
        params: { first: '13/5/2024 – 20/5/2024', second: '13/5/2024 – 21/5/2024' },
      },
    ])
  })
})

describe('other periods are taken', () => {
  test('of each unit several, also sums since a day', async () => {
    const { db } = await province()
    const months = ['1/1/2024;30/4/2024', '1/1/2024;31/5/2024'].flatMap(each => UNITS.map(() => each))
    await accept(db, 'observations', table('Từ ngày;Đến ngày', ...months))
    expect(await figures(db)).toHaveLength(8)
  })

  test('of units that have nothing to do with one another', async () => {
    const { db } = await province()
    await accept(db, 'observations', table('Kỳ', 'Tháng 5/2024', 'Tuần 20/2024', 'Quý I/2024'))
    expect(await figures(db)).toHaveLength(3)
  })
})

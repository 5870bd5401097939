import { expect, test } from 'vitest'
import { groupName } from '../../../src/replies/phrases/group-name.ts'
import { buildUnitTree } from '../../../src/core/unit-tree.ts'
import { catalog, saying } from '../province.ts'

/** The reference province, of which one commune was dissolved long ago. */
const units = catalog.units.map(unit =>
  unit.code === 'GL-X23881' ? { ...unit, activeTo: '2020-01-01' } : unit,
)
const ctx = { ...saying(), tree: buildUnitTree(units) }
const without = (...except: string[]) => groupName(ctx, { kind: 'commune', within: 'GL-H631', except })

test('of those that are left out, those that exist are named or counted', () => {
  expect(without('GL-X23863', 'GL-X23869', 'GL-X23872', 'GL-X23881')).toBe(
    'đơn vị cấp xã thuộc huyện Đức Cơ (không tính 3 đơn vị)',
  )
  expect(without('GL-X23863', 'GL-X23881')).toBe('đơn vị cấp xã thuộc huyện Đức Cơ (không tính Ia Krêl)')
})

test('one that is gone is named where nothing else is left out', () => {
  expect(without('GL-X23881')).toBe('đơn vị cấp xã thuộc huyện Đức Cơ (không tính Ia Pnôn)')
})

import { ROLES } from '../../core/member.ts'
import { unitOf } from '../known.ts'
import type { CatalogReader } from './catalog-reader.ts'

export const memberReader: CatalogReader<'members'> = {
  required: ['member', 'name', 'role', 'unit'],
  optional: [],
  either: [],
  needs: known => (known.units.size === 0 ? ['units'] : []),
  read(row, known) {
    const member = row.code('member')
    const name = row.required('name')
    const role = row.oneOf('role', ROLES)
    row.required('unit')
    return { member, name, role, unit: unitOf(row, 'unit', known) ?? '' }
  },
  check() {},
}

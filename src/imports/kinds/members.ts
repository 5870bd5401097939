import { ROLES } from '../../core/member.ts'
import { unitOf } from '../known.ts'
import type { CatalogReader } from './catalog-reader.ts'

export const memberReader: CatalogReader<'members'> = {
  required: ['member', 'name', 'role', 'unit'],
  optional: ['active_to'],
  either: [],
  needs: known => (known.units.size === 0 ? ['units'] : []),
  read(row, known) {
    const member = row.code('member')
    const name = row.required('name')
    const role = row.oneOf('role', ROLES)
    row.required('unit')
    // A list without the column says nothing of who has left: that stands.
    const stored = known.members.get(member)?.activeTo ?? null
    const activeTo = row.has('active_to') ? row.day('active_to') : stored
    const record = { member, name, role, unit: unitOf(row, 'unit', known) ?? '' }
    return activeTo === null ? record : { ...record, activeTo }
  },
  check() {},
}

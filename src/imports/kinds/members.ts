import { afterPost, officerPosts, roleWords } from '../../../locales/vi/files.ts'
import { ROLES } from '../../core/member.ts'
import type { Checks } from '../checks.ts'
import { cellText } from '../files/cell.ts'
import { codeFrom } from '../names/code-from.ts'
import { cleanName, strictKey } from '../names/spelling.ts'
import type { RowReader, Words } from '../tables/row-reader.ts'
import type { CatalogReader } from './catalog-reader.ts'
import { foundUnit } from './found.ts'

export const memberReader: CatalogReader<'members'> = {
  required: ['member', 'name', 'role', 'unit'],
  optional: ['active_to'],
  either: [],
  needed: ['name', 'role', 'unit'],
  needs: known => (known.units.size === 0 ? ['units'] : []),
  read(row, checks) {
    const name = row.name('name')
    const role = row.oneOf('role', ROLES, rolesNaming(row))
    const unit = foundUnit(row, checks, { several: 'member_units' })
    const member = row.lacksCode('member') ? codeOf(name, unit, checks) : row.code('member')
    // A list without the column says nothing of who has left: that stands, unless the code is somebody else's now.
    const stored = checks.known.members.get(member)
    const left = stored?.name === name ? (stored.activeTo ?? null) : null
    const activeTo = row.has('active_to') ? row.day('active_to') : left
    const record = { member, name, role, unit }
    if (stored === undefined && row.lacksCode('member')) checks.newCodes.set(member, name)
    return activeTo === null ? record : { ...record, activeTo }
  },
  check(_records, { newCodes, notes }) {
    if (newCodes.size === 0) return
    const shown = Array.from(newCodes, ([code, name]) => `${name} = ${code}`).slice(0, SHOWN_CODES)
    const codes = newCodes.size > SHOWN_CODES ? `${shown.join('; ')}; …` : shown.join('; ')
    notes.add('note_codes', { count: newCodes.size, codes })
  },
}

/** A list of people is rarely longer; of a longer one the others are in `chitieu members`. */
const SHOWN_CODES = 40

const OFFICE = new RegExp(String.raw`\s+(?:${afterPost.join('|')})$`, 'iu')

/** The words for roles, and among them the post of the cell as it stands there: "Phó Giám đốc Sở Y tế" is one of a "Phó Giám đốc". */
function rolesNaming(row: RowReader): Words {
  const text = cleanName(cellText(row.cell('role')))
  const unit = cleanName(cellText(row.cell('unit')))
  let post = text.toLowerCase().endsWith(` ${unit.toLowerCase()}`) ? text.slice(0, -unit.length).trim() : text
  while (OFFICE.test(post)) {
    if (roleOf(post) !== undefined) break
    post = post.replace(OFFICE, '')
  }
  const role = roleOf(post)
  return role === undefined ? roleWords : { ...roleWords, [role]: [...(roleWords[role] ?? []), text] }
}

function roleOf(post: string): string | undefined {
  const key = strictKey(post)
  const isOfficer = officerPosts.some(
    word => post[word.length] === ' ' && strictKey(post.slice(0, word.length)) === strictKey(word),
  )
  const role = ROLES.find(each => roleWords[each]?.some(word => strictKey(word) === key))
  return role ?? (isOfficer ? 'officer' : undefined)
}

/** The code that somebody of this name in this unit has or gets; a second one of the name gets the unit's code with it. */
function codeOf(name: string, unit: string, { known, madeCodes }: Checks): string {
  const who = `${strictKey(name)}|${unit}`
  const stored = [...known.members.values()].find(each => `${strictKey(each.name)}|${each.unit}` === who)
  const plain = codeFrom(name)
  const isTaken = (madeCodes.get(plain) ?? who) !== who || known.members.has(plain)
  const code = stored?.member ?? (isTaken ? codeFrom(`${name} ${unit}`) : plain)
  madeCodes.set(code, who)
  return code
}

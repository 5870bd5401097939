import type { WebMember } from '../../../src/channels/web/web-chat.ts'

/** Members of the fixture province, as the web chat offers them. */
export const DIRECTOR: WebMember = {
  member: 'gd-sgtvt',
  name: 'Giám đốc Sở GTVT',
  unitName: 'Sở Giao thông vận tải',
  role: 'leader',
}
export const CHAIRMAN: WebMember = {
  member: 'ct-iagrai',
  name: 'Chủ tịch UBND huyện Ia Grai',
  unitName: 'Huyện Ia Grai',
  role: 'leader',
}
const COMMITTEE: WebMember = {
  member: 'bcd-tinh',
  name: 'Ban Chỉ đạo tỉnh',
  unitName: 'Tỉnh Gia Lai',
  role: 'committee',
}
export const PEOPLE: WebMember[] = [DIRECTOR, CHAIRMAN, COMMITTEE]

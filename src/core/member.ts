/** People who may ask and be told (DOMAIN.md §10). */
export const ROLES = ['leader', 'officer', 'committee', 'data', 'admin'] as const
export type Role = (typeof ROLES)[number]

export interface Member {
  member: string
  name: string
  role: Role
  unit: string
}

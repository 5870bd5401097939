/** People who may ask and be told (DOMAIN.md §10). */
export const ROLES = ['leader', 'officer', 'committee', 'data', 'admin'] as const
export type Role = (typeof ROLES)[number]

export interface Member {
  member: string
  name: string
  role: Role
  unit: string
  /** The last day of the membership; without it there is none. */
  activeTo?: string
}

/** Whether the person belongs to it on the day. */
export function isActive({ activeTo }: Member, today: string): boolean {
  return activeTo === undefined || today <= activeTo
}

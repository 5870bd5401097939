export interface SubscriptionRow {
  member: string
  kind: string
  /** When it was made; a person who never chose has the default of the role. */
  at: number
  active: boolean
}

export interface SubscriptionStore {
  all(): Promise<SubscriptionRow[]>
  set(member: string, kind: string, active: boolean, at: number): Promise<void>
}

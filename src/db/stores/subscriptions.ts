export interface SubscriptionRow {
  member: string
  kind: string
  /** When it was made; a person who never chose has the default of the role. */
  at: number
  active: boolean
}

/** How a person gets digests; what is null is as the province has it. */
export interface DigestPreference {
  member: string
  /** Local time, `HH:MM`. */
  hour: string | null
  /** 1 (Monday) to 7, of the weekly one. */
  weekday: number | null
  /** The first day on which they come again, `YYYY-MM-DD`. */
  pausedUntil: string | null
  /** Only when figures came since the last one. */
  onlyNews: boolean
}

export interface SubscriptionStore {
  all(): Promise<SubscriptionRow[]>
  set(member: string, kind: string, active: boolean, at: number): Promise<void>
  preferences(): Promise<DigestPreference[]>
  /** Keeps how the member of the preference gets digests, in place of what was. */
  prefer(preference: DigestPreference): Promise<void>
}

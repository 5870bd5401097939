/** A dated drive and its dated parts. */
export interface Phase {
  campaign: string
  campaignName: string
  phase: string
  phaseName: string
  /** First and last civil day, both included. */
  from: string
  to: string
  document: string
}

/** The stretch for which a target holds: a phase of a campaign, or a calendar year. */
export type Term =
  | {
      kind: 'phase'
      campaign: string
      phase: string
      name: string
      from: string
      to: string
      document: string
    }
  | { kind: 'year'; year: number; name: string; from: string; to: string; document: string }

/** Name of a term in keys: `CD100/2`, `2024`. */
export function termKey(term: Term): string {
  return term.kind === 'phase' ? `${term.campaign}/${term.phase}` : String(term.year)
}

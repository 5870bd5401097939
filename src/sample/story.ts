/**
 * Who plays which part in the sample, so that there is something to find in it.
 * All of it is made up: none of these figures says anything of the real offices.
 */
export const STORY = {
  province: '52',
  /** Online dossiers met their target a week ago and no longer do; ahead in phase 1, so now behind. Has a leader. */
  justFallen: { unit: '23575', indicator: 'online_rate', member: 'ct-pleiku' },
  /** Online dossiers were below target a week ago and are met now. Has a leader. */
  recovered: { unit: '23764', indicator: 'online_rate', member: 'ct-iagrai' },
  /** Below the target, but close enough to get there with some more online payments. Has a leader. */
  withinReach: { unit: '52-S01', indicator: 'online_payment_rate', member: 'gd-sxd' },
  /** Not even every dossier that is still to come would be enough. */
  unreachable: { unit: '23938', indicator: 'online_rate' },
  /** Has targets, but never sent a figure. */
  noData: { unit: '21622' },
  /** Sent nothing for the last three weeks. */
  stale: { unit: '21997' },
  /** No dossier owes a fee here: neither 0 % nor missing data. */
  noDossiers: { unit: '21607', indicator: 'online_payment_rate' },
  /** The campaign's rule leaves it out. */
  exempt: { unit: '52-S13' },
  /** Always the same online rate, hence the same place. */
  tied: { units: ['21964', '21970'], indicator: 'online_rate' },
  /** Old name, inactive, taken over by `into`. */
  merged: { unit: '52-C01', into: '52-S01' },
} as const

/** Weeks that the stale unit has not sent. */
export const STALE_WEEKS = 3

/** A course that is laid down instead of drawn: percent of last year, then points above the target by week. */
export interface Course {
  baseline: number
  /** Weeks of phase 1 and of phase 2, oldest first; phase 1 is drawn where it is left out. */
  phase1?: readonly number[]
  phase2: readonly number[]
}

const COURSES: Readonly<Record<string, Course>> = {
  '23575|online_rate': { baseline: 46.2, phase1: [0.6, 0.9, 1.2, 1.5, 1.8], phase2: [1.5, 1, 0.8, 0.6, -9] },
  '23764|online_rate': { baseline: 41.7, phase2: [-2, -1.6, -1.2, -1, 9] },
  '52-S01|online_rate': { baseline: 63.4, phase2: [-1, 1, 2.5, 3, 4] },
  '52-S01|online_payment_rate': { baseline: 33.4, phase2: [-5, -4, -3, -2, -2] },
  '23938|online_rate': { baseline: 13.9, phase2: [-44, -43, -43, -42, -41] },
}

/** The laid-down course of a unit's indicator, or undefined where it is left to chance. */
export function courseOf(unit: string, indicator: string): Course | undefined {
  return COURSES[`${unit}|${indicator}`]
}

/** Dossiers received in a usual week, where a part needs a unit of a certain size. */
export const USUAL_VOLUMES: Readonly<Record<string, number>> = {
  '52-S01': 260,
  '23575': 430,
  '23764': 170,
  '23857': 140,
  '23938': 60,
  '21607': 9,
}

/** Units whose leaders have a chat: all goes well for them but what the story says. */
export const WELL_RUN: ReadonlySet<string> = new Set([
  STORY.justFallen.unit,
  STORY.recovered.unit,
  STORY.withinReach.unit,
])

/** The unit whose chance this one shares for dossiers received and submitted online: itself, or its twin. */
export function chanceOf(unit: string): string {
  return unit === STORY.tied.units[1] ? STORY.tied.units[0] : unit
}

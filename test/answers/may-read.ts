import type { Person } from './small-province.ts'

/** Every unit of the small province that exists on the days asked about, and has figures or units below. */
export const UNITS = ['P', 'S1', 'S2', 'S3', 'H1', 'H2', 'X1', 'X2', 'X3', 'X4']
export const PEOPLE = ['an', 'binh', 'chi', 'dung', 'ha', 'kim'] as const
export const SETTINGS = ['figures', 'places', 'none'] as const

export type Peers = (typeof SETTINGS)[number]

/** What a person may see, by the rules: the own unit and below; of the province the figures; peers by the setting. */
const OWN: Record<Person, string[]> = {
  an: ['S1'],
  binh: ['H1', 'X1', 'X2', 'X3'],
  chi: ['X1'],
  dung: UNITS,
  ha: ['H1', 'X1', 'X2', 'X3'],
  kim: UNITS,
}
const PEERS: Record<Person, string[]> = {
  an: ['S2', 'S3'],
  binh: ['H2'],
  chi: ['X2', 'X3', 'X4'],
  dung: [],
  ha: ['H2'],
  kim: [],
}
/** How much of a unit a person may see. */
export function mayRead(person: Person, unit: string, peers: Peers): 'all' | 'figures' | 'places' | 'none' {
  if (OWN[person].includes(unit)) return 'all'
  if (unit === 'P') return 'figures'
  return PEERS[person].includes(unit) ? peers : 'none'
}

/** Low and high end, evenly drawn. */
export type Range = readonly [number, number]

/** Of what height an indicator is in the sample, in percent and percentage points. */
export interface Level {
  indicator: string
  /** Denominator as a share of the dossiers received in the week. */
  share: number
  /** Last year's result, by kind of unit; and the province's, as published. */
  baseline: { department: Range; commune: Range; province: number }
  /** Where phase 2 runs, above the target; above last year's result where there is no target. */
  aim: Range
}

/** Heights after those of a real province in its campaign year, raised by what two more years have brought. */
export const LEVELS: readonly Level[] = [
  {
    indicator: 'transparency_rate',
    share: 1,
    baseline: { department: [60, 88], commune: [55, 86], province: 70.2 },
    aim: [-3, 8],
  },
  {
    indicator: 'on_time_rate',
    share: 0.93,
    baseline: { department: [89, 96], commune: [87, 96], province: 91.1 },
    aim: [-1.2, 2.6],
  },
  {
    indicator: 'online_rate',
    share: 1,
    baseline: { department: [38, 78], commune: [22, 62], province: 43.9 },
    aim: [-8, 9],
  },
  {
    indicator: 'full_process_rate',
    share: 0.6,
    baseline: { department: [35, 60], commune: [18, 45], province: 35.2 },
    aim: [4, 16],
  },
  {
    indicator: 'online_payment_rate',
    share: 0.45,
    baseline: { department: [25, 60], commune: [12, 52], province: 33.8 },
    aim: [-9, 9],
  },
  {
    indicator: 'satisfaction_rate',
    share: 0.3,
    baseline: { department: [94, 99], commune: [93, 99], province: 95.8 },
    aim: [-0.5, 4],
  },
  {
    indicator: 'digitization_rate',
    share: 0.92,
    baseline: { department: [22, 58], commune: [18, 55], province: 36.3 },
    aim: [-5, 16],
  },
  {
    indicator: 'active_services_rate',
    share: 0,
    baseline: { department: [22, 50], commune: [20, 52], province: 35.9 },
    aim: [8, 30],
  },
]

/** Dossiers received in a usual week, by kind of office. */
export const VOLUMES = {
  department: [120, 520],
  ward: [150, 480],
  commune: [35, 190],
} as const satisfies Record<string, Range>

/** Online services offered by a unit: the denominator of a state, which does not change from week to week. */
export const SERVICES: Range = [24, 80]

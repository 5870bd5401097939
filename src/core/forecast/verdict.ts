import { Z_80 } from './outlook.ts'

/** How sure it is that a target will be met. */
export type Verdict = 'likely' | 'possible' | 'doubtful' | 'unlikely'

/** likely from 80 %, possible from 50, doubtful from 20, else unlikely; `probability` is 0 to 1. */
export function verdictOf(probability: number): Verdict {
  if (probability >= 0.8) return 'likely'
  if (probability >= 0.5) return 'possible'
  return probability >= 0.2 ? 'doubtful' : 'unlikely'
}

/** The chance, 0 to 1, that a normal outcome around `value` with an 80 % half-width reaches `target` (or stays within it). */
export function chanceOf(of: {
  value: number
  halfWidth: number
  target: number
  better: 'higher' | 'lower'
}): number {
  const away = ((of.value - of.target) * Z_80) / of.halfWidth
  return normalBelow(of.better === 'higher' ? away : -away)
}

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const tail =
    (Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return x >= 0 ? 1 - tail : tail
}

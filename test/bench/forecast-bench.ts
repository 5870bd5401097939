import { type Course, deviationOf, toDate } from '../../src/core/forecast/course.ts'
import { kindOutlook, outcomeOf } from '../../src/core/forecast/outlook.ts'
import { chanceOf, verdictOf } from '../../src/core/forecast/verdict.ts'
import { addDays, daysIn, middleOf } from '../../src/core/period.ts'
import { type Trial, trials } from './forecast-worlds.ts'

/**
 * Back-test of the forecast over the worlds of the fixtures: for each tenth of each phase with at least two periods
 * known, how many outcomes lay inside the 80 % interval, and the mean error beside "the value stays" and "the slope
 * goes on". Kinds of at least 30 units are judged; others are printed apart.
 */
const LEAST_UNITS = 30

interface Score {
  n: number
  inside: number
  error: number
  stays: number
  slope: number
}

const empty = (): Score => ({ n: 0, inside: 0, error: 0, stays: 0, slope: 0 })
const verdicts = new Map<string, { n: number; said: number; came: number }>()
const misses: string[] = []
let zeroWidth = 0

for (const trial of trials()) {
  for (const small of [false, true]) {
    const table = judged(trial, small)
    if (table.size === 0) continue
    console.log(`\n${trial.world}, phase ${trial.phase}${small ? ` (kinds under ${LEAST_UNITS})` : ''}`)
    console.log('accumulation  tenth      n   inside   error   stays   slope')
    const phases = new Map<string, Score>()
    for (const [key, score] of table) {
      console.log(line(key, score))
      if (!small) check(trial, key, score)
      const kind = key.split(' ')[0]!
      phases.set(kind, sum(phases.get(kind) ?? empty(), score))
    }
    for (const [kind, score] of phases) console.log(line(`${kind} all`, score))
    for (const [kind, score] of phases) if (!small) checkPhase(trial, kind, score)
  }
}
console.log('\nverdict      n   said   came')
for (const [name, { n, said, came }] of verdicts)
  console.log(`${name.padEnd(9)} ${String(n).padStart(5)} ${pct(said / n)} ${pct(came / n)}`)
for (const [name, { n, said, came }] of verdicts)
  if (n >= 200 && Math.abs(said - came) / n > 0.1) misses.push(`verdict ${name}`)
if (zeroWidth > 0) misses.push(`${zeroWidth} intervals of no width`)
console.log(misses.length > 0 ? `\nnot reached: ${misses.join('; ')}` : '\nall limits reached')
process.exitCode = misses.length > 0 ? 1 : 0

function judged(trial: Trial, small: boolean): Map<string, Score> {
  const inPhase = trial.periods.filter(p => middleOf(p) >= trial.from && middleOf(p) <= trial.to)
  const first = trial.periods.indexOf(inPhase[0]!)
  const end = trial.periods.indexOf(inPhase.at(-1)!)
  const table = new Map<string, Score>()
  for (const [kind, units] of trial.kinds) {
    if (units.length < LEAST_UNITS !== small) continue
    for (const { code, accumulation, lower } of trial.indicators) {
      const series = units.map(unit => {
        const cells = trial.periods.map(p => trial.counts.get(`${unit}|${code}|${p.text}`) ?? [0, 0])
        return { numerators: cells.map(c => c[0]!), denominators: cells.map(c => c[1]!) }
      })
      const targets = units.map(unit => trial.targets.get(`${unit}|${code}`) ?? null)
      for (let tenth = 1; tenth <= 9; tenth++) {
        const day = addDays(trial.from, Math.round((daysIn(trial) * tenth) / 10) - 1)
        const last = trial.periods.findLastIndex(p => p.to <= day)
        if (last - first < 1 || last >= end) continue
        const key = `${accumulation} ${tenth}`
        const at = { last, end, targets, lower, accumulation, small, kind }
        table.set(key, sum(table.get(key) ?? empty(), tried({ series, first }, at)))
      }
    }
  }
  return new Map([...table].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

interface At {
  last: number
  end: number
  targets: (number | null)[]
  lower: boolean
  accumulation: 'sum' | 'latest'
  small: boolean
}

function tried(course: Course, at: At): Score {
  const { last, end, accumulation } = at
  // A method sees nothing of what is to come.
  const cut = {
    ...course,
    series: course.series.map(one => ({
      numerators: one.numerators.slice(0, last + 1),
      denominators: one.denominators.slice(0, last + 1),
    })),
  }
  const { estimates, scale } = kindOutlook(cut, { last, horizon: end - last, accumulation })
  const score = empty()
  estimates.forEach((estimate, i) => {
    const outcome = outcomeOf(course, course.series[i]!, end, accumulation)
    const stands = outcomeOf(course, course.series[i]!, last, accumulation)
    if (!estimate || outcome === null || stands === null) return
    if (accumulation === 'sum' && toDate(course, course.series[i]!, last).denominator === 0) return
    const half = scale * deviationOf(estimate)
    if (!(half > 0)) zeroWidth++
    score.n++
    if (Math.abs(outcome - estimate.rate) <= half + 1e-12) score.inside++
    score.error += Math.abs(outcome - estimate.rate)
    score.stays += Math.abs(outcome - stands)
    const start = outcomeOf(course, course.series[i]!, course.first, accumulation) ?? stands
    const slope = (stands - start) / Math.max(1, last - course.first)
    const goesOn = Math.min(1, Math.max(0, stands + slope * (end - last)))
    score.slope += Math.abs(outcome - goesOn)
    const target = at.targets[i] ?? null
    if (!at.small && target !== null) count(estimate.rate, half, target / 100, outcome, at.lower)
  })
  return score
}

function count(value: number, halfWidth: number, target: number, outcome: number, lower: boolean): void {
  const chance = chanceOf({ value, halfWidth, target, better: lower ? 'lower' : 'higher' })
  const name = verdictOf(chance)
  const found = verdicts.get(name) ?? { n: 0, said: 0, came: 0 }
  const met = lower ? outcome <= target : outcome >= target
  verdicts.set(name, { n: found.n + 1, said: found.said + chance, came: found.came + Number(met) })
}

function check({ world, phase }: Trial, key: string, { n, inside, error, stays, slope }: Score): void {
  const share = inside / n
  const allowed = (key.startsWith('sum') ? 0.001 : 0.006) * n
  if (key.startsWith('sum') && (share < 0.7 || share > 0.9))
    misses.push(`${world} ${phase} ${key} inside ${pct(share).trim()}`)
  if (error > Math.min(stays, slope) + allowed) misses.push(`${world} ${phase} ${key} error`)
}

function checkPhase({ world, phase }: Trial, kind: string, { n, inside }: Score): void {
  const [least, most] = kind === 'latest' ? [0.7, 1] : [0.75, 0.85]
  const share = inside / n
  if (share < least || share > most) misses.push(`${world} ${phase} ${kind} inside ${pct(share).trim()}`)
}

function sum(a: Score, b: Score): Score {
  return {
    n: a.n + b.n,
    inside: a.inside + b.inside,
    error: a.error + b.error,
    stays: a.stays + b.stays,
    slope: a.slope + b.slope,
  }
}

function line(key: string, { n, inside, error, stays, slope }: Score): string {
  const [kind, tenth] = key.split(' ')
  return `${kind!.padEnd(13)} ${tenth!.padStart(5)} ${String(n).padStart(6)} ${pct(inside / n)} ${points(error / n)} ${points(stays / n)} ${points(slope / n)}`
}

function pct(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(8)
}

function points(share: number): string {
  return (100 * share).toFixed(2).padStart(7)
}

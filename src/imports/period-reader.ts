import { basename } from 'node:path'
import { middleOf, parsePeriod } from '../core/period.ts'
import type { Window } from '../core/window.ts'
import { foldText } from './fold-name.ts'
import type { Profile } from './profile.ts'

export interface Period extends Window {
  middle: string
}

/** The period that a text says, or null. Remembers: a file says few periods many times. */
export type ReadPeriod = (text: string) => Period | null

type Rules = Profile['periods']

/** Reads `2024-W20` and the like, and what the profile's rules make of other texts. */
export function periodReader(rules: Rules = []): ReadPeriod {
  const known = new Map<string, Period | null>()
  return text => {
    let period = known.get(text)
    if (period === undefined) {
      const window = parsePeriod(text) ?? parsePeriod(applyRules(foldText(text), rules) ?? '')
      period = window && { from: window.from, to: window.to, middle: middleOf(window) }
      known.set(text, period)
    }
    return period
  }
}

/** The period that a file's name says by the profile's rules, as text; null when none matches. */
export function periodInFileName(file: string, rules: Rules): string | null {
  return applyRules(foldText(basename(file)), rules)
}

function applyRules(text: string, rules: Rules): string | null {
  for (const rule of rules) {
    const match = new RegExp(rule.pattern, 'u').exec(text)
    if (match === null) continue
    const period = rule.period.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
    // `2025-9` → `2025-09`, `2024-W8` → `2024-W08`
    return period.replaceAll(/-(W?)(\d)(?!\d)/g, '-$10$2')
  }
  return null
}

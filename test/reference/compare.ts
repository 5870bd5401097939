import type { Answer, Figure } from '../../src/answers/answer.ts'
import type { AskedPeriod, Intent, Question } from '../../src/ask/question.ts'
import { momentAt } from '../../src/core/moment.ts'
import type { Database } from '../../src/db/stores/database.ts'
import { asking } from '../answers/questions.ts'
import { answerAt } from '../answers/scene.ts'
import type { Case, GroupCase, RefPeriod } from './asked.ts'
import { textOf } from './civil-days.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
const COMMITTEES: Record<string, string> = { GL: 'bcd-tinh', KT: 'bcd-kt' }

/** The one figure with which the product answers the committee of the unit's province. */
export async function answered(db: Database, intent: Intent, asked: Case): Promise<Figure> {
  const { unit, indicator, period, whole, sameParent } = asked
  const { figures } = await ask(db, asked.at, unit, {
    intent,
    units: [unit],
    indicators: [indicator],
    period: askedPeriod(period),
    wholeSubtree: whole ?? false,
    rankWithinParent: sameParent ?? false,
  })
  const [figure, ...others] = figures
  if (!figure || others.length > 0) throw new Error(`${figures.length} figures: ${told(asked)}`)
  return figure
}

/** The product's answer about a group. */
export async function answeredGroup(db: Database, intent: Intent, asked: GroupCase): Promise<Answer> {
  const { kind, within, indicator, period, at } = asked
  return await ask(db, at, within, {
    intent,
    group: { kind, within },
    indicators: [indicator],
    period: askedPeriod(period),
    limit: 7,
  })
}

async function ask(
  db: Database,
  at: number,
  unit: string,
  parts: Partial<Question> & Pick<Question, 'intent'>,
): Promise<Answer> {
  const { members } = await db.read.catalog.get()
  const member = members.find(one => one.member === COMMITTEES[unit.slice(0, 2)])
  if (!member) throw new Error(`no committee for ${unit}`)
  return await answerAt(db, momentAt(at, TIME_ZONE), member, asking(parts))
}

function askedPeriod(period: RefPeriod | null): AskedPeriod | null {
  return period && { from: textOf(period.from), to: textOf(period.to), shape: period.shape }
}

/** The facts of a figure that the reference knows too. */
export function facts(figure: Figure) {
  const { window, value, numerator, denominator, target, gap, met, dataTo, reason, rank, of, rankChange } =
    figure
  return { window, value, numerator, denominator, target, gap, met, dataTo, reason, rank, of, rankChange }
}

export function needFacts({ need }: Figure) {
  if (!need) return null
  const { needed, perDay, reachable, bestReachable, daysLeft } = need
  return { needed, perDay, reachable, bestReachable, daysLeft }
}

/** A case in words, to find it again. */
export function told(asked: Case | GroupCase): string {
  const { indicator, period, at } = asked
  const about = 'unit' in asked ? asked.unit : `${asked.kind} of ${asked.within}`
  const window = period ? `${textOf(period.from)}/${textOf(period.to)} ${period.shape}` : 'no period'
  const whole = 'whole' in asked && asked.whole ? ' with all below' : ''
  const narrow = 'sameParent' in asked && asked.sameParent ? ' among its neighbours' : ''
  return `${about} ${indicator} ${window} at ${new Date(at).toISOString()}${whole}${narrow}`
}

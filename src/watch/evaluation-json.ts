import type { Change } from './change.ts'
import type { EvaluationResult } from './evaluate.ts'

export interface ChangeJson {
  unit: string
  indicator: string
  campaign: string | null
  phase: string | null
  year: number | null
  state: 'below' | 'met' | 'recovered'
  pace: 'on_track' | 'behind' | null
  value: number
  expected: number | null
  target: number
}

/** An evaluation as the outside sees it. */
export interface EvaluationJson {
  evaluated: number
  opened: ChangeJson[]
  recovered: ChangeJson[]
  queued: number
}

export function evaluationJson(result: EvaluationResult): EvaluationJson {
  const { evaluated, opened, recovered, queued } = result
  return { evaluated, opened: opened.map(changeJson), recovered: recovered.map(changeJson), queued }
}

function changeJson({ unit, indicator, term, alert }: Change): ChangeJson {
  return {
    unit,
    indicator,
    campaign: term.kind === 'phase' ? term.campaign : null,
    phase: term.kind === 'phase' ? term.phase : null,
    year: term.kind === 'year' ? term.year : null,
    state: alert.state,
    pace: alert.pace,
    value: alert.value,
    expected: alert.expected,
    target: alert.target,
  }
}

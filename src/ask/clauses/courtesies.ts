import { beforePossessor, politeParticles } from '../../../locales/vi/ask/clauses.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { isWordOfName } from '../names/courtesy-in-name.ts'
import { foldSet } from '../words/fold.ts'
import { covers, holds, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import { AS_TYPED, AS_WRITTEN } from './heard.ts'
import type { Clause, Heard } from './heard.ts'

/** The clause without the courtesies at its ends. */
export function withoutCourtesy(clause: Clause, heard: Heard): Clause {
  const { read, words } = heard
  let { from, to } = clause
  const free = (run: Run): boolean =>
    !isWordOfName(run, read, heard.unitIndex) &&
    heard.cues.every(cue => cue.cost > mostOf(cue) || !straddles(cue, run)) &&
    heard.narrows.every(one => !isCut(one, run) || one.from !== run.from) &&
    read.chosen.every(
      span =>
        overlapOf(span, run) === 0 ||
        span.meaning.is === 'own' ||
        (span.meaning.is === 'claim' && (span.meaning.how !== 'plain' || !isCut(span, run))) ||
        isOneWordOwn(span, run),
    )
  const polite = words.filter(one => one.word === 'courtesy' && covers(clause, one) && free(one))
  for (let again = true; again;) {
    again = false
    const head = polite.filter(one => one.from === from && one.to < to).toSorted((a, b) => b.to - a.to)[0]
    if (head && !losesSubject(head, heard)) {
      from = head.to
      again = true
    }
    const tail = polite.filter(one => one.to === to && one.from > from).toSorted((a, b) => a.from - b.from)[0]
    if (tail && !isPossessed(tail.from, read.tokens)) {
      to = tail.from
      again = true
    } else if (to - from > 1 && isVocative(to - 1, heard) && free({ from: to - 1, to })) {
      to -= 1
      again = true
    } else if (to - from > 1 && isParticle(to - 1, read)) {
      to -= 1
      again = true
    }
  }
  return { ...clause, from, to }
}

/** "Dak po thi tran ạ": a word that only makes a sentence polite. */
function isParticle(at: number, { tokens, chosen }: ReadTokens): boolean {
  return PARTICLES.has(tokens[at]!.typed.toLowerCase()) && !chosen.some(span => holds(span, at))
}

const PARTICLES: ReadonlySet<string> = new Set(politeParticles)

/** "Huyện em": the person belongs to the kind before it. */
function isOneWordOwn(span: ReadTokens['chosen'][number], run: Run): boolean {
  return (
    span.meaning.is === 'kind' && span.meaning.use === 'own' && span.from >= run.from && span.to <= run.to
  )
}

/** "Em xem": the head takes nothing that is asked with it. */
function losesSubject(head: Run, { cues, read }: Heard): boolean {
  const first = read.tokens[head.from]!
  return cues.some(
    cue =>
      (cue.cue === 'alerts' || cue.cue === 'help') &&
      cue.from < head.to &&
      cue.to > head.to &&
      first.fold !== '',
  )
}

/** "Nhờ đâu mà tăng": the courtesy would take a part of a phrase. */
function isCut(span: Run, run: Run): boolean {
  return overlapOf(span, run) > 0 && !covers(run, span)
}

/** "May % roi giúp anh" asks no "mày" for help: words of help that begin before a courtesy are typed so. */
function mostOf({ cue }: FoundCue): number {
  return cue === 'help' ? AS_TYPED : AS_WRITTEN
}

/** "Tắt thông báo giúp anh": a phrase that begins before the courtesy and ends within it. */
function straddles(phrase: Run, run: Run): boolean {
  return phrase.from < run.from && run.from < phrase.to
}

function isVocative(at: number, { read: { tokens }, words }: Heard): boolean {
  return words.some(one => one.word === 'vocative' && one.from === at) && !isPossessed(at, tokens)
}

function isPossessed(at: number, tokens: readonly Token[]): boolean {
  return POSSESSED.has(tokens[at - 1]?.fold ?? '')
}

const POSSESSED = foldSet(beforePossessor)

import { isWordAmongMarked } from '../lattice/free-words.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { isBare } from '../words/fold.ts'
import type { Run } from '../words/run.ts'
import type { Token } from '../words/tokens.ts'
import { keyOf } from './name-words.ts'
import type { NameForm } from './name-words.ts'
import { isPlace } from './unit-choice.ts'
import { nearNames } from './unit-index.ts'
import type { UnitIndex } from './unit-index.ts'
import { hasTones } from './unit-match.ts'

/**
 * Whether the courtesy is a word of a name with the words beside it: "ban ho" may be Bản Hồ, "a Bằng" La Bằng, "xa ta da"
 * Tam Đa. Beside a name that is whole without it, it is none: "a Pleiku".
 */
export function isWordOfName(courtesy: Run, read: ReadTokens, index: UnitIndex): boolean {
  if (isTypedApart(courtesy, read)) return false
  return stretchesWith(courtesy, read.tokens).some(run => {
    const typed = read.tokens.slice(run.from, run.to)
    const key = keyOf(typed)
    const marked =
      typed.some(({ capital, start }) => capital && start > 0) ||
      read.kinds.some(({ to, cost }) => to === run.from && cost < SURE_KIND)
    const plain = typed.every((_, at) => isWordAmongMarked(run.from + at, read))
    const slip = !plain && key.length >= (marked ? SHORTEST : SHORTEST_WITH_SLIP) ? 1 : 0
    if (key.length < SHORTEST || isSaid(run, courtesy, read)) return false
    if (isNameWithout(run, courtesy, { read, index })) return false
    return nearNames(index, key, slip)
      .flatMap(near => index.byKey.get(near.key) ?? [])
      .some(form => fits(form, typed))
  })
}

/** "Ia pnon giúp anh với": several words with their marks behind one that has none. */
function isTypedApart({ from, to }: Run, { tokens }: ReadTokens): boolean {
  const before = tokens[from - 1]
  if (to - from < 2 || before === undefined || !isBare(before)) return false
  return tokens.slice(from, to).some(token => !isBare(token) && token.fold.length > 1)
}

const SURE_KIND = 0.5
/** Letters of a name behind its kind or with a capital, and of one that nothing marks. */
const SHORTEST = 4
const SHORTEST_WITH_SLIP = 5
const MOST_WORDS = 3

/** The stretches of a few words, that nothing parts, with a word of the courtesy in them. */
function stretchesWith(courtesy: Run, tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  for (let from = Math.max(0, courtesy.from - MOST_WORDS + 1); from < courtesy.to; from++)
    for (
      let to = Math.max(from + 2, courtesy.from + 1);
      to <= Math.min(tokens.length, from + MOST_WORDS);
      to++
    )
      if (joined(tokens, from, to)) runs.push({ from, to })
  return runs
}

function joined(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from + 1, to).every(({ gap }) => gap === ' ')
}

/** What stands beside the courtesy says something else already. */
function isSaid(run: Run, courtesy: Run, { chosen }: ReadTokens): boolean {
  return chosen.some(
    span =>
      (span.meaning.is === 'indicator' || span.meaning.is === 'period') &&
      span.from < run.to &&
      span.to > run.from &&
      (span.to <= courtesy.from || span.from >= courtesy.to),
  )
}

function isNameWithout(run: Run, { from, to }: Run, m: { read: ReadTokens; index: UnitIndex }): boolean {
  const rest = m.read.tokens
    .slice(run.from, run.to)
    .filter((_, at) => run.from + at < from || run.from + at >= to)
  return rest.length > 0 && m.index.byKey.has(keyOf(rest))
}

function fits({ source, kind, words }: NameForm, typed: readonly Token[]): boolean {
  if (source !== 'name' && source !== 'alias' && source !== 'former') return false
  if (!isPlace(kind) || words.length !== typed.length) return false
  return (
    typed.every(isBare) ||
    hasTones(
      words,
      typed.flatMap(({ tone }) => (tone === 0 ? [] : [tone])),
    )
  )
}

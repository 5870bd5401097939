import { everydayWords } from '../../../locales/vi/ask/fillers.ts'
import { paceWords } from '../../../locales/vi/ask/periods.ts'
import { amongWords, listingWords } from '../../../locales/vi/ask/units.ts'
import { askedBy } from './asked.ts'
import { partOf } from './asked-world.ts'
import { wordsOf } from '../words/tokens.ts'
import type { Operator } from './operator-words.ts'
import type { AskedPart, Part } from '../question.ts'
import type { Asked } from './asked-world.ts'
import { readGuards, readOperators, wholeOperators } from '../lattice/operators.ts'
import type { FoundGuard, FoundOperator } from '../lattice/operators.ts'
import { hasKindBelow, ownOfKind, placesOf } from '../names/asker.ts'
import { completeUnits } from '../names/complete-units.ts'
import { otherPlace } from '../names/other-place.ts'
import type { CompletedUnits } from '../names/complete-units.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntitySpan, KindUse } from '../phrases/entities.ts'
import { foldWords, isBare, spellingKey, written, foldSet } from '../words/fold.ts'
import { scoreIntents } from './intent-rules.ts'
import type { Feature, ScoredIntent } from './intent-rules.ts'
import type { Lexicon } from '../lexicon.ts'
import { isDoubtful, isSo } from '../lattice/free-words.ts'
import { isPlainSlip, isSure } from '../lattice/plain-slips.ts'
import { covers, overlapOf } from '../words/run.ts'
import type { Run } from '../words/run.ts'
import { nameBehind } from '../names/name-behind.ts'
import { DOUBTFUL, matchPhrases } from '../phrases/phrase-match.ts'
import { readCues } from '../lattice/read-cues.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import { readEntities } from '../lattice/read-entities.ts'
import type { ReadTokens } from '../lattice/read-entities.ts'
import { coming, readPeriods } from '../periods/read-periods.ts'
import type { PeriodWorld } from '../periods/period-sense.ts'
import type { FoundPeriod } from '../periods/found-period.ts'
import { readUnits, unitsOfKindWord } from '../names/read-units.ts'
import type { UnitMention } from '../names/read-units.ts'
import type { AskContext } from '../reading.ts'
import { refersBack, unitSaidBefore } from '../conversation/said-before.ts'
import type { Token } from '../words/tokens.ts'
import type { ChoiceWorld } from '../names/unit-choice.ts'

/** Everything that was recognised in one sentence, and what it speaks for. */
export interface Evidence {
  read: ReadTokens
  cues: readonly FoundCue[]
  periods: FoundPeriod[]
  mentions: UnitMention[]
  /** A name that was meant as a unit and fits none, as typed. */
  unknownUnit: string | null
  /** "Phòng tư pháp": an office that is no unit. */
  otherOffice: Run | null
  /** Positions of tokens that found no meaning. */
  leftover: number[]
  strength: Map<Feature, number>
  intents: ScoredIntent[]
  operators: readonly FoundOperator[]
  /** What the operators make of the question. */
  asked: Asked | null
  /** Operators that ask more than the question takes in, and words of their class that nothing has used. */
  unused: AskedPart[]
}

/** Reads the tokens of one sentence. */
export function gatherEvidence(tokens: readonly Token[], lexicon: Lexicon, context: AskContext): Evidence {
  return evidenceOf(readEntities(lexicon, tokens), lexicon, context)
}

/** What the entities recognised in one sentence, and all that stands around them, speak for. */
export function evidenceOf(seen: ReadTokens, lexicon: Lexicon, context: AskContext): Evidence {
  const read = ownKinds(seen, lexicon, context)
  const cues = readCues(lexicon, read)
  const outside = outsideSpans(lexicon, read)
  const world: ChoiceWorld = { lexicon, context, tokens: read.tokens, marked: read.marked }
  const sure = [...cues.filter(cue => isSure(cue, read)), ...outside]
  const operators = readOperators(lexicon, read)
  const whole = wholeOperators(operators)
  const firm = { ...read, chosen: read.chosen.filter(span => !isDoubtful(span) || isPlainSlip(span, read)) }
  const unexplained = leftovers(lexicon, firm, [...sure, ...whole])
  const named = readUnits(read, world)
  const before = unitSaidBefore(read, named, world)
  const units = completeUnits(
    [...named, ...before.mentions],
    unexplained,
    { read, cues, outside: [...outside, ...whole], particles: lexicon.vocabulary.particles },
    world,
  )
  const found = orOfKindWord(units, { read, cues, operators }, world)
  const taken = [...found.taken, ...before.repeated, ...before.mentions]
  return weigh({ read, cues, outside, lexicon, context }, { ...found, taken })
}

/** Where no name was found, a word for a kind may say which unit is meant. */
function orOfKindWord(
  units: CompletedUnits,
  seen: Pick<Evidence, 'read' | 'cues' | 'operators'>,
  world: ChoiceWorld,
): CompletedUnits {
  if (units.mentions.length > 0 || units.unknownUnit !== null) return units
  const mentions = unitsOfKindWord(seen.read, world).filter(
    ({ to }) => nameBehind(to, seen, world.lexicon) === null,
  )
  return mentions.length === 1 ? { mentions, taken: [...units.taken, ...mentions], unknownUnit: null } : units
}

/** Words for kinds as the asker means them: "thành phố" is the province where that is a city without districts. */
function ownKinds(read: ReadTokens, lexicon: Lexicon, context: AskContext): ReadTokens {
  return townOrCommune(cityItself(localKinds(read, lexicon, context), lexicon, context), lexicon, context)
}

/** "Địa phương nào": provinces where the country asks, else the places below a province. */
function localKinds(read: ReadTokens, lexicon: Lexicon, context: AskContext): ReadTokens {
  const chosen = read.chosen.map(span => {
    const { meaning } = span
    if (meaning.is !== 'kind' || meaning.local !== true) return span
    const kind = placesOf(lexicon, context)
    const isOwn = !isGroupUse(meaning.use) && kind !== 'province' && !isListed(span, read)
    return isOwn || meaning.use === 'own' ? span : { ...span, meaning: { ...meaning, kind } }
  })
  return withChosen(read, chosen)
}

/** "Các sở và địa phương". */
function isListed({ from }: Run, { chosen, tokens }: ReadTokens): boolean {
  return chosen.some(
    ({ meaning, to }) =>
      meaning.is === 'kind' &&
      isGroupUse(meaning.use) &&
      (to === from ? tokens[from]!.gap.startsWith(',') : to === from - 1 && AND.has(tokens[to]!.fold)),
  )
}

const AND = foldSet(listingWords)

function cityItself(read: ReadTokens, lexicon: Lexicon, context: AskContext): ReadTokens {
  const chosen = read.chosen.map(span => {
    const { meaning } = span
    const isCity = read.kinds.some(kind => kind.word === CITY && covers(span, kind))
    return meaning.is === 'kind' && meaning.kind === 'district' && isCity
      ? { ...span, meaning: { ...meaning, kind: 'province' as const } }
      : span
  })
  const city = withChosen(read, chosen)
  if (city === read) return read
  const province = ownOfKind('province', lexicon, context)
  if (province === null) return placesOf(lexicon, context) === 'province' ? city : read
  if (!lexicon.unitIndex.byKindWord.get(CITY)?.includes(province)) return read
  return hasKindBelow(province, 'district', lexicon) ? read : city
}

/** The very same reading where nothing else is chosen: what was found in it is found but once. */
function withChosen(read: ReadTokens, chosen: EntitySpan[]): ReadTokens {
  const same = chosen.length === read.chosen.length && chosen.every((span, at) => span === read.chosen[at])
  return same ? read : { ...read, chosen }
}

const CITY = 'thanhpho'

/** "Cứ thế này thi xa có kịp không": without diacritics "thì xã" of who has a commune and no district. */
function townOrCommune(read: ReadTokens, lexicon: Lexicon, context: AskContext): ReadTokens {
  if (lexicon.units.get(context.unit)?.kind !== 'commune') return read
  const chosen = read.chosen.map(span => {
    const { meaning, from, to } = span
    const typed = read.tokens.slice(from, to)
    if (meaning.is !== 'kind' || meaning.kind !== 'district') return span
    if (meaning.use !== 'bare' && meaning.use !== 'own') return span
    const folds = typed.map(token => token.fold).join(' ')
    const same = (folds === TOWN_OR_COMMUNE || folds.startsWith(`${TOWN_OR_COMMUNE} `)) && typed.every(isBare)
    return same ? { ...span, from: from + 1, meaning: { ...meaning, kind: 'commune' as const } } : span
  })
  return withChosen(read, chosen)
}

const TOWN_OR_COMMUNE = 'thi xa'

interface Gathered {
  read: ReadTokens
  cues: readonly FoundCue[]
  outside: readonly Run[]
  lexicon: Lexicon
  context: AskContext
}

/** "Không phải Đức Cơ, Chư Prông cơ": a unit that was denied, where another is named. */
function withoutDenied(mentions: UnitMention[], cues: readonly FoundCue[]): UnitMention[] {
  const kept = mentions.filter(mention => !isDenied(mention, cues))
  return kept.length > 0 ? kept : mentions
}

/** "Không phải số hóa, ý em là thanh toán": likewise an indicator. */
function withoutDeniedIndicators(chosen: EntitySpan[], cues: readonly FoundCue[]): EntitySpan[] {
  const named = chosen.filter(({ meaning }) => meaning.is === 'indicator')
  const denied = named.filter(span => isDenied(span, cues))
  return denied.length < named.length ? chosen.filter(span => !denied.includes(span)) : chosen
}

function isDenied(run: Run, cues: readonly FoundCue[]): boolean {
  return cues.some(one => one.cue === 'not_that' && overlapOf(one, run) > 0)
}

/** What stands once names with slips have taken their words. */
function weigh(seen: Gathered, { mentions: named, taken, unknownUnit }: CompletedUnits): Evidence {
  const { lexicon, context } = seen
  const apart = (one: Run): boolean => taken.every(run => overlapOf(run, one) === 0)
  const chosen = seen.read.chosen.filter(span => span.meaning.is === 'unit' || apart(span))
  const read = withChosen(seen.read, withoutDeniedIndicators(chosen, seen.cues))
  const spans = ({ from, to }: Run): boolean =>
    taken.every(run => overlapOf(run, { from, to }) === 0 || (from < run.from && run.to < to))
  const cues = seen.cues.filter(one => (one.skipped > 0 ? spans(one) : apart(one)))
  const mentions = withoutDenied(named, cues)
  const outside = seen.outside.filter(apart)
  const periods = readPeriods(lexicon, read, context.today)
  const leftover = leftovers(lexicon, read, [...cues, ...outside, ...periods, ...taken])
  const strength = featuresOf({ read, cues, periods, mentions, outside }, lexicon, context)
  const otherOffice = officeOfOthers(lexicon, read)
  const operators = readOperators(lexicon, read)
  const { main: asked, unused } = askedBy({ read, cues, operators, periods, strength, context })
  return {
    read,
    cues,
    periods,
    mentions,
    unknownUnit,
    otherOffice,
    leftover,
    strength,
    intents: withAsked(scoreIntents(strength), asked, read),
    operators,
    asked,
    unused: [
      ...unused.flatMap(({ by, part }) => (part === null ? [] : [partOf(part, by, read)])),
      ...passedOver(readGuards(lexicon, read), { read, cues, operators, asked, mentions }),
    ],
  }
}

/** Words of the closed class that neither the operator that decides, nor a cue, nor a group has taken in. */
function passedOver(
  guards: readonly FoundGuard[],
  {
    read,
    cues,
    operators,
    asked,
    mentions,
  }: Pick<Evidence, 'read' | 'cues' | 'operators' | 'asked' | 'mentions'>,
): AskedPart[] {
  const spans = read.chosen.filter(
    ({ meaning, from, to }) =>
      meaning.is === 'unit' ||
      meaning.is === 'indicator' ||
      (meaning.is === 'claim' && to - from >= EVERYBODY),
  )
  const named: Run[] = [...spans, ...mentions]
  const used: Run[] = [
    ...cues,
    ...read.chosen.filter(({ meaning }) => meaning.is === 'kind' || meaning.is === 'period'),
    ...operators.filter(({ operator }) => USED_APART.has(operator)),
    ...(asked === null ? [] : [asked.by]),
  ]
  return guards
    .filter(
      ({ guard }) => guard !== asked?.part && !(guard === 'other_measure' && asked?.intent === 'settings'),
    )
    .filter(guard => (OF_OTHERS.has(guard.guard) ? named : used).every(run => overlapOf(run, guard) === 0))
    .map(guard => partOf(guard.guard, guard, read))
}

/** "Người dân và doanh nghiệp" are everybody. */
const EVERYBODY = 4

/** What nobody counts here: only a name, of a unit or an indicator, may hold its words. */
const OF_OTHERS: ReadonlySet<Part> = new Set(['restriction', 'other_measure'])

/** Operators that are taken in wherever they stand. */
export const USED_APART: ReadonlySet<Operator> = new Set([
  'except',
  'over_target',
  'under_target',
  'changed_by',
  'upwards',
  'steady',
  'suppose',
  'rest',
  'next',
  'among',
  'factor',
  'each',
])

/** An operator decides, whatever the other words speak for. */
const DECIDES = 30

function withAsked(scored: ScoredIntent[], asked: Asked | null, read: ReadTokens): ScoredIntent[] {
  if (asked === null) return scored
  const because = [{ evidence: `operator: ${wordsOf(asked.by, read)}`, weight: DECIDES }]
  return [
    { intent: asked.intent, score: DECIDES, because },
    ...scored.filter(one => one.intent !== asked.intent),
  ]
}

/** "Công an huyện Đức Cơ", "bộ y tế": no unit has that name as a whole. */
function officeOfOthers({ vocabulary }: Lexicon, read: ReadTokens): Run | null {
  const { items, chosen } = read
  const found = items.flatMap((_, at) => matchPhrases(vocabulary.otherOffices, items, at))
  const other = found.find(
    ({ cost, from, to }) =>
      cost < AS_WRITTEN &&
      !chosen.some(
        span =>
          covers(span, { from, to }) &&
          (span.meaning.is === 'unit' || span.meaning.is === 'indicator' || span.meaning.is === 'own'),
      ),
  )
  return other ?? otherPlace(read)
}

/** At most diacritics are missing. */
const AS_WRITTEN = 0.3

function outsideSpans(lexicon: Lexicon, read: ReadTokens): Run[] {
  return read.items.flatMap((_, at) =>
    matchPhrases(lexicon.vocabulary.outside, read.items, at).filter(
      found =>
        found.cost <= (found.meaning.exact ? 0 : DOUBTFUL) &&
        !(found.skipped > 0
          ? beginsInName(read.chosen, found)
          : insideName(read.chosen, found) && !(found.meaning.exact && goesBeyond(read.chosen, found))),
    ),
  )
}

/** "Ngũ Hành Sơn" and "Tân An - Hải Phòng" are no insults: words of a name are only the name. */
function insideName(chosen: readonly EntitySpan[], found: Run): boolean {
  return chosen.some(span => {
    const from = span.meaning.is === 'unit' ? span.meaning.span.nameFrom : span.from
    const named = span.meaning.is === 'unit' || span.meaning.is === 'indicator'
    return named && overlapOf({ from, to: span.to }, found) > 0
  })
}

/** "Xã đông dân nhất" is not about Xã Đông: words of another subject that begin in a name and go on. */
function goesBeyond(chosen: readonly EntitySpan[], { to }: Run): boolean {
  return chosen.every(span => span.meaning.is !== 'unit' || !(span.from < to && to <= span.to))
}

/** "Huyện Việt Yên xếp thứ mấy" is no "viết thư". */
function beginsInName(chosen: readonly EntitySpan[], { from }: Run): boolean {
  return chosen.some(span => span.meaning.is === 'unit' && span.from <= from && from < span.to)
}

/** Tokens that are in no stretch with a meaning and are no everyday words. */
function leftovers(lexicon: Lexicon, read: ReadTokens, stretches: readonly Run[]): number[] {
  const explained = new Set<number>()
  for (const { from, to } of [...read.chosen, ...stretches])
    for (let at = from; at < to; at++) explained.add(at)
  return read.tokens.flatMap((token, at) => {
    if (explained.has(at) || token.number !== null || !/\p{L}/u.test(token.typed)) return []
    if (read.marked && !token.capital && EVERYDAY.has(spellingKey(token))) return []
    const { fillers } = lexicon.vocabulary
    return read.items[at]!.words.some(({ word, cost }) => cost <= FILLER_COST && fillers.has(word))
      ? []
      : [at]
  })
}

const EVERYDAY: ReadonlySet<string> = new Set(
  everydayWords.split(' ').map(word => spellingKey(written(word))),
)

/** A word typed with other diacritics is another word. */
const FILLER_COST = 0.55

/** "Đến hết tháng 4 được bao nhiêu" is no forecast when April is over. */
function isOver(cue: Run, periods: readonly FoundPeriod[], world: PeriodWorld): boolean {
  return periods.some(
    found =>
      overlapOf(found, cue) > 0 &&
      found.period !== null &&
      found.period.to < world.today &&
      coming(found, world) === null,
  )
}

/** How much a phrase with one plain slip says. */
const SLIP_STRENGTH = 0.9

function featuresOf(
  m: {
    read: ReadTokens
    cues: readonly FoundCue[]
    periods: readonly FoundPeriod[]
    mentions: readonly UnitMention[]
    outside: readonly unknown[]
  },
  lexicon: Lexicon,
  context: AskContext,
): Map<Feature, number> {
  const strength = new Map<Feature, number>()
  const add = (feature: Feature, sure = 1): void => {
    strength.set(feature, Math.max(strength.get(feature) ?? 0, sure))
  }
  for (const found of m.cues.filter(
    cue => !(cue.cue === 'forecast' && isOver(cue, m.periods, { ...context, ...lexicon })),
  ))
    add(found.cue, isPlainSlip(found, m.read) ? SLIP_STRENGTH : Math.max(0.3, 1 - 0.4 * found.cost))
  for (const { meaning, from, to } of m.read.chosen) {
    if (meaning.is === 'indicator') add('indicator')
    if (meaning.is === 'indicator' && isPaceWord(m.read, from, to)) add('pace_word')
    if (meaning.is === 'own') add('own', 0.9)
    if (meaning.is === 'country' && !meaning.region) add('country')
    if (meaning.is !== 'kind') continue
    if (meaning.kind === null && meaning.use !== 'bare' && to - from === 1) add('pronoun')
    if (isAmongOwnKind({ meaning, from }, m.read, lexicon, context)) {
      add('surroundings')
      continue
    }
    const homeless = meaning.use === 'bare' && ownOfKind(meaning.kind, lexicon, context) === null
    if (homeless && (isSo({ from, to }, m.read) || refersBack({ from, to }, m.read))) continue
    for (const feature of homeless ? KIND_FEATURES.many : KIND_FEATURES[meaning.use]) add(feature)
    if (meaning.use === 'bare' && meaning.kind === null) strength.delete('bare_kind')
  }
  if (isGroupOfPlace(m.read.chosen, m.mentions, lexicon, context)) add('group_of_place')
  for (const { sense, deadline, period } of m.periods) {
    add(deadline ? 'deadline' : 'period')
    if (strength.has('phase_end') && PHASES.has(sense.is) && period && period.to > context.today)
      add('deadline')
    if (PHASES.has(sense.is)) add('named_phase')
  }
  if (m.periods.length > 1) add('periods')
  if (severalIndicators(m.read.chosen)) add('indicators')
  if (m.mentions.length > 0) add('unit')
  if (severalUnits(m.mentions, lexicon)) add('units')
  if (m.outside.length > 0) add('outside')
  return strength
}

/** Two that are not said of one another: each is named by itself. */
function severalIndicators(chosen: readonly EntitySpan[]): boolean {
  const named = chosen.flatMap(({ meaning }) => (meaning.is === 'indicator' ? [meaning.codes.join(' ')] : []))
  return new Set(named).size > 1
}

/** "Đứng thứ mấy trong các phường", asked by who has a ward: among whom, not which. */
function isAmongOwnKind(
  { meaning, from }: Pick<EntitySpan, 'meaning' | 'from'>,
  { tokens }: ReadTokens,
  lexicon: Lexicon,
  { unit }: AskContext,
): boolean {
  if (meaning.is !== 'kind' || meaning.kind === null) return false
  if (meaning.use !== 'many' && meaning.use !== 'count') return false
  const among = AMONG.has(tokens[from]!.fold) || AMONG.has(tokens[from - 1]?.fold ?? '')
  return among && lexicon.units.get(unit)?.kind === meaning.kind
}

const AMONG = foldSet(amongWords)

/** "Các xã của huyện Đức Cơ", "các xã huyện mình": a unit was named that contains units of the kind named. */
function isGroupOfPlace(
  chosen: readonly EntitySpan[],
  mentions: readonly UnitMention[],
  lexicon: Lexicon,
  context: AskContext,
): boolean {
  const own = chosen.flatMap(({ meaning }) =>
    meaning.is === 'kind' && meaning.use === 'own' ? (ownOfKind(meaning.kind, lexicon, context) ?? []) : [],
  )
  const places = [...mentions.flatMap(({ choice }) => choice.units), ...own]
  return chosen.some(
    ({ meaning }) =>
      meaning.is === 'kind' &&
      meaning.use === 'many' &&
      places.every(code => lexicon.units.get(code)?.kind !== meaning.kind) &&
      places.some(
        code => lexicon.units.get(code)?.kind !== meaning.kind && hasKindBelow(code, meaning.kind, lexicon),
      ),
  )
}

/** Two units side by side; a unit and the one that contains it are not. */
function severalUnits(mentions: readonly UnitMention[], { tree }: Lexicon): boolean {
  const named = new Set(mentions.map(({ choice }) => choice.units.join(' ')))
  const codes = [...named].filter(code => tree.byCode.has(code))
  const inner = codes.flatMap(code => tree.ancestors(code).map(unit => unit.code))
  return [...named].filter(code => !inner.includes(code)).length > 1
}

/** Whether the indicator was named by a word that is also said of a campaign. */
export function isPaceWord({ tokens }: ReadTokens, from: number, to: number): boolean {
  const typed = tokens.slice(from, to).map(token => token.fold)
  return PACE.has(typed.join(' '))
}

const PACE = new Set(paceWords.map(foldWords))

const PHASES: ReadonlySet<string> = new Set(['phase', 'near_phase', 'named_phase', 'last_phase'])

const KIND_FEATURES: Record<KindUse, Feature[]> = {
  which: ['group', 'which_group'],
  many: ['group'],
  count: ['group'],
  own: ['own'],
  whole: ['surroundings'],
  inside: ['surroundings'],
  bare: ['bare_kind'],
}

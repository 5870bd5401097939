import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import { hourWords } from '../../../locales/vi/ask/operators.ts'
import { questionNames } from '../../../locales/vi/ask/fillers.ts'
import {
  beforeShareWords,
  countedWords,
  alreadyWord,
  dayWord,
  endingWords,
  fromWords,
  insideWord,
  numberedPeriods,
} from '../../../locales/vi/ask/periods.ts'
import {
  elderWords,
  personWords,
  pluralWords,
  titleWords,
  wordsBeforeOffice,
  youngerWord,
} from '../../../locales/vi/ask/units.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { EntityMeaning, EntitySpan } from '../phrases/entities.ts'
import { foldWord, foldWords, isBare, foldSet } from '../words/fold.ts'
import type { Item, PhraseMatch } from '../phrases/phrase-match.ts'
import type { Run } from '../words/run.ts'
import { endsSentence } from '../words/tokens.ts'
import type { Token } from '../words/tokens.ts'
import type { TypedKind } from '../names/unit-match.ts'

/** Phrases and names that fit the words of a message and yet are not what was said. */

/** A message as it was typed. */
export interface TypedMessage {
  tokens: readonly Token[]
  items: readonly Item[]
  kinds: readonly TypedKind[]
  /** The message was typed with diacritics. */
  marked: boolean
}

/** Whether the words of a phrase mean something else where they stand. */
export function isMisread(phrase: PhraseMatch<EntityMeaning>, message: TypedMessage): boolean {
  const { meaning, cost, from, to } = phrase
  const { tokens } = message
  if (endsSentence(phrase, tokens)) return true
  switch (meaning.is) {
    case 'indicator':
      // "Sở TT và TT" is an office.
      if (meaning.codes.length > 1 && !meaning.named && isOfOffice(phrase, message)) return true
      return meaning.late && cost >= ANOTHER_WORD
    case 'own':
      return isPersonalName(phrase, tokens)
    case 'period':
      // "Đợt 120 ngày" is no phase; "trong tháng" before a number or a day is not this month.
      if (meaning.sense.is === 'relative' && tokens[from]!.fold === INSIDE && to - from === 2)
        return isBeforeDay(tokens.slice(to, to + 2))
      if (meaning.sense.is === 'date' && isShareOf(phrase, tokens)) return true
      if (meaning.sense.is === 'near_phase' && ENDING.has(tokens[from - 1]?.fold ?? ''))
        return tokens[to - 1]!.fold === ALREADY
      if (meaning.sense.is === 'first_months' && meaning.sense.bare)
        return cost > AS_WRITTEN || isSpan(phrase, tokens)
      return meaning.sense.is === 'phase' && tokens[to]?.fold === DAYS
    case 'claim':
      // "… rồi em, thấy anh chủ tịch …": the comma ends what is said to "em".
      if (to - from === 2 && tokens[to - 1]!.gap.startsWith(',')) return true
      // "Thua mình" is no "thưa mình": a word without diacritics that is one as it stands.
      if (meaning.how === 'polite' && message.marked && cost > UNMARKED && isPlainWord(from, message))
        return true
      if (tokens[from]!.fold === SOME && PLACING.has(tokens[from - 1]?.fold ?? '')) return true
      return (tokens[to]?.number ?? null) !== null && isBeforeNumber(tokens[to - 1])
    case 'kind':
      if (meaning.use !== 'bare' && isParted(phrase, message)) return true
      if (tokens[from]!.fold === OFFICE && BEFORE_NUMBER_WORD.has(tokens[from - 1]?.fold ?? '')) return true
      if (meaning.use === 'count' && isBeforeNumber(tokens[from - 1])) return true
      if (isHour(phrase, tokens)) return true
      return isGroupUse(meaning.use) && isNoGroup(phrase, message)
    case 'country':
      return false
  }
}

/** "Gửi lúc mấy h", "mấy h rồi": which hour, and no districts of which nothing is said. */
function isHour({ from, to }: Run, tokens: readonly Token[]): boolean {
  if (to - from !== 2 || tokens[from]!.fold !== SOME || tokens[from + 1]!.fold !== HOUR) return false
  const next = tokens[to]
  return next === undefined || !/^\s*$/.test(next.gap) || !OF_UNITS.has(next.fold)
}

const HOUR = hourWords.behind[1]
/** What is said of units right behind them. */
const OF_UNITS = foldSet(ruleWords.ofUnits)

function isOfOffice({ from }: Run, { kinds }: TypedMessage): boolean {
  return kinds.some(({ kind, to }) => kind === 'department' && to <= from && from - to <= 2)
}

/** "Trong 3 tháng", "3 tháng liền", "mùng 3 tháng 4": a length of time, or a day, and not the first months of the year. */
function isSpan({ from, to }: Run, tokens: readonly Token[]): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]]
  if (before !== undefined && BEFORE_SPAN.has(before.fold)) return true
  if (tokens.slice(0, from).some(({ fold }) => PAUSING.has(fold))) return true
  return next !== undefined && (next.number !== null || BEHIND_SPAN.has(next.fold))
}

const PAUSING = foldSet(ruleWords.pausing)
const BEFORE_SPAN = foldSet(ruleWords.beforeSpan)
const BEHIND_SPAN = foldSet(ruleWords.behindSpan)

/** "Sắp hết giai đoạn rồi": it ends, and is not the one before. */
const ENDING = foldSet(endingWords)
const ALREADY = foldWord(alreadyWord)

/** "Đạt 3/6 chỉ tiêu" is no 3 June. */
function isShareOf({ from, to }: Run, tokens: readonly Token[]): boolean {
  return (
    tokens[from]!.number !== null &&
    BEFORE_SHARE.has(tokens[from - 1]?.fold ?? '') &&
    COUNTED.has(tokens[to]?.fold ?? '')
  )
}

const BEFORE_SHARE = foldSet(beforeShareWords)
const COUNTED = foldSet(countedWords)

/** A number, or "từ ngày" and a number, follows. */
function isBeforeDay(next: readonly Token[]): boolean {
  return next[0]?.number !== null && next[0] !== undefined ? true : FROM_WORDS.has(next[0]?.fold ?? '')
}

/** "Hồ sơ nào", "ra số khác" is no "sở nào". */
const OFFICE = 'so'
const BEFORE_NUMBER_WORD = foldSet(ruleWords.beforeNumber)

/** Less than a word without diacritics costs in a message that has them. */
const UNMARKED = 0.1

function isPlainWord(at: number, { tokens, items }: TypedMessage): boolean {
  return isBare(tokens[at]!) && items[at]!.words.some(({ cost }) => cost === 0)
}

/** "Hạng mấy tuần này": which place this week, and not these few weeks. */
const SOME = foldWord(ruleWords.some[0])
const PLACING = foldSet(ruleWords.placing)

const INSIDE = foldWord(insideWord)
const FROM_WORDS = foldSet(fromWords)

/** "Sở" of a message with diacritics is typed so; and short phrases with a slip are others. */
function isNoGroup(
  { from, to, cost }: PhraseMatch<EntityMeaning>,
  { tokens, marked }: TypedMessage,
): boolean {
  if (tokens[to - 1]!.fold === FOR && WHOM.has(tokens[to]?.fold ?? '')) return true
  return (marked && tokens[from]!.typed.toLowerCase() === 'so') || (to - from < 3 && cost > ANOTHER_WORD)
}

/** "Bao nhiêu cho anh" is for somebody, and asks for no places ("chỗ"). */
const FOR = 'cho'
const WHOM = foldSet([...personWords, ...elderWords])

/** A comma may only part kinds ("xã, phường nào"), and none of them from who is spoken to: "họp với các huyện, em cho …". */
function isParted({ from, to }: Run, { tokens, kinds }: TypedMessage): boolean {
  const comma = (at: number): boolean => /[^\s]/.test(tokens[at]?.gap ?? '')
  return (
    (comma(from + 1) && kinds.every(kind => kind.from !== from)) ||
    (to - from > 2 && comma(from + 2) && HOW_MANY.has(tokens[from]!.fold)) ||
    (to - from > 1 && comma(to - 1) && PERSONS.has(tokens[to - 1]!.fold))
  )
}

const PERSONS = foldSet(personWords)
/** "Cả nước bao nhiêu, bộ mình bao nhiêu". */
const HOW_MANY = foldSet(ruleWords.howMany)

/** The spans without those whose words belong to another, or that are no units but questions and persons. */
export function withoutMisread(all: readonly EntitySpan[], { tokens, items }: TypedMessage): EntitySpan[] {
  const found = all.filter(span => !beginsWithOffice(span, all, tokens))
  return found.filter(
    span =>
      !takesFromIndicator(span, found) &&
      !takesFromOwn(span, tokens) &&
      !takesFromPeriod(span, found, tokens) &&
      !isSlippedAround(span, found, items) &&
      !isQuestion(span, tokens) &&
      !isPerson(span, tokens),
  )
}

/** "Em xem giúp anh": who asks is "anh", and "em", the assistant, is not the asker. */
export function withoutAssistant(chosen: EntitySpan[], tokens: readonly Token[]): EntitySpan[] {
  return isElder(chosen, tokens) ? chosen.filter(span => !isYounger(span, tokens)) : chosen
}

function isElder(chosen: readonly EntitySpan[], tokens: readonly Token[]): boolean {
  return chosen.some(
    ({ meaning, from, to }) =>
      meaning.is === 'claim' &&
      meaning.how === 'polite' &&
      tokens.slice(from, to).some(token => ELDERS.has(token.fold)),
  )
}

function isYounger({ meaning, from, to }: EntitySpan, tokens: readonly Token[]): boolean {
  return meaning.is === 'own' && to - from === 1 && tokens[from]!.fold === YOUNGER
}

const ELDERS = foldSet(elderWords)
const YOUNGER = foldWord(youngerWord)

/** "Bao nhieu so" of "bao nhieu so hoa", "cho hoi minh" of "minh bach": the last word begins an indicator. */
function takesFromIndicator({ meaning, from, to }: EntitySpan, found: readonly EntitySpan[]): boolean {
  if ((meaning.is !== 'claim' && meaning.is !== 'kind') || to - from < 2) return false
  return found.some(
    other => other.meaning.is === 'indicator' && other.from === to - 1 && other.to > to && other.cost < 0.5,
  )
}

/** "So tu t1 den gio" is since January: a name that is only the word for "from", with days behind it. */
function takesFromPeriod(
  { meaning, from, to }: EntitySpan,
  found: readonly EntitySpan[],
  tokens: readonly Token[],
): boolean {
  const last = tokens[to - 1]!
  if (meaning.is === 'period') return isFrom({ meaning, from, to }, found, tokens)
  if (meaning.is !== 'unit' || to - from !== 2) return false
  if (!found.some(other => other.meaning.is === 'kind' && other.to === to - 1)) return false
  if (!FROM_WORDS.has(last.fold) || !isBare(last)) return false
  return found.some(other => other.meaning.is === 'period' && other.from === to)
}

/** "Tuan tu xa Ia Chia", "tuan tu dau thang 5": from there, and not the fourth week. */
function isFrom(
  { meaning, from, to }: Pick<EntitySpan, 'meaning' | 'from' | 'to'>,
  found: readonly EntitySpan[],
  tokens: readonly Token[],
): boolean {
  if (meaning.is !== 'period' || meaning.sense.is !== 'numbered' || to - from !== 2) return false
  const last = tokens[to - 1]!
  if (meaning.sense.unit !== 'week' || !FROM_WORDS.has(last.fold) || !isBare(last)) return false
  return found.some(
    other =>
      (other.meaning.is === 'unit' && other.from === to) ||
      (other.meaning.is === 'period' && other.to > to && (other.from === to || other.from === to - 1)),
  )
}

/** "Chúng tôi cần …" is no "tôi cần …". */
function takesFromOwn({ meaning, from }: EntitySpan, tokens: readonly Token[]): boolean {
  if (meaning.is !== 'claim' || meaning.how !== 'polite') return false
  return PLURAL.has(tokens[from - 1]?.fold ?? '')
}

const PLURAL = foldSet(pluralWords)

/** "Số hóa la gi" does not ask about La Gi: a name in small letters, without its kind, that is also a question. */
function isQuestion({ meaning, from, to }: EntitySpan, tokens: readonly Token[]): boolean {
  if (meaning.is !== 'unit' || meaning.span.kind !== null || from === 0) return false
  const words = tokens.slice(from, to)
  return !words.some(token => token.capital) && QUESTIONS.has(words.map(token => token.fold).join(' '))
}

const QUESTIONS = new Set(questionNames.map(foldWords))

/** "Chị Trang hỏi": a name behind a title is a person's. */
function isPerson({ meaning, from, to }: EntitySpan, tokens: readonly Token[]): boolean {
  if (meaning.is !== 'unit' || meaning.span.kind !== null || to - from > 1) return false
  return isNameOfPerson(from, tokens)
}

/** A capital behind a title: "chị Trang". */
export function isNameOfPerson(at: number, tokens: readonly Token[]): boolean {
  return tokens[at]!.capital && TITLES.has(tokens[at - 1]?.fold ?? '')
}

const TITLES = foldSet(titleWords)

/** "Đức về trực tuyến" is no "mức về trực tuyến": a slip in a word that an indicator does not need. */
function isSlippedAround(
  { meaning, from, to, cost }: EntitySpan,
  found: readonly EntitySpan[],
  items: readonly Item[],
): boolean {
  if (meaning.is !== 'indicator' || cost < 0.9 || items[from]!.words.some(word => word.cost < 0.9))
    return false
  return found.some(
    other =>
      other.meaning.is === 'indicator' &&
      other.to === to &&
      other.from > from &&
      other.cost + 0.9 <= cost &&
      other.meaning.codes.join() === meaning.codes.join(),
  )
}

/** "Cac so thanh toan", "doi so so hoa": an "so" that the indicator does not need is the end of something else. */
function beginsWithOffice(
  { meaning, from, to }: EntitySpan,
  found: readonly EntitySpan[],
  tokens: readonly Token[],
): boolean {
  if (meaning.is !== 'indicator' || tokens[from]!.typed.toLowerCase() !== 'so') return false
  const before = tokens[from - 1]
  if (!before || (before.number === null && !BEFORE_OFFICE.has(before.fold))) return false
  return found.some(
    other =>
      other.meaning.is === 'indicator' &&
      other.from === from + 1 &&
      other.to === to &&
      other.meaning.codes.join() === meaning.codes.join(),
  )
}

const BEFORE_OFFICE = foldSet(wordsBeforeOffice)

/** "Tháng 4 xã Ia Pnôn" is not about four communes, "hạng 5 vùng" not about five regions. */
function isBeforeNumber(before: Token | undefined): boolean {
  return before !== undefined && BEFORE_NUMBER.has(before.fold)
}

const BEFORE_NUMBER = foldSet([...numberedPeriods, ...ruleWords.placed])

/** "Anh Minh" is a name, not "mình". */
function isPersonalName({ from, to }: Run, tokens: readonly Token[]): boolean {
  return (
    from > 0 &&
    to - from === 1 &&
    tokens[from]!.capital &&
    isBare(tokens[from]!) &&
    tokens.some(token => !token.capital)
  )
}

const DAYS = foldWord(dayWord)

/** "Quán nào" is no "quận nào", "tỷ lệ trẻ" no "tỷ lệ trễ". */
const ANOTHER_WORD = 1
/** At most diacritics are missing. */
const AS_WRITTEN = 0.35

import {
  actForms,
  askForm,
  beforeAcknowledgeWords,
  beforeExplainWords,
  explainedStates,
  explainForm,
  explainReason,
  frequencyForm,
  handForms,
  notYetWord,
  snoozeForm,
  softWords,
} from '../../locales/vi/ask/acts.ts'
import { foldSet, foldWord, foldWords } from '../ask/words/fold.ts'

/** What a whole message does by its exact form. */
export type ActForm =
  | { do: 'yes' }
  /** `denies`: said of an answer, that it was not what was meant. */
  | { do: 'no'; denies?: true }
  | { do: 'undo' }
  | { do: 'acknowledge' }
  | { do: 'how_to_explain' }
  | { do: 'wrong' }
  /** What could not be sent is shown; it is to be sent again. */
  | { do: 'dead_letters' }
  | { do: 'redrive' }
  | { do: 'snooze'; days: number }
  | { do: 'snooze_period' }
  | { do: 'explain'; text: string }
  /** Reports are to come so often, as it was said. */
  | { do: 'frequency'; said: string }
  /** What an officer drafted is to be sent as the explanation. */
  | { do: 'send_draft' }
  /** The alerts are to go to an officer, as it was said. */
  | { do: 'hand_on'; who: string }
  /** A unit, as it was named, is to explain itself until a day, as it was said. */
  | { do: 'ask_explanation'; who: string; until: string }

const LONGEST_SNOOZE_DAYS = 30
const LONGEST_EXPLANATION = 1_000

const WHOLE: readonly (readonly [readonly string[], ActForm])[] = [
  [actForms.yes, { do: 'yes' }],
  [actForms.no, { do: 'no' }],
  [actForms.denies, { do: 'no', denies: true }],
  [actForms.undo, { do: 'undo' }],
  [actForms.acknowledge, { do: 'acknowledge' }],
  [actForms.snoozePeriod, { do: 'snooze_period' }],
  [actForms.explainHow, { do: 'how_to_explain' }],
  [actForms.sendDraft, { do: 'send_draft' }],
  [actForms.wrong, { do: 'wrong' }],
  [actForms.deadLetters, { do: 'dead_letters' }],
  [actForms.redrive, { do: 'redrive' }],
]
const FORMS: ReadonlyMap<string, ActForm> = new Map(
  WHOLE.flatMap(([texts, form]) => texts.map(text => [foldWords(text), form] as const)),
)
const SOFT = foldSet(softWords)
const SNOOZE = new RegExp(`^${foldWords(snoozeForm.before)} (\\d{1,2}) ${foldWords(snoozeForm.behind)}$`)
const EXPLAIN = foldWords(explainForm)

/** The act of a text that is nothing else, or null. */
export function actFormIn(text: string): ActForm | null {
  const words = text
    .normalize('NFKC')
    .split(/[\s.!,]+/)
    .map(foldWord)
    .filter(word => word !== '')
  const asked = requestIn(text)
  if (asked !== null) return asked
  const to = handedTo(words)
  if (to !== null) return { do: 'hand_on', who: to }
  const explained = explanationIn(text)
  if (explained !== null) return { do: 'explain', text: explained }
  const said = withoutSoft(words)
  const whole = FORMS.get(words.join(' ')) ?? FORMS.get(said.join(' ')) ?? acknowledgedIn(said)
  if (whole !== undefined) return whole
  const often = frequencyIn(text, words)
  if (often !== null) return { do: 'frequency', said: often }
  const snooze = SNOOZE.exec(words.join(' '))
  return snooze ? { do: 'snooze', days: clampDays(Number(snooze[1])) } : null
}

const SENDS = foldSet(frequencyForm.sends)
const UNITS = foldSet(frequencyForm.units)
const ONE = foldSet(frequencyForm.one)
const TIMES = foldWord(frequencyForm.times)

/** "Gửi 2 tuần một lần": how often reports are to come, where that is not once in one day, week or month; null for all else. */
function frequencyIn(text: string, words: readonly string[]): string | null {
  const at = words.findIndex(
    (word, place) => UNITS.has(word) && ONE.has(words[place + 1] ?? '') && words[place + 2] === TIMES,
  )
  const number = words[at - 1] ?? ''
  if (at < 1 || ONE.has(number) || text.includes('?') || !words.slice(0, at).some(word => SENDS.has(word)))
    return null
  return NUMBERS.has(number) || /^\d{1,2}$/.test(number)
    ? text
        .trim()
        .split(/\s+/)
        .slice(at - 1, at + 3)
        .join(' ')
    : null
}

const NUMBERS = foldSet(frequencyForm.numbers)
const LEADS = foldSet(beforeAcknowledgeWords)

/** "Rõ, đã nhận", "vâng em đã nhận": with words before it that only acknowledge as well. */
function acknowledgedIn(words: readonly string[]): ActForm | undefined {
  const led = words.findIndex(word => !LEADS.has(word))
  // "Dạ" reads as "đã": how many of them lead is seen by what is left.
  const forms = words.slice(0, Math.max(0, led)).map((_, at) => FORMS.get(words.slice(at + 1).join(' ')))
  return forms.find(form => form?.do === 'acknowledge')
}

/** More words are no name. */
const LONGEST_NAME = 8
const HAND = handForms.map(form => `${foldWords(form)} `)

/** "Chuyển cho anh Bình": what follows. */
function handedTo(words: readonly string[]): string | null {
  const said = withoutSoft(words).join(' ')
  const form = HAND.find(one => said.startsWith(one))
  const who = form === undefined ? '' : said.slice(form.length)
  return who === '' || who.split(' ').length > LONGEST_NAME ? null : who
}

/** Days of a snooze: at least one, at most thirty. */
export function clampDays(days: number): number {
  return Math.min(LONGEST_SNOOZE_DAYS, Math.max(1, days))
}

/** The text of an explanation, cut to a bearable length. */
function clipExplanation(text: string): string {
  return text.trim().slice(0, LONGEST_EXPLANATION)
}

/** More words before the colon say something else. */
const MOST_WORDS_BEFORE = 8

/** "Giải trình: …", "em xin giải trình như sau: …": what follows the colon; "giải trình do …": the reason. */
function explanationIn(text: string): string | null {
  const colon = text.indexOf(':')
  if (colon < 0) return reasonIn(text)
  const before = withoutSelf(text.slice(0, colon)).join(' ')
  if (before !== EXPLAIN && !before.startsWith(`${EXPLAIN} `)) return null
  if (before.split(' ').length > MOST_WORDS_BEFORE || text.includes('?')) return null
  const said = clipExplanation(text.slice(colon + 1))
  return said === '' ? null : said
}

/** A day or a time may have a colon of its own: fewer words are no reason. */
const SHORTEST_REASON = 3

function reasonIn(text: string): string | null {
  const [first, second, because, ...reason] = withoutSelf(text)
  if (`${first} ${second}` !== EXPLAIN || !BECAUSE.has(because ?? '') || text.includes('?')) return null
  if (reason.length < SHORTEST_REASON || ASKS.has(reason[0]!) || ASKS.has(reason.at(-1)!)) return null
  return clipExplanation(
    text
      .trim()
      .split(/\s+/)
      .slice(-reason.length - 1)
      .join(' '),
  )
}

/** The folded words without those by which who explains begins. */
function withoutSelf(text: string): string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .map(word => foldWord(word.replace(/[,.]+$/, '')))
  const from = words.findIndex(word => !SELF.has(word))
  return from < 0 ? words : words.slice(from)
}

const SELF = foldSet(beforeExplainWords)
const BECAUSE = foldSet(explainReason.because)
const ASKS = foldSet(explainReason.asks)

const ASK = new Set(askForm.before.map(foldWords))
/** "Yêu cầu … giải trình, họ nộp chưa" asks what came of it. */
const NOT_YET = foldWord(notYetWord)
const WHO = foldSet(explainedStates.who)
const [EXPLAIN_1 = '', EXPLAIN_2 = ''] = EXPLAIN.split(' ')

/** "Đề nghị cho xem nội dung giải trình" asks for what was written. */
const GIVE: ReadonlySet<string> = new Set(['cho', 'xem', 'gui', 'cung', 'liet'])

/** "Yêu cầu xã Hai giải trình trước thứ sáu": whom, and until when; null for what does not begin so. */
function requestIn(text: string): ActForm | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[.!]+$/, '')
    .split(/\s+/)
  const folded = said.map(foldWord)
  const begins = [2, 1].find(words => ASK.has(folded.slice(0, words).join(' ')))
  const at = folded.findIndex((word, place) => word === EXPLAIN_1 && folded[place + 1] === EXPLAIN_2)
  if (begins === undefined || at <= begins || GIVE.has(folded[begins]!)) return null
  // "Nhắc ai chưa giải trình", "nhắc tôi giải trình" name no unit.
  if (SELF.has(folded[begins]!) || folded.slice(begins, at).some(word => WHO.has(word))) return null
  const who = said.slice(begins, at).join(' ')
  const until = withoutSoft(folded.slice(at + 2))
  if (until.at(-1) === NOT_YET) return null
  return { do: 'ask_explanation', who, until: until.join(' ') }
}

function withoutSoft(words: readonly string[]): string[] {
  let to = words.length
  while (to > 1 && SOFT.has(words[to - 1]!)) to--
  return words.slice(0, to)
}

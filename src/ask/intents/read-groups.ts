import {
  kindWords,
  listingWords,
  narrowKindWords,
  onlyWords,
  severalWords,
} from '../../../locales/vi/ask/units.ts'
import { ruleWords } from '../../../locales/vi/ask/rule-words.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import { countBelow, hasKindBelow, isForProvince, isWiderKind, ownOfKind, withinOf } from '../names/asker.ts'
import { isGroupUse } from '../phrases/entities.ts'
import type { KindUse } from '../phrases/entities.ts'
import type { Evidence } from './evidence.ts'
import type { Lexicon } from '../lexicon.ts'
import { foldWord, foldSet } from '../words/fold.ts'
import type { Question, UnitGroup } from '../question.ts'
import type { AskContext } from '../reading.ts'
import type { FoundCue } from '../lattice/read-cues.ts'
import { covers } from '../words/run.ts'
import type { Run } from '../words/run.ts'

/** A noun for a kind of units, as used in the message. */
export interface KindMention extends Run {
  kind: UnitKind | null
  use: KindUse
  count: number | null
  /** "Địa phương": no word of their names. */
  local: boolean
}

/** The nouns for kinds of units in the message, in order. */
export function kindMentions({ read }: Pick<Evidence, 'read'>): KindMention[] {
  return read.chosen.flatMap(({ from, to, meaning, values }) =>
    meaning.is === 'kind'
      ? [
          {
            from,
            to,
            kind: meaning.kind,
            use: meaning.use,
            count: meaning.use === 'count' ? Number(values[0]) : null,
            local: meaning.local === true,
          },
        ]
      : [],
  )
}

/** The group that is meant: the kind named first, within the unit named, else within what the asker answers for. */
export function readGroup(
  evidence: Evidence,
  units: readonly string[],
  lexicon: Lexicon,
  context: AskContext,
): NonNullable<Question['group']> {
  const mentions = kindMentions(evidence)
  const several = mentions.filter(mention => isGroupUse(mention.use))
  const groups = several.filter(
    one => !isApart(one, evidence) || several.every(other => other.kind === one.kind),
  )
  const only = mentions.find(mention => mention.kind !== null && isOnly(mention, evidence))
  const named =
    only ?? countedWithin(mentions, evidence) ?? groups.find(mention => mention.kind !== null) ?? groups[0]
  const loose = mentions.find(
    ({ use, kind }) => (use === 'bare' || use === 'own') && ownOfKind(kind, lexicon, context) === null,
  )
  const table =
    evidence.strength.has('ranking_table') || evidence.asked?.part === 'spread'
      ? mentions.find(({ use }) => use === 'bare')
      : undefined
  const kind = named?.kind ?? loose?.kind ?? table?.kind ?? null
  const word = wordOf(named ?? loose ?? table, evidence)
  const kinds =
    joinedKinds(mentions, evidence, { lexicon, context }) ??
    (kind === null ? kindsOfCountry(lexicon, context) : null)
  const group = (within: string | null): UnitGroup => ({
    kind,
    within,
    ...(word === null || kinds ? {} : { word }),
    ...(kinds && { kinds }),
  })
  const place = units.find(code => hasKindBelow(code, kind, lexicon))
  if (place !== undefined) return group(withinOf(place, lexicon))
  const around = mentions.find(
    mention =>
      mention !== named &&
      (mention.use === 'inside' ||
        mention.use === 'whole' ||
        mention.use === 'own' ||
        mention.use === 'bare'),
  )
  const top = around ? ownOfKind(around.kind, lexicon, context) : null
  if (top !== null && hasKindBelow(top, kind, lexicon)) return group(withinOf(top, lexicon))
  if (isForProvince(lexicon, context) || !hasKindBelow(context.scope, kind, lexicon)) return group(null)
  return group(context.scope)
}

/** "Trong tỉnh", "cả nước": among all there are. */
export function namesAll(evidence: Evidence, { tree }: Lexicon): boolean {
  const { mentions, strength } = evidence
  const named = mentions.flatMap(({ choice }) => choice.units.map(code => tree.byCode.get(code)?.kind))
  if (strength.has('country') || named.includes('country')) return true
  const places = kindMentions(evidence).filter(({ use, kind }) => !isGroupUse(use) && use !== 'own' && kind)
  return places.length > 1 && places.at(-1)?.kind === 'province'
}

/** "Đơn vị nào", asked for the whole country: its ministries and provinces, and nobody's offices or communes. */
function kindsOfCountry(lexicon: Lexicon, { scope }: AskContext): string[] | null {
  if (lexicon.units.get(scope)?.kind !== 'country') return null
  const kinds = (['ministry', 'province'] as const).filter(kind => hasKindBelow(scope, kind, lexicon))
  return kinds.length > 0 ? [...kinds] : null
}

/** "Huyện nào có nhiều xã chưa đạt nhất": asked about are the communes, each in its district. */
export function countedWithin(
  mentions: readonly KindMention[],
  { read: { tokens } }: Pick<Evidence, 'read'>,
): KindMention | null {
  const which = mentions.find(({ use }) => use === 'which')
  if (!which) return null
  const inside = mentions.find(
    one =>
      one.from >= which.to &&
      isWiderKind(which.kind, one.kind) &&
      [tokens[one.from - 1], tokens[one.from]].some(token => COUNTING.has(token?.fold ?? '')),
  )
  return inside ?? null
}

const COUNTING = foldSet(ruleWords.counting)

/** "Mỗi huyện có bao nhiêu xã chưa đạt": by what the group asked about is parted. */
export function isApart({ from }: Run, { read: { tokens } }: Evidence): boolean {
  return APART.has(tokens[from]!.fold)
}

const APART = foldSet(ruleWords.apart)

/** "Cả sở và huyện", "các sở, các huyện": kinds that are listed are asked about together; null where there is one. */
function joinedKinds(
  mentions: readonly KindMention[],
  { read: { tokens } }: Evidence,
  asker: { lexicon: Lexicon; context: AskContext },
): string[] | null {
  const isTop = ({ kind }: KindMention): boolean =>
    kind === 'province' && ownOfKind(kind, asker.lexicon, asker.context) !== null
  const joined = mentions.flatMap((one, at) => {
    const next = mentions[at + 1]
    if (!next || one.kind === null || next.kind === null || one.kind === next.kind) return []
    if (isTop(one) || isTop(next)) return []
    if (!LISTED.has(one.use) || !LISTED.has(next.use)) return []
    const word = tokens[one.to]
    const isJoined =
      next.from === one.to + 1 ? JOINING.has(word?.fold ?? '') : word?.gap.startsWith(',') === true
    return isJoined && next.from - one.to <= 1 ? [one.kind, next.kind] : []
  })
  return joined.length > 0 ? [...new Set(joined)] : null
}

const LISTED: ReadonlySet<KindUse> = new Set(['many', 'bare', 'which', 'whole'])
const JOINING = foldSet(listingWords)

/** "Chỉ huyện thôi, đơn vị nào thấp nhất": the kind that is left. */
function isOnly({ from }: Run, { read: { tokens } }: Evidence): boolean {
  return ONLY.has(tokens[from - 1]?.fold ?? '')
}

const ONLY = foldSet(onlyWords)

/** Words for a kind that mean only a part of it, where no other stands with them. */
const NARROW = new Map(
  kindWords
    .filter(({ word }) => narrowKindWords.some(one => one === word))
    .map(({ word }) => [foldWord(word.replace(' ', '')), word]),
)

/** "Phường nào", "các thị trấn": the word that the names begin with; null for "xã", "huyện" and "xã, phường". */
export function wordOf(mention: KindMention | undefined, { read }: Evidence): string | null {
  if (!mention || mention.local) return null
  const inside = read.kinds.filter(kind => covers(mention, kind))
  const whole = inside.filter(one => !inside.some(other => other !== one && covers(other, one)))
  const words = new Set(whole.map(({ word }) => word))
  const [only] = words
  return words.size === 1 && only !== undefined ? (NARROW.get(only) ?? null) : null
}

/** How many are asked for; null where the number is that of the whole group ("17 huyện thị"). */
export function readLimit(
  evidence: Evidence,
  group: NonNullable<Question['group']>,
  lexicon: Lexicon,
  context: AskContext,
): number | null {
  const counted = kindMentions(evidence).find(mention => mention.count !== null)?.count
  const limit = counted ?? limitCue(evidence.cues)
  if (limit === null || limit === undefined || limit < 1) return null
  if (counted === undefined || group.kind === null) return limit
  return limit < countBelow(group.within, group.kind, lexicon, context.today) ? limit : null
}

/** "Huyện nào thấp nhất" asks for one; "những huyện nào", "mấy huyện" for several. */
export function asksForOne(evidence: Evidence): boolean {
  const which = kindMentions(evidence).filter(({ use }) => use === 'which')
  const [only, ...others] = which
  return only !== undefined && others.length === 0 && !SEVERAL.has(evidence.read.tokens[only.from]!.fold)
}

const SEVERAL = foldSet(severalWords)

function limitCue(cues: readonly FoundCue[]): number | null {
  const found = cues.find(cue => cue.cue === 'limit')
  return found ? Number(found.values[0]) : null
}

/** The number that is to be reached: "để đạt 80%", "trên 50% chưa"; null where none is named with such words. */
export function readGoal(evidence: Evidence): number | null {
  return numberBehind(evidence, ['over', 'aimed_at'])
}

/** The number that is passed or not: "từ khi nào vượt 50%", "mấy tuần dưới 60%". */
export function readBound(evidence: Evidence): number | null {
  return numberBehind(evidence, ['over', 'under'])
}

function numberBehind({ cues, read }: Evidence, named: readonly FoundCue['cue'][]): number | null {
  const found = cues.find(
    ({ cue, from }) => named.includes(cue) && (cue === 'aimed_at' || read.tokens[from]!.number === null),
  )
  const value = Number(found?.values.at(-1))
  return Number.isFinite(value) ? value : null
}

/** The number that parts the group: "dưới 50 %", "từ 30 đến 50 %", none at all. */
export function readThreshold(
  evidence: Evidence,
  intent: Question['intent'],
): Pick<Question, 'threshold' | 'thresholdTo'> {
  const cue = (name: FoundCue['cue']): FoundCue | undefined => evidence.cues.find(one => one.cue === name)
  const between = cue('between')
  if (between) return { threshold: Number(between.values[0]), thresholdTo: Number(between.values[1]) }
  const named = intent === 'below' ? cue('under') : cue('over')
  if (named) return { threshold: Number(named.values.at(-1)), thresholdTo: null }
  if (intent === 'below' && cue('zero')) return { threshold: 0, thresholdTo: null }
  return { threshold: null, thresholdTo: null }
}

import type { Phase } from '../../core/campaign.ts'
import { UNIT_KINDS } from '../../core/unit-tree.ts'
import type { UnitKind } from '../../core/unit-tree.ts'
import * as en from '../../../locales/en/ask/entities.ts'
import { asidePhrases, claimPhrases, politePhrases } from '../../../locales/vi/ask/fillers.ts'
import { periodLists, periodPhrases } from '../../../locales/vi/ask/periods.ts'
import * as vi from '../../../locales/vi/ask/units.ts'
import type { EntityMeaning, KindUse } from './entities.ts'
import type { PeriodSense } from '../periods/period-sense.ts'
import { addPhrase } from './phrase-graph.ts'
import type { PhraseBook } from './phrase-graph.ts'
import type { PhraseLists } from './phrase-syntax.ts'
import { plainWords } from './plain-words.ts'
import { typedEntries } from '../words/typed-entries.ts'
import type { WordList } from '../words/word-list.ts'

const CLAIM: EntityMeaning = { is: 'claim', how: 'plain' }
const POLITE: EntityMeaning = { is: 'claim', how: 'polite' }
const ASIDE: EntityMeaning = { is: 'claim', how: 'aside' }
const LISTS: PhraseLists = { ...periodLists, ...vi.unitLists }

/** Adds how stretches of time are said, and the phases of campaigns that have names of their own. */
export function addPeriods(book: PhraseBook<EntityMeaning>, words: WordList, phases: readonly Phase[]): void {
  const m = { words, lists: LISTS }
  const phrases: readonly { say: string; means: PeriodSense }[] = [...periodPhrases, ...en.periodPhrases]
  for (const { say, means } of phrases) addPhrase(book, say, { is: 'period', sense: means }, m)
  for (const { campaign, phase, phaseName, campaignName } of phases) {
    const name = plainWords(phaseName)
    const sense: PeriodSense = { is: 'named_phase', campaign, phase }
    if (name !== '' && !/\d$/.test(name)) addPhrase(book, name, { is: 'period', sense }, m)
    for (const part of partsOf(phaseName)) addPhrase(book, `[phase]? ${part}`, { is: 'period', sense }, m)
    const whole = plainWords(campaignName)
    if (whole.includes(' ')) addPhrase(book, whole, CLAIM, m)
  }
}

/** "Tăng tốc" of "Đợt 2 - Tăng tốc": the parts of a name that say more than a number. */
function partsOf(phaseName: string): string[] {
  const parts = phaseName.split(/\s+[-–—]\s+|[:(),]/).map(plainWords)
  return parts.length < 2 ? [] : parts.filter(part => part.includes(' ') && !/\d/.test(part))
}

type KindNoun = keyof typeof vi.kindNouns

/** "Bộ" also counts dossiers and "vùng" is said of any land: kinds only where there are such units. */
const ONLY_WHERE_FOUND: ReadonlySet<KindNoun> = new Set(['ministry', 'region'])

/** Adds the nouns for kinds of units, those that are `found` in the catalog, and the words for the asker's own. */
export function addKinds(
  book: PhraseBook<EntityMeaning>,
  words: WordList,
  found: ReadonlySet<UnitKind>,
): void {
  for (const language of [vi, en])
    for (const [noun, nouns] of typedEntries<KindNoun, readonly string[]>(language.kindNouns)) {
      const kind = UNIT_KINDS.find(one => one === noun) ?? null
      if (kind !== null && ONLY_WHERE_FOUND.has(noun) && !found.has(kind)) continue
      const local = noun === 'local'
      for (const [use, phrases] of typedEntries<KindUse, readonly string[]>(language.groupPhrases))
        for (const phrase of phrases)
          addPhrase(
            book,
            phrase,
            { is: 'kind', kind, use, ...(local && { local }) },
            { words, lists: { ...LISTS, noun: nouns } },
          )
    }
  addLetters(book, words)
  const m = { words, lists: LISTS }
  for (const phrase of [...vi.anyUnitPhrases, ...en.anyUnitPhrases])
    addPhrase(book, phrase, { is: 'kind', kind: null, use: 'which' }, m)
  for (const phrase of [...vi.ownUnitPhrases, ...en.ownUnitPhrases]) addPhrase(book, phrase, { is: 'own' }, m)
  for (const phrase of vi.countryPhrases) addPhrase(book, phrase, { is: 'country' }, m)
  const apart = found.has('region')
  const regions = apart ? vi.otherRegionPhrases : vi.regionPhrases
  for (const phrase of regions) addPhrase(book, phrase, { is: 'country', ...(apart && { region: true }) }, m)
}

/** "Mấy p.", "h nào", "5 x": kinds by their letters, where a group is meant. */
function addLetters(book: PhraseBook<EntityMeaning>, words: WordList): void {
  const add = (phrase: string, kind: LetteredKind, use: KindUse, noun: readonly string[]): void =>
    addPhrase(book, phrase, { is: 'kind', kind, use }, { words, lists: { ...LISTS, noun } })
  for (const [kind, noun] of typedEntries<LetteredKind, readonly string[]>(vi.kindLetters))
    for (const [use, phrases] of typedEntries<'which' | 'many', readonly string[]>(vi.letterPhrases))
      for (const phrase of phrases) add(phrase, kind, use, noun)
  add('{n} [noun]', 'commune', 'count', vi.countedLetters.commune)
}

type LetteredKind = 'district' | 'commune'

/** Adds phrases that look like a unit, an indicator or a period and are none. */
export function addClaims(book: PhraseBook<EntityMeaning>, words: WordList): void {
  for (const phrase of claimPhrases) addPhrase(book, phrase, CLAIM, { words })
  for (const phrase of politePhrases) addPhrase(book, phrase, POLITE, { words })
  for (const phrase of asidePhrases) addPhrase(book, phrase, ASIDE, { words })
}

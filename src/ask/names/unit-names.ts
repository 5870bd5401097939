import type { Unit } from '../../core/unit-tree.ts'
import { formerOffices, kindWords, placeAbbreviations } from '../../../locales/vi/ask/units.ts'
import { officeFields, officeHeads } from '../../../locales/en/ask/entities.ts'
import { foldKind, spellingKey, written } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'
import { officeForms } from './office-names.ts'
import { keyOf, nameForm, nameWords } from './name-words.ts'
import type { NameForm } from './name-words.ts'

const KIND_WORDS = kindWords.map(one => ({
  words: one.word.split(' ').map(word => spellingKey(written(word))),
  fold: foldKind(one.word),
  kind: one.kind,
}))
const PLACES = new Map<string, readonly string[]>(
  Object.entries(placeAbbreviations).map(([place, short]) => [keyOf(nameWords(place)), short]),
)
const FIELDS = new Map(Object.entries(officeFields).map(([name, fields]) => [keyOf(nameWords(name)), fields]))
const OFFICE_PREFIX = ['ubnd', 'ui ban nhan dan', 'ui ban'].map(text => text.split(' '))

/** Splits "Thị xã An Khê" into its kind and "An Khê"; "UBND" before a kind is left out. */
export function splitKind(words: readonly Written[]): { kindWord: string | null; rest: Written[] } {
  const own = afterOffice(words)
  for (const { words: kind, fold } of KIND_WORDS)
    if (kind.length < own.length && kind.every((word, index) => spellingKey(own[index]!) === word))
      return { kindWord: fold, rest: own.slice(kind.length) }
  return { kindWord: null, rest: [...own] }
}

function afterOffice(words: readonly Written[]): readonly Written[] {
  for (const prefix of OFFICE_PREFIX)
    if (prefix.length < words.length && prefix.every((word, index) => words[index]?.fold === word))
      return words.slice(prefix.length)
  return words
}

/** Every way to write the name of every unit. */
export function nameForms(units: readonly Unit[]): NameForm[] {
  const byKey = new Set(units.filter(isOffice).map(unit => keyOf(nameWords(unit.name))))
  return units.flatMap(unit => [
    ...ownForms(unit),
    ...formsBeforeMerger(unit, byKey),
    ...formsAfterMerger(unit, byKey),
  ])
}

function ownForms(unit: Unit): NameForm[] {
  const forms = new Map<string, NameForm>()
  const add = (one: NameForm | null): void => {
    if (one === null || one.key === '') return
    const id = `${one.key}|${one.kindWord}|${one.words.map(word => word.marks + word.tone).join(' ')}`
    if (!forms.has(id)) forms.set(id, one)
  }
  const official = form(unit, unit.name, 'name')
  add(official)
  if (official.kindWord !== null && unit.name.endsWith(unit.shortName)) add({ ...official, source: 'alias' })
  else add(form(unit, unit.shortName, 'alias'))
  for (const part of isOffice(unit) ? [] : partsOf(unit)) add(form(unit, part, 'alias'))
  for (const alias of unit.aliases) add(aliasForm(unit, alias))
  add(nameForm(unit, nameWords(unit.code), 'code'))
  for (const text of unit.kind === 'province' ? (PLACES.get(keyOf(nameWords(unit.shortName))) ?? []) : [])
    add(form(unit, text, 'short'))
  if (isOffice(unit)) for (const office of officeForms(unit)) add(office)
  for (const text of englishNames(unit)) add(form(unit, text, 'alias'))
  for (const alias of unit.aliases) add(spokenInitials(unit, alias))
  return [...forms.values()]
}

/** "Department of Health", "health department". */
function englishNames(unit: Unit): string[] {
  const [before, behind] = officeHeads
  const fields = isOffice(unit) ? (FIELDS.get(keyOf(nameWords(unit.name))) ?? []) : []
  return fields.flatMap(field => [`${before} ${field}`, `${field} ${behind}`])
}

/** Either half of "Xuân Hương - Đà Lạt" is said for the whole; a half that several units share is asked back. */
function partsOf({ shortName, kind }: Unit): string[] {
  const parts = shortName.split(kind === 'region' ? /\s+(?:[-–]|và)\s+/ : /\s+[-–]\s+/)
  return parts.length > 1 ? parts : []
}

function isOffice(unit: Unit): boolean {
  return unit.kind === 'department' || unit.kind === 'ministry' || unit.kind === 'other'
}

/** Places are known by their bare name and carry their kind beside it; offices have the kind within the name. */
function form(unit: Unit, text: string, source: NameForm['source']): NameForm {
  const words = nameWords(text)
  const { kindWord, rest } = isOffice(unit) ? { kindWord: null, rest: words } : placeName(unit, words)
  return nameForm(unit, rest, source, kindWord)
}

/** A place written without its kind has the kind of its official name. */
function placeName(unit: Unit, words: readonly Written[]): { kindWord: string | null; rest: Written[] } {
  const { kindWord, rest } = splitKind(words)
  return { kindWord: kindWord ?? splitKind(nameWords(unit.name)).kindWord, rest }
}

/** An alias with another core name than today's is a name from before a merger or a change of name. */
function aliasForm(unit: Unit, alias: string): NameForm {
  const plain = form(unit, alias, 'alias')
  const { kindWord, rest } = splitKind(nameWords(alias))
  if (kindWord === null) return plain
  const today = keyOf(splitKind(nameWords(unit.name)).rest)
  const named = keyOf(rest)
  const initials = splitKind(nameWords(unit.name))
    .rest.map(word => word.fold.charAt(0))
    .join('')
  const same =
    today.includes(named) ||
    named.includes(today) ||
    subsequence(named, initials) ||
    keyOf(nameWords(unit.shortName)).endsWith(named)
  return same ? plain : { ...plain, source: 'former', former: alias }
}

/** "SNV" is also said "Sở NV". */
function spokenInitials(unit: Unit, alias: string): NameForm | null {
  if (!isOffice(unit) || !/^S[\p{L}&-]{2,}$/u.test(alias)) return null
  return form(unit, `Sở ${alias.slice(1)}`, 'alias')
}

/** Whether the letters of an abbreviation ("GDĐT") come in this order in the initials. */
function subsequence(letters: string, initials: string): boolean {
  let at = 0
  for (const letter of initials) if (letters[at] === letter) at++
  return at === letters.length
}

/** Offices that took over others in 2025 are found by those names too, where the province has no such office. */
function formsBeforeMerger(unit: Unit, known: ReadonlySet<string>): NameForm[] {
  if (!isOffice(unit) || unit.mergedInto !== null) return []
  const own = keyOf(nameWords(unit.name))
  return Object.entries(formerOffices)
    .filter(([before, after]) => keyOf(nameWords(after)) === own && !known.has(keyOf(nameWords(before))))
    .flatMap(([before]) =>
      officeForms({ ...unit, name: before, shortName: before }).map(one => ({ former: before, one })),
    )
    .map(({ former, one }) => ({ ...one, source: one.source === 'weak' ? 'weak' : 'former', former }))
}

/**
 * Before the mergers of 2025 the names of the offices to come already mean those that go into them; where several do,
 * it must be asked.
 */
function formsAfterMerger(unit: Unit, known: ReadonlySet<string>): NameForm[] {
  if (!isOffice(unit)) return []
  const own = keyOf(nameWords(unit.name))
  return Object.entries(formerOffices)
    .filter(([before, after]) => keyOf(nameWords(before)) === own && !known.has(keyOf(nameWords(after))))
    .flatMap(([, after]) => {
      const whole = keyOf(nameWords(after))
      const spoken = nameWords(after).filter(word => word.fold !== AND).length
      return officeForms({ ...unit, name: after, shortName: after })
        .filter(({ key, words, source }) => source !== 'weak' && (key === whole || isAbridged(words, spoken)))
        .map(one => ({ ...one, source: 'alias' as const }))
    })
}

const AND = 'va'

/** "SNNMT", "Sở NN&MT": all of the name, by its initials. */
function isAbridged(words: readonly Written[], spoken: number): boolean {
  const initials = words.at(-1)!.fold.length
  return words.length === 1 ? initials === spoken : words.length === 2 && initials === spoken - 1
}

import type { Unit } from '../../core/unit-tree.ts'
import { officeAbbreviations, wordsNoField } from '../../../locales/vi/ask/units.ts'
import { foldWord, written } from '../words/fold.ts'
import type { Written } from '../words/fold.ts'
import { keyOf, nameForm, nameWords } from './name-words.ts'
import type { NameForm } from './name-words.ts'

/** The words "Sở" and "Bộ" (folded) that begin most names of offices, and their initials in "SYT", "BYT". */
const HEADS: ReadonlyMap<string, string> = new Map([
  ['so', 's'],
  ['bo', 'b'],
])
const AND = 'va'
/** Written as one letter in "SNgV". */
const NG = 'ng'
const NO_FIELDS = new Set<string>(wordsNoField.map(words => keyOf(nameWords(words))))
const ABBREVIATIONS = Object.entries(officeAbbreviations).map(([words, short]) => ({
  words: words.split(' ').map(foldWord),
  short: short.map(text => text.split(' ').map(written)),
}))

/**
 * The ways in which people write the name of an office: with its words abbreviated to initials, in part or in whole
 * ("Sở GD&ĐT", "so giao duc dao tao", "SGDĐT"), by its beginning ("Sở Nông nghiệp", "Sở NN"), or by a part of it.
 */
export function officeForms(unit: Unit): NameForm[] {
  const words = nameWords(unit.name)
  const forms = [nameForm(unit, words, 'name'), ...abbreviated(unit, words)]
  const head = words[0]
  const headInitial = HEADS.get(head?.fold ?? '')
  if (head === undefined || headInitial === undefined) return forms
  const core = words.slice(1)
  const spoken = core.filter(word => word.fold !== AND)
  const initials = spoken.map(initial)
  const first = (count: number): Written => joined(initials.slice(0, count))
  forms.push(nameForm(unit, [head, ...spoken], 'name'))
  forms.push(
    nameForm(unit, [head, first(initials.length)], 'short'),
    nameForm(unit, [joined([written(headInitial), ...initials])], 'short'),
  )
  if (spoken[0]?.fold.startsWith(NG))
    forms.push(nameForm(unit, [joined([written(headInitial), written(NG), ...initials.slice(1)])], 'short'))
  if (initials.length > 2) forms.push(nameForm(unit, [first(initials.length)], 'weak'))
  if (core.length > 1) forms.push(nameForm(unit, core, 'weak'), nameForm(unit, spoken, 'weak'))
  const field = spoken.slice(0, 2)
  if (spoken.length > 2 && !NO_FIELDS.has(keyOf(field))) forms.push(nameForm(unit, field, 'weak'))
  for (let length = 1; length < spoken.length; length++) {
    forms.push(nameForm(unit, [head, ...spoken.slice(0, length)], 'short'))
    if (length > 1) forms.push(nameForm(unit, [head, first(length)], 'short'))
    forms.push(nameForm(unit, [head, ...spoken.slice(0, length), joined(initials.slice(length))], 'short'))
    if (isBehindAnd(core, spoken, length)) {
      const rest = joined(initials.slice(length))
      forms.push(nameForm(unit, [head, ...spoken.slice(0, length), written(AND), rest], 'short'))
      forms.push(nameForm(unit, [head, first(length), written(AND), rest], 'short'))
    }
    if (spoken.length - length > 1) forms.push(nameForm(unit, [head, ...spoken.slice(length)], 'short'))
  }
  return forms
}

/** Whether the official name has "và" behind so many of the words: "Sở Nông nghiệp và PTNT". */
function isBehindAnd(core: readonly Written[], spoken: readonly Written[], length: number): boolean {
  return core[core.indexOf(spoken[length - 1]!) + 1]?.fold === AND
}

function abbreviated(unit: Unit, words: readonly Written[]): NameForm[] {
  let spellings: Written[][] = [[...words], ...withoutPlace([...words])]
  for (const { words: long, short } of ABBREVIATIONS)
    spellings = spellings.flatMap(spelling => {
      const at = spelling.findIndex((_, index) =>
        long.every((word, offset) => spelling[index + offset]?.fold === word),
      )
      if (at < 0) return [spelling]
      return [
        spelling,
        ...short.map(text => [...spelling.slice(0, at), ...text, ...spelling.slice(at + long.length)]),
      ]
    })
  const whole = spellings.filter(spelling => !isBeginning(spelling, words))
  return [...spellings, ...spellings.flatMap(withoutPlace)]
    .filter(spelling => spelling.length > 0)
    .map(spelling => nameForm(unit, spelling, whole.includes(spelling) ? 'short' : 'alias'))
}

/** Whether the words are those of the name, from the first on. */
function isBeginning(spelling: readonly Written[], words: readonly Written[]): boolean {
  return spelling.every((word, at) => word === words[at])
}

/** "Thanh tra tỉnh" is also "Thanh tra". */
function withoutPlace(words: Written[]): Written[][] {
  const place = words.at(-1)?.fold
  return words.length > 2 && (place === 'tinh' || place === 'thanhpho') ? [words.slice(0, -1)] : []
}

function initial(word: Written): Written {
  return { fold: word.fold.charAt(0), marks: word.marks.charAt(0), tone: 0 }
}

/** Initials are written as one word: "GDĐT". */
function joined(initials: readonly Written[]): Written {
  return { fold: keyOf(initials), marks: initials.map(one => one.marks).join(''), tone: 0 }
}

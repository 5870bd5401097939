/** Tones: grave, acute, tilde, hook, dot below. Circumflex, breve and horn make letters and are none. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/
const DASHES = /[\u2010-\u2015\u2212]/g
const APOSTROPHES = /[\u2018\u2019\u02BC\u02BB\u0060\u00B4\u02B9]/g
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
/** Something that `cleanName` changes; most texts have nothing of it. */
const UNCLEAN =
  /[\u2010-\u2015\u2212\u2018\u2019\u02BC\u02BB\u0060\u00B4\u02B9\u00AD\u200B-\u200D\u2060\uFEFF\u00D0\u0189\u00F0\u0256]|[^\S ]|\s\s|^\s|\s$/

/**
 * The text in one of the ways in which it can be typed: composed, single blanks, one kind of dash and apostrophe, and
 * the Vietnamese Đ for letters that only look like it.
 */
export function cleanName(text: string): string {
  const composed = text.normalize('NFC')
  if (!UNCLEAN.test(composed)) return composed
  return composed
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\u00D0\u0189]/g, 'Đ')
    .replaceAll(/[\u00F0\u0256]/g, 'đ')
    .replaceAll(DASHES, '-')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Equal for texts that differ in capitals and in where the tone of a syllable stands. */
export function strictKey(text: string): string {
  return keyOf(cleanName(text).toLowerCase().normalize('NFD'), false)
}

/** In small letters, without what only joins: "Dân tộc & Tôn giáo" is "Dân tộc và Tôn giáo". */
function unjoined(text: string): string {
  return cleanName(text)
    .toLowerCase()
    .replaceAll(/(?<=\S)\s+(?:và|va)(?=\s)/g, '')
}

/** Equal also where blanks, apostrophes, hyphens or points differ, & and "và", or i and y behind a consonant. */
export function looseKey(text: string): string {
  const letters = unjoined(text)
    .normalize('NFD')
    .replaceAll(/[\s'.,()/&-]+/g, '')
  return keyOf(letters, true)
}

/** Equal for all spellings without marks. */
export function bareKey(text: string): string {
  const letters = withoutMarks(unjoined(text)).replaceAll(/[^\p{L}\p{N}]+/gu, '')
  return letters.replaceAll(/(?<=[b-df-hj-np-tv-xz]|qu)y/g, 'i')
}

/** Whether nothing in the text is marked: it may have been typed on a keyboard without marks. */
export function isBare(text: string): boolean {
  return withoutMarks(text.normalize('NFC')) === text.normalize('NFC')
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC')
}

/** Letters without their tones, and behind them each tone with the group of vowels on which it stands. */
function keyOf(decomposed: string, loose: boolean): string {
  let letters = ''
  const tones: { at: number; tone: string }[] = []
  for (const char of decomposed) {
    // Every tone lies behind all letters of Latin: most characters are no tone by that alone.
    if (char >= '\u0300' && TONE.test(char)) tones.push({ at: letters.length, tone: char })
    else letters += char
  }
  if (tones.length === 0) return loose ? iForY(letters) : letters
  const spots = tones.map(({ at, tone }) => `${startOfVowels(letters, at)}${tone}`)
  return `${loose ? iForY(letters) : letters}|${spots.join('')}`
}

function startOfVowels(letters: string, end: number): number {
  let at = end
  while (at > 0 && /[aeiouy]|\u0302|\u0306|\u031B/.test(letters[at - 1] ?? '')) at--
  return at
}

function iForY(letters: string): string {
  return letters.replaceAll(/(?<=[bcdđghklmnprstvx]|qu)y/g, 'i')
}

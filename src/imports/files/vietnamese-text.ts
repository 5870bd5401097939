/** Consonants that begin a Vietnamese syllable, vowels without their tones, and what may end it. */
const SYLLABLE =
  /^(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** So many words with marks show in what a text is written; beside some that are abbreviations or names of others. */
const LEAST_WORDS = 3
const LEAST_SHARE = 0.9

/** Whether a text reads as Vietnamese: its words with other letters than ASCII are syllables, each with one tone at most. */
export function isVietnamese(text: string): boolean {
  const words = text
    .slice(0, 20_000)
    .toLowerCase()
    .split(/[\s\d!-/:-@[-`{-~]+/u)
    .filter(word => /[^\p{ASCII}]/u.test(word))
  const good = words.filter(word => isSyllable(word)).length
  return good >= LEAST_WORDS && good >= words.length * LEAST_SHARE
}

function isSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD')
  const toneless = decomposed.replaceAll(TONES, '')
  return decomposed.length - toneless.length <= 1 && SYLLABLE.test(toneless.normalize('NFC'))
}

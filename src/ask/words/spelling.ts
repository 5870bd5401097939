/** Undoes what typing systems leave behind when they are off: telex (`truwcj`) and VNI (`tru7c5`). */

const SYLLABLE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?(?:a[iouy]?|eo?|eu|e|ia|ieu|ie|iu|i|oai|oay|oao|oa|oeo|oe|oi|oo|o|uay|uai|ua|ueu|ue|uya|uye|uyu|uy|ui|uoi|uou|uo|uu|u|yeu|ye|y)(?:ch?|m|ng?|nh|p|t)?$/

/** Whether these letters without marks can be a Vietnamese syllable. */
export function isSyllable(letters: string): boolean {
  return SYLLABLE.test(letters)
}

const VOWELS = 'aeiouy'
const TONE_OF_KEY: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
}
const HORN = '\u031b'
const HAT = '\u0302'
const BREVE = '\u0306'

interface Letters {
  letters: string[]
  tone: string
}

/** The word that these telex keys would have given (`tuyeens` → `tuyến`), or null when no key in it is a telex key. */
export function fromTelex(keys: string): string | null {
  const word: Letters = { letters: [], tone: '' }
  let changed = false
  for (const key of keys) {
    if (telexKey(word, key)) changed = true
    else word.letters.push(key)
  }
  return changed ? composed(word) : null
}

function telexKey(word: Letters, key: string): boolean {
  if (key === 'w') return horn(word) || breve(word) || lone(word)
  if (key === 'd' && word.letters[0] === 'd') return bar(word)
  if ('aeo'.includes(key) && mark(word, key, HAT)) return true
  const tone = TONE_OF_KEY[key]
  if (tone === undefined || !word.letters.some(isVowel)) return false
  word.tone = tone
  return true
}

/** The word that these VNI keys would have given (`tuye61n` → `tuyến`), or null when a key does not fit. */
function fromVni(keys: string): string | null {
  const word: Letters = { letters: [], tone: '' }
  for (const key of keys) {
    if (key < '0' || key > '9') word.letters.push(key)
    else if (!vniKey(word, key)) return null
  }
  return composed(word)
}

function vniKey(word: Letters, key: string): boolean {
  if (key === '6') return ['a', 'e', 'o'].some(vowel => mark(word, vowel, HAT))
  if (key === '7') return horn(word)
  if (key === '8') return breve(word)
  if (key === '9') return bar(word)
  if (word.tone !== '' || !TONE_OF_KEY[key] || !word.letters.some(isVowel)) return false
  word.tone = TONE_OF_KEY[key]
  return true
}

function isVowel(letter: string): boolean {
  return VOWELS.includes(letter.charAt(0))
}

function mark(word: Letters, vowel: string, sign: string): boolean {
  const at = word.letters.lastIndexOf(vowel)
  if (at < 0) return false
  word.letters[at] = vowel + sign
  return true
}

function horn(word: Letters): boolean {
  const u = word.letters.lastIndexOf('u')
  const o = word.letters.findLastIndex(letter => letter.startsWith('o'))
  if (u < 0 && o < 0) return false
  if (o >= 0) word.letters[o] = `o${HORN}`
  if (u >= 0 && (o < 0 || o === u + 1)) word.letters[u] = `u${HORN}`
  return true
}

function breve(word: Letters): boolean {
  return mark(word, 'a', BREVE)
}

/** "Trwcj": without a vowel before it the key is one itself. */
function lone(word: Letters): boolean {
  if (word.letters.some(isVowel)) return false
  word.letters.push(`u${HORN}`)
  return true
}

function bar(word: Letters): boolean {
  if (word.letters[0] !== 'd') return false
  word.letters[0] = 'đ'
  return true
}

/** The tone goes on the last vowel: where it stands does not matter to the reader of the word. */
function composed({ letters, tone }: Letters): string {
  const at = letters.findLastIndex(isVowel)
  return letters
    .map((letter, index) => (index === at ? letter + tone : letter))
    .join('')
    .normalize('NFC')
}

const VNI_WORD = /[a-z]+[1-9][a-z0-9]*/gi
const VNI_INSIDE = /^[a-z]+[1-9]+[a-z]/i

/** A message typed in VNI (a digit inside a word shows it), with its words put right; any other text as it is. */
export function undoVni(text: string): string {
  const words = text.match(VNI_WORD) ?? []
  const sure = words.filter(word => VNI_INSIDE.test(word) && vniWord(word) !== null)
  if (sure.length === 0) return text
  const names = sure.length > 1
  return text.replace(VNI_WORD, word => vniWord(word) ?? (names ? vniName(word) : null) ?? word)
}

/** Among words typed in VNI also those are that are no syllables of Vietnamese ("pa8h"). */
function vniName(word: string): string | null {
  return VNI_INSIDE.test(word) ? fromVni(word.toLowerCase()) : null
}

function vniWord(word: string): string | null {
  const read = fromVni(word.toLowerCase())
  return read !== null && isSyllable(word.toLowerCase().replace(/\d/g, '')) ? read : null
}

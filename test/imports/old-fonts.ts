/** Letters of TCVN3 by what they mean; capitals with a tone are typed as small letters in a font of capitals. */
const TCVN3 = new Map(
  Array.from(
    'àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u00AD ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ Đ§ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦'.split(
      ' ',
    ),
    ([meant = '', letter = '']) => [meant, letter],
  ),
)

/** The text as it was typed for fonts named .VnTime. */
export function asTcvn3(text: string): string {
  return Array.from(
    text.normalize('NFC'),
    letter => TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter,
  ).join('')
}

const VNI_LETTERS = new Map([
  ['ỉ', 'æ'],
  ['ĩ', 'ó'],
  ['ị', 'ò'],
  ['ỵ', 'î'],
  ['đ', 'ñ'],
  ['ơ', 'ô'],
  ['ư', 'ö'],
  ['í', 'í'],
  ['ì', 'ì'],
])
/** Marks as VNI types them behind their letter: alone, under a circumflex, under a breve. */
const VNI_MARKS: Record<string, string> = {
  '\u0300': 'øàè',
  '\u0301': 'ùáé',
  '\u0309': 'ûåú',
  '\u0303': 'õãü',
  '\u0323': 'ïäë',
  '': ' âê',
}

/** The text as it was typed for fonts named VNI-Times. */
export function asVni(text: string): string {
  return Array.from(text.normalize('NFC'), letter => {
    const small = letter.toLowerCase()
    const typed = vniOf(small)
    return small === letter ? typed : typed.toUpperCase()
  }).join('')
}

function vniOf(letter: string): string {
  const own = VNI_LETTERS.get(letter)
  if (own !== undefined) return own
  const marks = letter.normalize('NFD')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(marks)?.[0] ?? ''
  const base = marks.replace(tone, '').normalize('NFC')
  const plain = base
    .normalize('NFD')
    .replaceAll(/[\u0302\u0306]/g, '')
    .normalize('NFC')
  const row = VNI_MARKS[tone]
  const kind = base.normalize('NFD').includes('\u0302') ? 2 : base.normalize('NFD').includes('\u0306') ? 3 : 1
  const mark = row?.[kind - 1] ?? ''
  return tone === '' && kind === 1 ? letter : `${VNI_LETTERS.get(plain) ?? plain}${mark.trim()}`
}

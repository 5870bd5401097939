/** Letters that stand elsewhere than in Latin-1, and the tones, which follow their letter. */
const LETTERS: Record<string, number> = {
  Ă: 0xc3,
  ă: 0xe3,
  Đ: 0xd0,
  đ: 0xf0,
  Ơ: 0xd5,
  ơ: 0xf5,
  Ư: 0xdd,
  ư: 0xfd,
  '–': 0x96,
}
const TONES: Record<string, number> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
}

/** A text as Excel saves it on an old Vietnamese Windows. */
export function windows1258(text: string): Uint8Array {
  const parts = Array.from(text.normalize('NFC')).flatMap(letter => {
    const decomposed = letter.normalize('NFD')
    const tone = Array.from(decomposed).find(mark => mark in TONES)
    const base = decomposed.replace(tone ?? '', '').normalize('NFC')
    return tone === undefined ? [base] : [base, tone]
  })
  return Uint8Array.from(parts.map(part => TONES[part] ?? LETTERS[part] ?? part.codePointAt(0) ?? 0))
}

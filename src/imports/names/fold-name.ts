/** Small letters and digits only, without diacritics: two spellings of a name or a header that mean the same. */
export function foldName(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Small letters without diacritics, punctuation kept: what the patterns of profiles are matched with. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[đðɖ]/g, 'd')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

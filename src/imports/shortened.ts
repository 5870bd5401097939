/** The text, or its first letters and "…" where it has more than `most`. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** The first of a list, so many at most, with commas; and "…" where it has more. */
export function firstFew(list: readonly (string | number)[], most: number): string {
  const shown = list.slice(0, most).join(', ')
  return list.length > most ? `${shown}, …` : shown
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** Whether a word one edit away was typed by a thumb that hit the key beside, twice, or one before the other. */
export function isOfThumbs(typed: string, meant: string): boolean {
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at++
  if (typed.length > meant.length) return typed[at] === typed[at - 1]
  if (typed.length < meant.length) return false
  if (typed[at] === meant[at + 1] && typed[at + 1] === meant[at]) return true
  return isBeside(typed.charAt(at), meant.charAt(at))
}

function isBeside(a: string, b: string): boolean {
  const [one, other] = [a, b].map(key => {
    const row = ROWS.findIndex(keys => keys.includes(key))
    return { row, column: ROWS[row]?.indexOf(key) ?? -9 }
  })
  return Math.abs(one!.row - other!.row) <= 1 && Math.abs(one!.column - other!.column) <= 1
}

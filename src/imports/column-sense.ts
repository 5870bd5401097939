import { foldName } from './names/fold-name.ts'

/** What a column holds by its titles: what was reached, or what is to be reached. */
export type ColumnSense = 'result' | 'target'

/** Of what days it is said, or nothing more. */
const OF_TIME = String.raw`(?= (?:nam|thang|quy|tuan|ky|den|tinh|trong|cung|luy ke|\d)|$)`
const YEAR = String.raw`(?: nam)?(?= 20\d\d)`

/** "Thực hiện" of a time alone: "hồ sơ thực hiện trực tuyến" is what an indicator counts. "Trả kết quả" is one, too. */
const RESULT = new RegExp(
  [
    String.raw`\buoc(?= (?:thuc hien|dat|ket qua|ca nam|nam|th|\d)|$)`,
    String.raw`\b(?:da|ket qua) thuc hien\b`,
    String.raw`\bthuc hien${OF_TIME}`,
    String.raw`\bu?th${YEAR}`,
    String.raw`^ket qua(?! (?:giai quyet|dien tu|tthc|thu tuc))\b`,
    String.raw`(?<!\b(?:tra|ho so|va|hoa) )\bket qua(?: dat)?${OF_TIME}`,
    String.raw`\b(?:da dat|dat duoc|hien (?:trang|dat))\b`,
    String.raw`(?:^|\b(?:ty le|muc|so) )dat${OF_TIME}`,
  ].join('|'),
  'u',
)

/** "Các chỉ tiêu", "Chỉ tiêu 3" are indicators. */
const TARGET = new RegExp(
  [
    String.raw`(?<!\b(?:cac|mot so|ten|nhom|nhung) )\bchi tieu\b(?! (?:so )?\d{1,2}\b)`,
    String.raw`\b(?:muc tieu|phan dau|muc giao|duoc giao)\b`,
    String.raw`\bke hoach\b(?! (?:va )?dau tu)`,
    String.raw`\b(?:trung uong|tw|tinh|bo|chinh phu|hdnd) giao\b`,
    String.raw`(?:^|\b(?:muc|ty le) )giao${OF_TIME}`,
    String.raw`\bkh${YEAR}`,
    String.raw`\b(?:phai|can) dat\b`,
  ].join('|'),
  'u',
)

/** Which of both the titles of a column say, the lowest first; of a title that says both what it says first. Null where none says. */
export function senseOf(path: readonly string[]): ColumnSense | null {
  for (const title of path.toReversed()) {
    const folded = foldName(title).replace(/\bso (?:sanh )?voi\b.*/u, '')
    const [result, target] = [folded.search(RESULT), folded.search(TARGET)]
    if (result !== -1 && (target === -1 || result < target)) return 'result'
    if (target !== -1) return 'target'
  }
  return null
}

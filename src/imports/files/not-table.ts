/** How files begin that people send for tables, as bytes in Latin letters, and what to call them. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\u0089PNG', 'JPG, PNG'],
  ['\u00FF\u00D8\u00FF', 'JPG, PNG'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\u00BC\u00AF', '7z'],
  ['\u001F\u008B', 'gz'],
  ['MIME-Version:', 'MHT'],
  ['SQLite format 3', 'SQLite'],
]

/** What a file is that holds no table, by its first bytes; null where it may hold one. */
export function notTable(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const found = BEGINNINGS.find(([beginning]) => head.startsWith(beginning))?.[1]
  return found ?? (isWordZip(bytes) ? 'Word, PowerPoint' : null)
}

/** The directory stands at the end of a zip. */
function isWordZip(bytes: Uint8Array): boolean {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\x03\x04') return false
  const tail = Buffer.from(bytes.subarray(-100_000)).toString('latin1')
  return tail.includes('word/document.xml') || tail.includes('ppt/presentation.xml')
}

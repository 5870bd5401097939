import { type Problem, problem } from './problem.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Files in the zip; a workbook of a hundred sheets has some hundreds. */
const MAX_ENTRIES = 1_000
const MAX_UNPACKED_MB = 200
const MB = 1024 * 1024
/** Of how much more unpacked than packed a table can be; small parts are not looked at. */
const MAX_RATIO = 200
const SMALL = MB

/** `.xlsx` is a zip, `.xls` and a workbook with a password an OLE file. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes)
}

/**
 * What speaks against opening a spreadsheet as an .xlsx file, or null. Looks at the directory of the zip only: nothing
 * is unpacked, so a file made to fill the memory is refused for what it declares.
 */
export function checkSpreadsheet(file: string, bytes: Uint8Array): Problem | null {
  if (isOle(bytes)) return problem(file, isLocked(bytes) ? 'locked_spreadsheet' : 'old_spreadsheet', {})
  const entries = readZipDirectory(bytes)
  if (entries === null) return problem(file, 'broken_spreadsheet', {})
  if (entries.length > MAX_ENTRIES) return problem(file, 'unsafe_spreadsheet', {})
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unpacked > MAX_UNPACKED_MB * MB) return problem(file, 'spreadsheet_too_large', { max: MAX_UNPACKED_MB })
  if (entries.some(isBomb)) return problem(file, 'unsafe_spreadsheet', {})
  if (entries.some(entry => entry.isEncrypted)) return problem(file, 'locked_spreadsheet', {})
  const names = new Set(entries.map(entry => entry.name))
  if ([...names].some(name => name.endsWith('vbaProject.bin'))) return problem(file, 'macro_spreadsheet', {})
  const isWorkbook = names.has('[Content_Types].xml') && [...names].some(isWorkbookPart)
  return isWorkbook ? null : problem(file, 'not_a_spreadsheet', {})
}

function isZip(bytes: Uint8Array): boolean {
  return startOf(bytes) === '504b0304'
}

function isOle(bytes: Uint8Array): boolean {
  return startOf(bytes) === 'd0cf11e0'
}

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4)).toString('hex')
}

/** A workbook with a password is an OLE file that holds the real one, encrypted, under this name. */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')
}

function isBomb({ packed, size }: ZipEntry): boolean {
  return size > SMALL && size > packed * MAX_RATIO
}

/** In `xl/` where Excel writes the file; other programs choose other folders. */
function isWorkbookPart(name: string): boolean {
  return /(^|\/)workbook\.xml$/i.test(name)
}

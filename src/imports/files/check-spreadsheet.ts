import { type Problem, problem } from '../problem.ts'
import { contentOf, readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Files in the zip; a workbook of a hundred sheets has some hundreds. */
const MAX_ENTRIES = 1_000
const MAX_UNPACKED_MB = 200
const MB = 1024 * 1024
/** Of how much more unpacked than packed a table can be; small parts are not looked at. */
const MAX_RATIO = 200
const SMALL = MB
const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
const LONGEST_TYPE = 200

/** A workbook that may be opened, and how large it says that it is. */
export interface Checked {
  format: 'xlsx' | 'xls' | 'ods'
  unpackedMb: number
}

/** `.xlsx` and `.ods` are zips, `.xls` and a workbook with a password OLE files. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes)
}

/**
 * Which workbook the bytes are, or what speaks against opening them. Looks at the directory of the zip only: nothing is
 * unpacked, so a file made to fill the memory is refused for what it declares.
 */
export function checkSpreadsheet(file: string, bytes: Uint8Array): Checked | Problem {
  if (isOle(bytes)) return checkOle(file, bytes)
  const entries = readZipDirectory(bytes)
  if (entries === null) return problem(file, 'broken_spreadsheet', {})
  if (entries.length > MAX_ENTRIES) return problem(file, 'unsafe_spreadsheet', {})
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (unpacked > MAX_UNPACKED_MB * MB) return problem(file, 'spreadsheet_too_large', { max: MAX_UNPACKED_MB })
  if (entries.some(isBomb)) return problem(file, 'unsafe_spreadsheet', {})
  if (entries.some(entry => entry.isEncrypted)) return problem(file, 'locked_spreadsheet', {})
  const names = new Set(entries.map(entry => entry.name))
  if ([...names].some(name => name.endsWith('vbaProject.bin'))) return problem(file, 'macro_spreadsheet', {})
  const unpackedMb = unpacked / MB
  if (names.has('[Content_Types].xml') && [...names].some(isWorkbookPart))
    return { format: 'xlsx', unpackedMb }
  const isOds = names.has('content.xml') && entries.some(entry => saysOds(bytes, entry))
  return isOds ? { format: 'ods', unpackedMb } : problem(file, 'not_a_spreadsheet', {})
}

function checkOle(file: string, bytes: Uint8Array): Checked | Problem {
  if (holds(bytes, 'EncryptedPackage')) return problem(file, 'locked_spreadsheet', {})
  if (holds(bytes, 'WordDocument')) return problem(file, 'not_a_table', { what: 'Word' })
  return { format: 'xls', unpackedMb: bytes.length / MB }
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

/** Streams of an OLE file have names in UTF-16; a workbook with a password holds the real one under such a name. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'utf16le')
}

/** A file of an OpenDocument zip, the first one of most, is its type. */
function saysOds(bytes: Uint8Array, entry: ZipEntry): boolean {
  if (entry.name !== 'mimetype' || entry.size > LONGEST_TYPE) return false
  try {
    return Buffer.from(contentOf(bytes, entry)).toString('latin1').trim() === ODS
  } catch {
    return false
  }
}

function isBomb({ packed, size }: ZipEntry): boolean {
  return size > SMALL && size > packed * MAX_RATIO
}

/** In `xl/` where Excel writes the file; other programs choose other folders. */
function isWorkbookPart(name: string): boolean {
  return /(^|\/)workbook\.xml$/i.test(name)
}

import { signs } from '../../../locales/vi/files.ts'
import { type Problem, problem } from '../problem.ts'
import { plainText } from './cell-text.ts'
import { lineBreaks } from './csv.ts'
import { isVietnamese } from './vietnamese-text.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

/**
 * Bytes → text in Unicode's composed form: UTF-8 and UTF-16 with or without a mark, windows-1258; bytes of one letter
 * each are left for `withoutOldFont` where Vietnamese words may come of them. What is no text is a problem.
 */
export function readText(file: string, bytes: Uint8Array): { text: string; encoding: Encoding } | Problem {
  const encoding = utf16Of(bytes) ?? 'utf-8'
  const decoded = decode(bytes, encoding)
  const found = decoded === null ? readEightBit(bytes) : { text: decoded, encoding }
  if (found === null) return problem(file, 'not_utf8', {}, { line: lineOfBadByte(bytes) })
  const zero = found.text.indexOf('\0')
  if (zero !== -1) return problem(file, 'not_text', {}, { line: lineBreaks(found.text.slice(0, zero)) + 1 })
  const text = plainText(`|${found.text}|`).slice(1, -1)
  return text.trim() === '' ? problem(file, 'empty_file', {}) : { text, encoding: found.encoding }
}

/** By its mark, or because every other byte of a stretch at the beginning is zero. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (bytes.length < 8 || bytes.length % 2 === 1) return null
  const head = [...bytes.subarray(0, 400)]
  const zeros = (from: 0 | 1) => head.filter((byte, at) => at % 2 === from && byte === 0).length
  const many = head.length / 2 / 3
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** One byte a letter: what Vietnamese words come of. Null where none do, neither so nor by an old font. */
function readEightBit(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  if (bytes.includes(0)) return null
  const vietnamese = decode(bytes, 'windows-1258')?.normalize('NFC')
  if (vietnamese !== undefined && (countSigns(vietnamese) > 0 || isVietnamese(vietnamese))) {
    return { text: vietnamese, encoding: 'windows-1258' }
  }
  const latin = decode(bytes, 'windows-1252')
  return latin !== null && oldFontOf(latin) !== null ? { text: latin, encoding: 'windows-1252' } : null
}

/** Words that every table of an office holds, by which a right spelling is known from a wrong one. */
function countSigns(text: string): number {
  const small = text.slice(0, 20_000).toLowerCase()
  return signs.filter(sign => small.includes(sign)).length
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? undefined : end))
    } catch {
      return line
    }
    if (end === -1) return line
    start = end + 1
  }
}

export type OldFont = 'TCVN3' | 'VNI'

/** The font for which a text was typed that shows other letters without it; null for a text in Unicode. */
export function oldFontOf(text: string): OldFont | null {
  const sample = text.slice(0, 20_000)
  // Letters that only Unicode has: an old font makes do with those of Western Europe.
  if (/[\u0102\u0103\u0110\u0111\u01A0-\u01B0\u1EA0-\u1EF9]/.test(sample)) return null
  const [tcvn, vni] = [countSigns(fromOldFont(sample, 'TCVN3')), countSigns(fromOldFont(sample, 'VNI'))]
  if (Math.max(tcvn, vni) <= countSigns(sample)) return null
  return tcvn >= vni ? 'TCVN3' : 'VNI'
}

/** The same text in Unicode. */
export function fromOldFont(text: string, font: OldFont): string {
  return font === 'TCVN3' ? fromTcvn3(text) : fromVni(text)
}

const TCVN3_LETTERS = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const TCVN3_MEANT = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'

const tcvn3 = new Map(Array.from(TCVN3_LETTERS, (letter, at) => [letter, TCVN3_MEANT[at] ?? letter]))

function fromTcvn3(text: string): string {
  return Array.from(text, letter => tcvn3.get(letter) ?? letter).join('')
}

/** Marks that stand behind their letter in VNI, as the combining marks that they are. */
const VNI_MARKS: Record<string, string> = {
  ø: '\u0300',
  ù: '\u0301',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const VNI_LETTERS: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
}

/** Behind a vowel its marks; what stands alone is a letter of its own. */
function fromVni(text: string): string {
  let meant = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const mark = VNI_MARKS[small]
    if (mark !== undefined && /[aeouyơư]$/i.test(meant)) meant += mark
    else {
      const own = VNI_LETTERS[small] ?? small
      meant += letter !== small ? own.toUpperCase() : own
    }
  }
  return meant.normalize('NFC')
}

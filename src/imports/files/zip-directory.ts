import { inflateRawSync } from 'node:zlib'

/** One file in a zip, as the zip's directory declares it. */
export interface ZipEntry {
  name: string
  /** Bytes as packed and as unpacked. */
  packed: number
  size: number
  /** 0: stored as it is, 8: deflated. */
  method: number
  /** Packed with a password. */
  isEncrypted: boolean
  /** Where in the zip it begins. */
  at: number
}

const NAME_LENGTH = 26
const HEADER = 30
const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
/** A comment may stand behind the end record. */
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1
const SIZES_FOLLOW = 8

/**
 * The directory of a zip, without unpacking anything; null where there is none that can be trusted: cut off, of the
 * 64-bit form (for more than 4 GB), or one whose sizes contradict each other, so that a reader could be led to unpack
 * more than is declared.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let each = 0; each < count; each++) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) return null
    const entry = entryAt(view, at)
    if (entry === null) return null
    entries.push(entry)
    at += ENTRY_BYTES
    at += view.getUint16(at - 18, true) + view.getUint16(at - 16, true) + view.getUint16(at - 14, true)
  }
  return entries
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}

function entryAt(view: DataView, at: number): ZipEntry | null {
  const flags = view.getUint16(at + 8, true)
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES).subarray(
    0,
    view.getUint16(at + 28, true),
  )
  const entry = {
    name: new TextDecoder().decode(nameBytes),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & ENCRYPTED) !== 0,
    at: view.getUint32(at + 42, true),
  }
  return isConsistent(entry, (flags & SIZES_FOLLOW) !== 0) ? entry : null
}

function isConsistent({ name, packed, size, method }: ZipEntry, sizesFollow: boolean): boolean {
  if (packed === 0xffffffff || size === 0xffffffff) return false
  if (method === 0) return packed === size && !(sizesFollow && size === 0 && !name.endsWith('/'))
  // Nothing at all takes two bytes when it is deflated.
  return method === 8 && packed >= 2 && (size > 0 || packed === 2)
}

/** What one file of a zip holds, unpacked to as many bytes as are declared at most; throws where it holds more. */
export function contentOf(bytes: Uint8Array, { at, packed, size, method }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = view.getUint16(at + NAME_LENGTH, true) + view.getUint16(at + NAME_LENGTH + 2, true)
  const content = bytes.subarray(at + HEADER + names, at + HEADER + names + packed)
  return method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
}

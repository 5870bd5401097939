import { inflateRawSync } from 'node:zlib'

const LOCAL_HEADER = 30

/** The text of one file within a zip whose local headers say their sizes or that is deflated in one piece. */
export function textInZip(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes)
  const at = zip.indexOf(name) - LOCAL_HEADER
  if (zip.readUInt32LE(at) !== 0x04034b50) throw new RangeError(`${name} is not in the zip`)
  const start = at + LOCAL_HEADER + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const packed = zip.subarray(start)
  return (zip.readUInt16LE(at + 8) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
}

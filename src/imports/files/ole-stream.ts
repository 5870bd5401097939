/** Where a chain of sectors, and a directory, end. */
const END = 0xff_ff_ff_fa
const HEADER = 512
const ENTRY = 128
/** So many places of sectors of the table stand in the header itself. */
const IN_HEADER = 109

/** One stream of an OLE file by one of its names; null where there is none, or the file contradicts itself. */
export function oleStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  try {
    return streamOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), names)
  } catch (error) {
    // What points beyond the end of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function streamOf(file: DataView, names: readonly string[]): Uint8Array {
  const size = 2 ** file.getUint16(30, true)
  const sector = (at: number): Uint8Array => part(file, HEADER + at * size, size)
  const table = numbers(join(tablePlaces(file, size).map(sector)))
  const chained = (start: number) => join(chain(start, table).map(sector))
  const directory = view(chained(file.getUint32(48, true)))
  const entries = Array.from({ length: directory.byteLength / ENTRY }, (_, at) => entryAt(directory, at))
  const found = names
    .map(name => entries.find(entry => entry.name === name))
    .find(entry => entry !== undefined)
  const root = entries[0]
  if (found === undefined || root === undefined) throw new RangeError('no such stream')
  const isSmall = found.size < file.getUint32(56, true)
  if (!isSmall) return chained(found.start).subarray(0, found.size)
  const small = 2 ** file.getUint16(32, true)
  const inside = view(chained(root.start))
  const places = chain(found.start, numbers(chained(file.getUint32(60, true))))
  return join(places.map(at => part(inside, at * small, small))).subarray(0, found.size)
}

/** In which sectors the table of chains stands. */
function tablePlaces(file: DataView, size: number): number[] {
  const count = file.getUint32(44, true)
  const places = Array.from({ length: Math.min(count, IN_HEADER) }, (_, at) =>
    file.getUint32(76 + 4 * at, true),
  )
  let next = file.getUint32(68, true)
  while (places.length < count && next < END) {
    const more = numbers(part(file, HEADER + next * size, size))
    places.push(...more.slice(0, Math.min(more.length - 1, count - places.length)))
    next = more.at(-1) ?? END
  }
  return places
}

function chain(start: number, table: Uint32Array): number[] {
  const places: number[] = []
  for (let at = start; at < END; at = table[at] ?? END) {
    if (places.length > table.length) throw new RangeError('a chain without end')
    places.push(at)
  }
  return places
}

function entryAt(directory: DataView, index: number): { name: string; start: number; size: number } {
  const at = index * ENTRY
  const letters = Math.min(32, directory.getUint16(at + 64, true) / 2)
  const codes = Array.from({ length: Math.max(0, letters - 1) }, (_, i) =>
    directory.getUint16(at + 2 * i, true),
  )
  return {
    name: String.fromCharCode(...codes),
    start: directory.getUint32(at + 116, true),
    size: directory.getUint32(at + 120, true),
  }
}

function part(file: DataView, at: number, length: number): Uint8Array {
  if (at >= file.byteLength) throw new RangeError('beyond the end')
  return new Uint8Array(file.buffer, file.byteOffset + at, Math.min(length, file.byteLength - at))
}

function numbers(bytes: Uint8Array): Uint32Array {
  const from = view(bytes)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => from.getUint32(4 * at, true))
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

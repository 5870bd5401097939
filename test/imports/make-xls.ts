const SECTOR = 512
const [END, FREE, FAT] = [0xff_ff_ff_fe, 0xff_ff_ff_ff, 0xff_ff_ff_fd]

/** A workbook of one sheet as Excel 97 wrote it: texts and numbers, without formats. For tables of some hundred cells. */
export function makeXls(name: string, rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const globals = (offset: number) => [
    record(0x08_09, u16(0x06_00, 5, 0, 0), u32(0, 0)),
    record(0x00_85, u32(offset), Buffer.from([0, 0, name.length, 1]), utf16(name)),
    record(0x00_0a),
  ]
  const cells = rows.flatMap((row, at) => row.map((value, column) => cell(at, column, value)))
  const sheet = [record(0x08_09, u16(0x06_00, 0x10, 0, 0), u32(0, 0)), ...cells, record(0x00_0a)]
  const offset = Buffer.concat(globals(0)).length
  return compound(Buffer.concat([...globals(offset), ...sheet]))
}

function cell(row: number, column: number, value: string | number): Buffer {
  const place = u16(row, column, 0)
  if (typeof value === 'string') {
    return record(0x02_04, place, u16(value.length), Buffer.from([1]), utf16(value))
  }
  const number = Buffer.alloc(8)
  number.writeDoubleLE(value)
  return record(0x02_03, place, number)
}

/** A file in which the workbook is the only stream, beginning in the third sector. */
function compound(workbook: Buffer): Buffer {
  const sectors = Math.max(8, Math.ceil(workbook.length / SECTOR))
  const stream = Buffer.concat([workbook], sectors * SECTOR)
  const chain = Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? END : at + 3))
  const table = [FAT, END, ...chain]
  if (table.length > SECTOR / 4) throw new Error('too many cells')
  const header = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(16),
    u16(0x3e, 3, 0xff_fe, 9, 6, 0, 0, 0),
    u32(0, 1, 1, 0, 4096, END, 0, END, 0, 0),
    u32(...Array.from({ length: 108 }, () => FREE)),
  ])
  const directory = Buffer.concat(
    [entry('Root Entry', 5, 1, END, 0), entry('Workbook', 2, FREE, 2, stream.length)],
    SECTOR,
  )
  const free = Array.from({ length: SECTOR / 4 - table.length }, () => FREE)
  return Buffer.concat([header, u32(...table, ...free), directory, stream])
}

function entry(name: string, type: number, child: number, start: number, size: number): Buffer {
  return Buffer.concat([
    Buffer.concat([utf16(name)], 64),
    u16(2 * name.length + 2),
    Buffer.from([type, 1]),
    u32(FREE, FREE, child),
    Buffer.alloc(36),
    u32(start, size, 0),
  ])
}

function record(type: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([u16(type, body.length), body])
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const u16 = (...numbers: number[]) => Buffer.from(Uint16Array.from(numbers).buffer)
const u32 = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer)

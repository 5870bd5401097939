import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip; what is said of it may be untrue. */
export interface Part {
  name: string
  data: string | Uint8Array
  /** What the directory says instead of the truth. */
  says?: { size?: number; packed?: number; method?: number; flags?: number }
}

/** A zip with these files, deflated. */
export function makeZip(parts: readonly Part[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, says = {} } of parts) {
    const raw = Buffer.from(data)
    const packed = deflateRawSync(raw)
    const title = Buffer.from(name)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(20, 6)
    header.writeUInt16LE(says.flags ?? 0, 8)
    header.writeUInt16LE(says.method ?? 8, 10)
    header.writeUInt32LE(crc32(raw), 16)
    header.writeUInt32LE(says.packed ?? packed.length, 20)
    header.writeUInt32LE(says.size ?? raw.length, 24)
    header.writeUInt16LE(title.length, 28)
    header.writeUInt32LE(offset, 42)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    header.copy(local, 4, 6, 32)
    const file = Buffer.concat([local, title, packed])
    files.push(file)
    directory.push(header, title)
    offset += file.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook whose only sheet has this XML. */
export function workbookParts(sheet: string): Part[] {
  return [
    { name: '[Content_Types].xml', data: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
  ]
}

/** The XML of a sheet with these cells, each row a list of `<c>` elements; what follows the rows may be given too. */
export function sheetXml(rows: readonly string[], after = ''): string {
  const lines = rows.map(cells => `<row>${cells}</row>`)
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`
}

/** A cell with text. */
export function textCell(text: string, ref?: string): string {
  return `<c${ref === undefined ? '' : ` r="${ref}"`} t="inlineStr"><is><t>${text}</t></is></c>`
}

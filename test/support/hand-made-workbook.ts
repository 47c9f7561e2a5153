import { crc32, deflateRawSync } from 'node:zlib'

/*
 * Workbooks written byte by byte, so that the reader is not tried on what its own library writes.
 */

type ZipPart = {
  readonly name: string
  readonly text: string | Uint8Array
  /** A size that the part is said to have, where it is a lie. */
  readonly said?: number
  readonly flags?: number
  /** What the list of the zip says instead of what stands before the part. */
  readonly listed?: { readonly packed?: number; readonly unpacked?: number; readonly at?: number }
}

const heads = ({ name, text, said, flags = 0 }: ZipPart) => {
  const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  const packed = deflateRawSync(bytes)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(said ?? bytes.length, 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  return { name: Buffer.from(name), packed, fields }
}

const sign = (...bytes: number[]): Buffer => Buffer.from([0x50, 0x4b, ...bytes])

/** What the list says of a part: what the part says itself, but for the lies. */
const listedOf = (fields: Buffer, { listed = {} }: ZipPart): Buffer => {
  const copy = Buffer.from(fields)
  if (listed.packed !== undefined) copy.writeUInt32LE(listed.packed, 14)
  if (listed.unpacked !== undefined) copy.writeUInt32LE(listed.unpacked, 18)
  return copy
}

/** A zip of these parts, each deflated; `listBytes` is how long its list is said to be. */
export const zipOf = (
  parts: readonly ZipPart[],
  { listBytes }: { readonly listBytes?: number } = {},
): Uint8Array => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const { name, packed, fields } = heads(part)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(part.listed?.at ?? at, 10)
    directory.push(sign(1, 2), Buffer.from([20, 0]), listedOf(fields, part), place, name)
    const file = Buffer.concat([sign(3, 4), fields, name, packed])
    files.push(file)
    at += file.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listBytes ?? list.length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...files, list, sign(5, 6), end]))
}

export type HandSheet = {
  readonly name: string
  /** What stands in `<sheetData>`, and after it. */
  readonly data: string
  readonly after?: string
  readonly state?: 'hidden' | 'veryHidden'
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escapedXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

const relations = (...all: readonly string[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`

/** Style 1 of these workbooks is a day, 2 a day with the year last, 3 and 4 are per cent, 5 has a sign that is one alone. */
const styles = `${head}<styleSheet ${main}><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0\\ %"/><numFmt numFmtId="166" formatCode="0.0&quot; %&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="9"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`

/** The parts of a workbook, before they are packed. */
export const workbookParts = (
  sheets: readonly HandSheet[],
  { is1904 = false }: { readonly is1904?: boolean } = {},
): ZipPart[] => {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapedXml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      text: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: '_rels/.rels', text: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      text: `${head}<workbook ${main} xmlns:r="${office}">${is1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(
        ...sheets.map((_, i) =>
          relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
        ),
        relation('rIdStyles', 'styles', 'styles.xml'),
      ),
    },
    { name: 'xl/styles.xml', text: styles },
    ...sheets.map(({ data, after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      text: `${head}<worksheet ${main}><sheetData>${data}</sheetData>${after}</worksheet>`,
    })),
  ]
}

export const handMade = (
  sheets: readonly HandSheet[],
  options: { readonly is1904?: boolean } = {},
): Uint8Array => zipOf(workbookParts(sheets, options))

/** A cell with a text in it, by its letters and row. */
export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(text)}</t></is></c>`

export const numberCell = (place: string, number: number, style = 0): string =>
  `<c r="${place}" s="${style}"><v>${number}</v></c>`

export const rowOf = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells.join('')}</row>`

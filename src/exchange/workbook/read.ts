import {
  type Tag,
  attributesOf,
  dayOf,
  eachTag,
  mergeOf,
  percentStyles,
} from '#src/exchange/workbook/mark-up.ts'
import { type Parts, partsOf } from '#src/exchange/workbook/parts.ts'
import type {
  Merge,
  Sheet,
  SheetRow,
  Value,
  Workbook,
  WorkbookFault,
} from '#src/exchange/workbook/sheets.ts'

/** The most rows, columns, cells and merged blocks of one sheet: a book's longest page has a fifth of it. */
const sheetRowsMax = 25_000
const sheetColumnsMax = 200
const cellsMax = 500_000
const mergesMax = 5_000
/** Rows that merged blocks reach over, all together: blocks may lie on each other. */
const coveredMax = 2_000_000
/** One text may be named by any number of cells: so many letters are in the largest CSV file too. */
const lettersMax = 10 * 1024 * 1024
const sheetsMax = 60

type Place = { readonly name: string; readonly isHidden: boolean; readonly path: string }
type Directory = {
  readonly is1904: boolean
  readonly sheets: readonly Place[]
  /** Of which cells are shown as per cent. */
  readonly percentStyles: ReadonlySet<string>
}

const relationsIn = (text: string): Map<string, { type: string; target: string }> | undefined => {
  const found = new Map<string, { type: string; target: string }>()
  const told = eachTag(text, (tag) => {
    if (tag.name !== 'Relationship' || tag.isEnd) return
    const of = attributesOf(tag)
    found.set(of.get('Id') ?? '', {
      type: of.get('Type') ?? '',
      target: of.get('Target') ?? '',
    })
  })
  return told === 'sound' ? found : undefined
}

/** "xl/" and "worksheets/sheet1.xml" -> "xl/worksheets/sheet1.xml"; from the root where it says so. */
const within = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter(Boolean)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  return steps.join('/')
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const sheetsIn = (
  text: string,
  pathOf: (relation: string) => string | undefined,
): Omit<Directory, 'percentStyles'> | undefined => {
  let is1904 = false
  const sheets: Place[] = []
  const told = eachTag(text, (tag) => {
    if (tag.isEnd) return
    if (tag.name === 'workbookPr') is1904 = isTrue(attributesOf(tag).get('date1904'))
    if (tag.name !== 'sheet') return
    const of = attributesOf(tag)
    const name = of.get('name') ?? ''
    const relation = of.get('id') ?? ''
    // The reader of cells counts the sheets that have both.
    if (name === '' || relation === '') return
    const isHidden = (of.get('state') ?? 'visible') !== 'visible'
    sheets.push({ name, isHidden, path: pathOf(relation) ?? '' })
  })
  return told === 'sound' ? { is1904, sheets } : undefined
}

const mainPath = async (parts: Parts): Promise<string | undefined> => {
  const root = relationsIn((await parts.text('_rels/.rels')) ?? '')
  const main = [...(root?.values() ?? [])].find(({ type }) => type.endsWith('/officeDocument'))
  return main && within('', main.target)
}

const directoryOf = async (parts: Parts): Promise<Directory | WorkbookFault> => {
  const path = await mainPath(parts)
  if (path === undefined || path.endsWith('.bin')) return 'workbook-other-format'
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? []
  const relations = relationsIn((await parts.text(`${folder}_rels/${file}.rels`)) ?? '')
  const text = await parts.text(path)
  if (text === undefined || !relations) return 'workbook-broken'
  const found = sheetsIn(text, (id) => {
    const relation = relations.get(id)
    return relation?.type.endsWith('/worksheet') ? within(folder, relation.target) : undefined
  })
  if (!found) return 'workbook-broken'
  if (found.sheets.length > sheetsMax) return 'workbook-too-large'
  const styles = [...relations.values()].find(({ type }) => type.endsWith('/styles'))
  const styled = styles && (await parts.text(within(folder, styles.target)))
  return { ...found, percentStyles: percentStyles(styled ?? '') }
}

type Looked = Pick<Sheet, 'merges' | 'notCalculated' | 'percents'>

/** What the reader of cells does not tell, and whether the page is one that may be given to it. */
const lookOver = (text: string, percentStyled: ReadonlySet<string>): Looked | WorkbookFault => {
  const merges: Merge[] = []
  const notCalculated = new Set<string>()
  const percents = new Set<string>()
  let cells = 0
  let hasFarColumn = false
  let cell: string | undefined
  let hasFormula = false
  let hasValue = false
  const begin = (tag: Tag): void => {
    if (tag.name === 'c') {
      cells += 1
      const of = attributesOf(tag)
      cell = of.get('r')
      if (cell !== undefined && percentStyled.has(of.get('s') ?? '')) percents.add(cell)
      hasFarColumn ||= /^[A-Z]{3}/.test(cell ?? '')
      hasFormula = false
      hasValue = false
    } else if (tag.name === 'f') hasFormula = true
    else if ((tag.name === 'v' || tag.name === 'is') && !tag.isEmpty) hasValue = true
    else if (tag.name === 'mergeCell') {
      const merge = mergeOf(tag)
      if (merge) merges.push(merge)
    }
  }
  const told = eachTag(text, (tag) => {
    if (!tag.isEnd) begin(tag)
    else if (tag.name === 'c' && cell !== undefined && hasFormula && !hasValue)
      notCalculated.add(cell)
    // Not a tag more is looked at than a book can have.
    const isTooLarge = hasFarColumn || cells > cellsMax || merges.length > mergesMax
    return isTooLarge ? 'enough' : undefined
  })
  if (told === 'enough') return 'workbook-too-large'
  if (told === 'broken') return 'workbook-broken'
  return { merges, notCalculated, percents }
}

const valueOf = (value: string | number | boolean | Date | null | undefined): Value => {
  if (!(value instanceof Date)) return value ?? null
  const day = dayOf(value)
  // Words that no column takes for a day.
  return day === undefined ? '?' : { day }
}

/** The rows of one sheet; a row without any value is left out. */
const rowsOf = async (bytes: Uint8Array, sheet: number): Promise<SheetRow[] | WorkbookFault> => {
  // Of 74 files, and few send a workbook.
  const { streamXlsxRows } = await import('hucre/xlsx')
  const rows: SheetRow[] = []
  let letters = 0
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const last = values.findLastIndex((value) => value !== null && value !== '')
    if (last < 0) continue
    if (last >= sheetColumnsMax || rows.length >= sheetRowsMax || !(index >= 0))
      return 'workbook-too-large'
    for (const value of values) letters += typeof value === 'string' ? value.length : 0
    if (letters > lettersMax) return 'workbook-too-large'
    rows.push({ row: index + 1, values: values.slice(0, last + 1).map(valueOf) })
  }
  return rows
}

const coveredBy = (merges: readonly Merge[], rows: number): number =>
  merges.reduce(
    (sum, { firstRow, lastRow }) => sum + Math.max(0, Math.min(lastRow - firstRow + 1, rows)),
    0,
  )

const sheetOf = async (
  bytes: Uint8Array,
  parts: Parts,
  { place, index, styles }: { place: Place; index: number; styles: ReadonlySet<string> },
): Promise<Sheet | WorkbookFault> => {
  const text = await parts.text(place.path)
  if (text === undefined) return 'workbook-broken'
  const looked = lookOver(text, styles)
  if (typeof looked === 'string') return looked
  // Whatever stops the reader of cells lies in the file: it is given nothing else.
  const rows = await rowsOf(bytes, index).catch(() => 'workbook-broken' as const)
  if (typeof rows === 'string') return rows
  if (coveredBy(looked.merges, rows.length) > coveredMax) return 'workbook-too-large'
  return { name: place.name, isHidden: place.isHidden, rows, ...looked }
}

/**
 * Reads the sheets of an `.xlsx` file that are asked for by name, or says why it is no workbook that is
 * read here. A sheet of nothing but a chart is none. A formula counts as what it last came to; colours, comments, pictures, charts and links to
 * other files are never opened. At most 10 MiB, 48 MiB unpacked, 25,000 rows and 200 columns a sheet.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  isWanted: (place: { readonly name: string; readonly isHidden: boolean }) => boolean = () => true,
): Promise<Workbook | WorkbookFault> => {
  const parts = partsOf(bytes)
  if (typeof parts === 'string') return parts
  const directory = await directoryOf(parts)
  if (typeof directory === 'string') return directory
  const sheets: Sheet[] = []
  for (const [index, place] of directory.sheets.entries()) {
    if (place.path === '' || !isWanted(place)) continue
    const sheet = await sheetOf(bytes, parts, { place, index, styles: directory.percentStyles })
    if (typeof sheet === 'string') return sheet
    sheets.push(sheet)
  }
  return { is1904: directory.is1904, sheets }
}

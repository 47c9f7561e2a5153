import type { Value } from '#src/exchange/workbook/sheets.ts'

/** A sheet to be written: the first row holds the headings and stays in sight. */
export type WrittenSheet = {
  /** At most 31 letters, none of `[ ] : * ? / \`; each sheet its own. */
  readonly name: string
  readonly rows: readonly (readonly Value[])[]
  /** Widths in letters; the program's own where it is left out. */
  readonly widths?: readonly number[]
}

/** Told of all files alike, so that the same content is the same bytes on every day. */
const writtenOn = new Date(Date.UTC(2000, 0, 1))

const dayFormat = 'yyyy-mm-dd'

type Styled = {
  readonly style: { readonly numFmt: string } | { readonly font: { readonly bold: true } }
}

const isDay = (value: Value): value is { readonly day: string } =>
  value !== null && typeof value === 'object'

const styleOf = (value: Value, row: number): Styled | undefined => {
  if (isDay(value)) return { style: { numFmt: dayFormat } }
  return row === 0 ? { style: { font: { bold: true } } } : undefined
}

const stylesOf = (rows: WrittenSheet['rows']): Map<string, Styled> => {
  const styles = new Map<string, Styled>()
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries()) {
      const style = styleOf(value, row)
      if (style) styles.set(`${row},${column}`, style)
    }
  return styles
}

/** A text that the format would take for a character of its own is written so that it stays what it is. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    // XML has no way to write these; those from U+007F to U+009F it has.
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, (sign) =>
      '\t\n\r'.includes(sign) || (sign >= '\u007f' && sign <= '\u009f') ? sign : '\ufffd',
    )

const cellOf = (value: Value): string | number | boolean | Date | null => {
  if (isDay(value)) return new Date(`${value.day}T00:00:00.000Z`)
  return typeof value === 'string' ? escaped(value) : value
}

/**
 * Writes sheets as one `.xlsx` file. A text stays a text, also where it begins like a formula; a day is a day.
 * The same sheets give the same bytes.
 */
export const writeWorkbook = async (sheets: readonly WrittenSheet[]): Promise<Uint8Array> => {
  // Of 74 files, and few ask for a workbook.
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    properties: { created: writtenOn, modified: writtenOn },
    sheets: sheets.map(({ name, rows, widths }) => ({
      name,
      rows: rows.map((row) => row.map(cellOf)),
      cells: stylesOf(rows),
      freezePane: { rows: 1 },
      ...(widths ? { columns: widths.map((width) => ({ width })) } : {}),
    })),
  })
}

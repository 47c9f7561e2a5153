// Writes a list of another system under our headings: node to-our-headings.mjs MAP.json THEIRS.csv > ours.csv
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** Tells what to do and ends; of a list only the place is told, since its cells may name people. */
const end = (said) => {
  process.stderr.write(`${said}\n`)
  process.exit(1)
}

const [mapFile, listFile] = process.argv.slice(2)
if (!listFile) end('Say which map and which list: node to-our-headings.mjs MAP.json THEIRS.csv')

const mapIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return end('The map cannot be read: is it the first of the two files, and JSON?')
  }
}

/** The rows of a list. What the reader of CSV says of a fault would name who stands in the row. */
const rowsOf = (file, delimiter) => {
  try {
    return parse(readFileSync(file), { delimiter, bom: true, skip_empty_lines: true })
  } catch ({ code, lines }) {
    if (lines === undefined)
      return end('The list cannot be read: is it the second of the two files?')
    return end(
      code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
        ? `Row ${lines}: this row has other columns than the heading.`
        : `Row ${lines}: a quotation mark stands where none can be, or is not closed.`,
    )
  }
}

const { delimiter = ',', columns, days = {}, sums = [], values = {}, always = {} } = mapIn(mapFile)
const rows = rowsOf(listFile, delimiter)
const headings = rows[0] ?? []
const wanted = Object.entries(columns)
const lost = wanted.filter(([, theirs]) => !headings.includes(theirs)).map(([ours]) => ours)
if (lost.length > 0)
  end(`The list has no column for: ${lost.join(', ')}. Put its heading into "columns" of the map.`)

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const two = (text) => text.padStart(2, '0')
/** Days as other systems write them. */
const dayForms = {
  'day/month/year': [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, ([, d, m, y]) => [y, m, d]],
  'day month year': [
    /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/,
    ([, d, m, y]) => [y, String(months.indexOf(m.toLowerCase()) + 1), d],
  ],
}

const cellOf = (ours, text, row) => {
  const bad = () =>
    end(`Row ${row}, ${ours}: this cell is not what the map says. Mend the list or the map.`)
  const cell = text.trim()
  if (cell === '') return ''
  if (values[ours]) return Object.hasOwn(values[ours], cell) ? values[ours][cell] : bad()
  if (days[ours]) {
    const [form, parts] = dayForms[days[ours]] ?? bad()
    const found = form.exec(cell)
    if (!found) bad()
    const [y, m, d] = parts(found)
    return m === '0' ? bad() : `${y}-${two(m)}-${two(d)}`
  }
  // "1,200,000.00" is whole; anything behind the point that is not zero is no sum of riel.
  if (sums.includes(ours))
    return /^\d{1,3}(,\d{3})*(\.0+)?$|^\d+(\.0+)?$/.test(cell)
      ? cell.replaceAll(',', '').replace(/\.0+$/, '')
      : bad()
  return cell
}

const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const write = (cells) => process.stdout.write(`${cells.map(quoted).join(',')}\n`)
write([...wanted.map(([ours]) => ours), ...Object.keys(always)])
const lines = rows
  .slice(1)
  .map((row, i) => [
    ...wanted.map(([ours, theirs]) => cellOf(ours, row[headings.indexOf(theirs)] ?? '', i + 2)),
    ...Object.values(always),
  ])
for (const line of lines) write(line)

import { Decimal } from 'decimal.js'
import type { Figures } from '#src/exchange/cases/fields.ts'

/** The first cell at which a case and the computed figures part. */
export type Difference = {
  readonly cell: string
  readonly expected: string
  readonly computed: string
}

const isFigures = (value: unknown): value is Figures =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNumeric = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

const shown = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : String(value)

/** Sums are compared as numbers, so that "0" is "0.00"; all else as it is written. */
const isSame = (expected: unknown, computed: unknown): boolean => {
  const [one, other] = [shown(expected), shown(computed)]
  return isNumeric(one) && isNumeric(other) ? new Decimal(one).eq(other) : one === other
}

const differs = (cell: string, expected: unknown, computed: unknown): Difference | undefined =>
  isSame(expected, computed)
    ? undefined
    : { cell, expected: shown(expected), computed: shown(computed) }

type Comparison = (expected: unknown, computed: unknown, cell: string) => Difference | undefined

const first = <Item>(
  items: readonly Item[],
  look: (item: Item) => Difference | undefined,
): Difference | undefined => {
  for (const item of items) {
    const difference = look(item)
    if (difference) return difference
  }
  return undefined
}

const compareFields: Comparison = (expected, computed, cell) => {
  if (!isFigures(expected)) return differs(cell, expected, computed)
  const figures = isFigures(computed) ? computed : {}
  return first(Object.keys(expected), (key) =>
    compareAny(expected[key], figures[key], `${cell}/${key}`),
  )
}

const compareList: Comparison = (expected, computed, cell) => {
  const list = Array.isArray(expected) ? expected : []
  const others = Array.isArray(computed) ? computed : []
  return (
    first([...list.entries()], ([i, item]) => compareAny(item, others[i], `${cell}/${i + 1}`)) ??
    differs(`${cell}/length`, list.length, others.length)
  )
}

const compareAny: Comparison = (expected, computed, cell) =>
  Array.isArray(expected)
    ? compareList(expected, computed, cell)
    : compareFields(expected, computed, cell)

/** The day on which a row was paid says nothing of a row on which there is nothing to pay. */
const withoutIdlePaidOn = (row: unknown): unknown => {
  if (!isFigures(row) || !isSame(row['total'], '0')) return row
  const { paidOn: _, ...rest } = row
  return rest
}

const compareRows: Comparison = (expected, computed, cell) =>
  compareList(Array.isArray(expected) ? expected.map(withoutIdlePaidOn) : expected, computed, cell)

/** Rows of which only some are stated are found by their number. */
const compareSomeRows: Comparison = (expected, computed, cell) => {
  const rows = Array.isArray(computed) ? computed : []
  return first(Array.isArray(expected) ? expected : [], (row: Figures) =>
    compareFields(
      withoutIdlePaidOn(row),
      rows.find((other: Figures) => isSame(other['n'], row['n'])),
      `${cell}/${shown(row['n'])}`,
    ),
  )
}

/** Every name that an allotment has, also those that the case does not expect. */
const compareExactly: Comparison = (expected, computed, cell) => {
  const [one, other] = [expected, computed].map((value) => (isFigures(value) ? value : {}))
  return first([...new Set([...Object.keys(one!), ...Object.keys(other!)])], (key) =>
    differs(`${cell}/${key}`, one![key], other![key]),
  )
}

/** A computed rate with as many decimals as the case states, half up. */
const compareRounded =
  (decimals: unknown): Comparison =>
  (expected, computed, cell) =>
    differs(
      cell,
      expected,
      Decimal.isDecimal(computed)
        ? computed.toFixed(Number(decimals ?? 0), Decimal.ROUND_HALF_UP)
        : computed,
    )

const saysHow = ['decimals', 'roundedDecimals']

const comparisonOf = (name: string, expected: Figures): Comparison => {
  switch (name) {
    case 'rows':
      return compareRows
    case 'someRows':
      return compareSomeRows
    case 'byInstallment':
      return compareExactly
    case 'aprPercent':
    case 'value':
      return compareRounded(expected['decimals'])
    case 'roundedPercent':
      return compareRounded(expected['roundedDecimals'])
    default:
      return compareAny
  }
}

/**
 * What else a case may mean by a name: transactions with those that were reversed later, rows with the
 * balance that the plan alone leaves, whatever was drawn or paid ahead by then.
 */
const otherNames: Readonly<Record<string, string>> = {
  transactions: 'transactionsWithReversed',
  rows: 'rowsByPlan',
  someRows: 'rowsByPlan',
}

/** Differs only where no reading of the name is met as a whole; the first reading is told. */
const differenceAt = (name: string, expected: Figures, computed: Figures) => {
  const compare = comparisonOf(name, expected)
  const difference = compare(expected[name], computed[name], name)
  const other = computed[otherNames[name] ?? '']
  return difference && other !== undefined && compare(expected[name], other, name) === undefined
    ? undefined
    : difference
}

/**
 * The first cell that differs, in the order of the case; undefined where all that it states is so. A case
 * that states nothing shows nothing, and does not pass.
 */
export const differenceOf = (expected: Figures, computed: Figures): Difference | undefined => {
  const stated = Object.keys(expected).filter((name) => !saysHow.includes(name))
  if (stated.length === 0)
    return { cell: 'expected', expected: 'nothing', computed: 'nothing to compare with' }
  return first(stated, (name) => differenceAt(name, expected, computed))
}

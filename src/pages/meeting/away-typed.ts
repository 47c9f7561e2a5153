import {
  type AwayFigures,
  type AwayTable,
  awayMax,
  awayTableNames,
  awayTables,
  sumOfTable,
} from '#domain/fund/away-figures.ts'
import { sharesIn } from '#src/desk/entered.ts'

/** What is wrong with a field or, under the name of its table, with the lines of one. */
export type AwayFieldFault = 'digits' | 'large' | 'missing' | 'not-total'

export const awayTotalName = 'total'
export const awayLineName = (table: AwayTable, line: string): string => `${table}-${line}`

type AwayRead = {
  readonly figures: AwayFigures
  readonly faults: ReadonlyMap<string, AwayFieldFault>
}

/** Reads a count, in digits of either script; an empty line is nobody. */
export const awayIn = (of: (name: string) => string): AwayRead => {
  const faults = new Map<string, AwayFieldFault>()
  const read = (name: string): number => {
    const is = sharesIn(of(name))
    const count = typeof is === 'number' ? is : 0
    if (is === 'not-digits') faults.set(name, 'digits')
    if (is === 'too-large' || count > awayMax) faults.set(name, 'large')
    return count
  }
  const total = read(awayTotalName)
  if (of(awayTotalName).trim() === '') faults.set(awayTotalName, 'missing')
  const tables = awayTableNames.map((table) => [
    table,
    Object.fromEntries(awayTables[table].map((line) => [line, read(awayLineName(table, line))])),
  ])
  const figures = { total, ...Object.fromEntries(tables) } as AwayFigures
  if (faults.size > 0) return { figures, faults }
  for (const table of awayTableNames)
    if (sumOfTable(figures, table) !== total) faults.set(table, 'not-total')
  return { figures, faults }
}

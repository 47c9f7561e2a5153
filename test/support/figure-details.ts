import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { FigureRow } from '#src/app/health/figure-facts.ts'
import {
  type FigureDetail,
  type FigureKey,
  accountsOf,
  figureDetail,
} from '#src/app/health/figure-rows.ts'
import { viewChanges } from '#src/app/views.ts'
import { type Story, fundBookOf } from '#test/support/village.ts'

type Rows = readonly PostingRow[]

/** The figures of a story with what they are made of; `read` brings other postings than a figure asked for. */
export const detailsIn = ({ village, entries }: Story) => {
  const book = fundBookOf({ village, entries })
  const { postings } = viewChanges(village, entries)
  return (key: FigureKey, asOf: string, read?: (rows: Rows) => Rows): FigureDetail => {
    const health = healthOf(book, asOf)
    const more = moreHealthOf(book, health)
    const wanted = accountsOf(key)
    const own = postings.filter(({ account }) => wanted.includes(account))
    return figureDetail(key, { book, health, more, postings: read?.(postings) ?? own })
  }
}

const nameOf = (row: FigureRow): string => {
  switch (row.kind) {
    case 'loan':
      return row.number
    case 'member':
      return row.card
    case 'meeting':
      return row.on
    case 'postings':
      return `${row.on} ${row.entryType} ${row.entries.join('+')}`
    case 'sum':
      return row.on === undefined ? row.of : `${row.of} of ${row.on}`
    case 'account':
      return row.account
    case 'window':
      return row.windowId
    case 'finding':
      return row.finding.code
  }
}

/** Rows as a reader would say them: what it is, and how much. */
export const written = (rows: readonly FigureRow[] = []): string[] =>
  rows.map((row) => `${nameOf(row)} ${row.amount}`)

import type { FundBook } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'

/**
 * `sum` is whole smallest units of the row's currency, else of the fund's. `code` is of a closed list, `text` a
 * number of a card or a loan, an id or a hash: never a name.
 */
export type ListKind = 'text' | 'code' | 'day' | 'instant' | 'sum' | 'number' | 'percent'

/** What a list says in a column; `docs/data-dictionary.md` is printed from it. */
export type ListColumn = {
  /** Stable: programs find the column by it, in every form and language. */
  readonly key: string
  readonly kind: ListKind
  readonly meaning: string
  /** Invented. */
  readonly example: string
}

export type ListValue = string | number | null
export type ListRow = Readonly<Record<string, ListValue>>

/** What lists are made from: a book and its journal as they were known, and a day. */
export type ListsAsked = {
  readonly book: FundBook
  readonly asOf: LocalDate
  /** Through the day. */
  readonly postings: readonly PostingRow[]
  /** Every entry that was known, also those of later days, in the journal's order; read anew at each call. */
  readonly entries: () => AsyncIterable<JournalRow>
}

export type List = {
  /** What a row is. */
  readonly about: string
  readonly columns: readonly ListColumn[]
  readonly rows: (asked: ListsAsked) => Iterable<ListRow> | AsyncIterable<ListRow>
}

const ofKind =
  (kind: ListKind) =>
  (key: string, meaning: string, example: string): ListColumn => ({ key, kind, meaning, example })

/** A column of each kind, by its key, its meaning and an invented example. */
export const listed = {
  text: ofKind('text'),
  code: ofKind('code'),
  day: ofKind('day'),
  instant: ofKind('instant'),
  sum: ofKind('sum'),
  number: ofKind('number'),
  percent: ofKind('percent'),
} as const

type Of<Item> = (item: Item) => ListValue

/** A column together with what it says of an item. */
type ValuedColumn<Item> = ListColumn & { readonly of: Of<Item> }

const valuedOf =
  <Item>(kind: ListKind) =>
  (key: string, of: Of<Item>, told: readonly [meaning: string, example: string]) => ({
    ...ofKind(kind)(key, ...told),
    of,
  })

/** Columns of each kind for one sort of items: by key, what it says of an item, its meaning and an example. */
export const valued = <Item>() => ({
  text: valuedOf<Item>('text'),
  code: valuedOf<Item>('code'),
  day: valuedOf<Item>('day'),
  instant: valuedOf<Item>('instant'),
  sum: valuedOf<Item>('sum'),
  number: valuedOf<Item>('number'),
  percent: valuedOf<Item>('percent'),
})

type Listing<Item> = {
  readonly about: string
  readonly items: (asked: ListsAsked) => Iterable<Item> | AsyncIterable<Item>
  readonly columns: readonly ValuedColumn<Item>[]
}

/** A list whose columns say themselves what stands in them, so that none is without a value or a meaning. */
export const listOf = <Item>({ about, items, columns }: Listing<Item>): List => ({
  about,
  columns: columns.map(({ key, kind, meaning, example }) => ({ key, kind, meaning, example })),
  async *rows(asked) {
    for await (const item of items(asked))
      yield Object.fromEntries(columns.map(({ key, of }) => [key, of(item)]))
  },
})

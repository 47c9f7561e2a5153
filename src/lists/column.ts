import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'

/**
 * `sum` is whole smallest units of the row's currency, else of the fund's. `code` is of a closed list, `text` a
 * number of a card or a loan, an id or a hash: never a name.
 */
export type ListKind = 'text' | 'code' | 'day' | 'instant' | 'sum' | 'number' | 'percent'

/** What JSON tells apart and files do not: an id, yes or no, and what is several things at once. */
export type ColumnKind = ListKind | 'id' | 'yes-no' | 'group'

type Said = readonly [meaning: string, example: string]

type More<Value> = {
  /** Its name in files and statements, where that is not the one in JSON with underscores. */
  readonly file?: string
  /** Of a code: what it may be. */
  readonly choices?: readonly Value[]
}

/** What a list says in a column of an item. Its name in JSON is the key under which it stands among the columns. */
export type Column<Item, Value = unknown> = More<Value> & {
  readonly kind: ColumnKind
  readonly of: (item: Item) => Value
  /** What it means and an invented example, for `docs/data-dictionary.md`. */
  readonly said?: Said | undefined
}

type SaidOf<Item, Of> = Of extends keyof Item
  ? Item[Of]
  : Of extends (item: Item) => infer Value
    ? Value
    : never

/** A column of a kind; `of` may be the name under which an item itself has what is said. */
const ofKind =
  <Item>(kind: ColumnKind) =>
  <const Of extends keyof Item | ((item: Item) => unknown)>(
    of: Of,
    said?: Said,
    more?: More<SaidOf<Item, Of>>,
  ): Column<Item, SaidOf<Item, Of>> => ({
    ...more,
    kind,
    said,
    of: (item) =>
      (typeof of === 'function' ? of(item) : item[of as keyof Item]) as SaidOf<Item, Of>,
  })

/** Columns of each kind for one sort of items: what it says of one, what that means, and an example. */
export const columnsOf = <Item>() => ({
  id: ofKind<Item>('id'),
  text: ofKind<Item>('text'),
  code: ofKind<Item>('code'),
  day: ofKind<Item>('day'),
  instant: ofKind<Item>('instant'),
  sum: ofKind<Item>('sum'),
  number: ofKind<Item>('number'),
  percent: ofKind<Item>('percent'),
  yesOrNo: ofKind<Item>('yes-no'),
  group: ofKind<Item>('group'),
})

/** What JSON tells apart is text in a file. */
const inFile = (kind: ColumnKind): ListKind =>
  kind === 'id' || kind === 'yes-no' || kind === 'group' ? 'text' : kind

/** Any columns, by their names in JSON. */
export type Columns = Readonly<Record<string, Column<never>>>

type ItemOf<C> = [C] extends [{ readonly of: (item: infer Item) => unknown }] ? Item : never

/** What a column says. */
export type ValueOf<C> = C extends { readonly of: (item: never) => infer Value } ? Value : never

/** What columns say of an item. */
export type RowOf<C> = { readonly [Key in keyof C]: ValueOf<C[Key]> }

type Words<Line extends string> = Line extends `${infer First} ${infer Rest}`
  ? First | Words<Rest>
  : Line

/** Some of the columns, in the order in which a line of words names them. */
export const chosen = <C extends Columns, const Line extends string>(
  columns: C,
  names: Line & (Words<Line> extends keyof C ? unknown : never),
) =>
  Object.fromEntries(names.split(' ').map((name) => [name, columns[name]])) as Pick<
    C,
    Words<Line> & keyof C
  >

/** What columns say of an item, by their names in JSON. */
export const rowBy = <C extends Columns>(columns: C, item: ItemOf<C[keyof C]>): RowOf<C> =>
  Object.fromEntries(
    Object.entries(columns).map(([key, { of }]) => [key, of(item as never)]),
  ) as RowOf<C>

/** A column of a file; `docs/data-dictionary.md` is printed from it. */
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

const underscored = (key: string): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Listed<Item> = Readonly<Record<string, Column<Item, ListValue>>>

/** Columns as files and statements have them, and how a row of theirs is made of an item. */
export const inFiles = <Item>(columns: Listed<Item>) => {
  const named = Object.entries(columns).map(([name, column]) => ({
    ...column,
    key: column.file ?? underscored(name),
  }))
  return {
    columns: named.map(({ key, kind, said: [meaning, example] = ['', ''] }): ListColumn => ({
      key,
      kind: inFile(kind),
      meaning,
      example,
    })),
    rowOf: (item: Item): ListRow => Object.fromEntries(named.map(({ key, of }) => [key, of(item)])),
  }
}

/** What lists are made from: a book and its journal as they were known, and a day. */
export type ListSource = {
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
  readonly rows: (asked: ListSource) => Iterable<ListRow> | AsyncIterable<ListRow>
}

type Listing<Item> = {
  readonly about: string
  readonly items: (asked: ListSource) => Iterable<Item> | AsyncIterable<Item>
  readonly columns: Listed<Item>
}

/** A list for files: its columns say themselves what stands in them, so that none is without a value. */
export const listOf = <Item>({ about, items, columns: said }: Listing<Item>): List => {
  const { columns, rowOf } = inFiles(said)
  return {
    about,
    columns,
    async *rows(asked) {
      for await (const item of items(asked)) yield rowOf(item)
    },
  }
}

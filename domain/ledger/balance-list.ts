import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
import { withInPlace } from '#domain/kernel/blocks.ts'
import { lasting } from '#domain/kernel/kept.ts'
import { mapWith } from '#domain/kernel/layers.ts'
import { type ListOf, putTogether } from '#domain/kernel/list-of.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type AccountId, type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import { type Posted, nothingPosted } from '#domain/ledger/balances.ts'
import { daysGoOver } from '#domain/ledger/each-day.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import {
  type Running,
  copyOfRunning,
  countOf,
  move,
  movesIn,
  nothingRunning,
} from '#domain/ledger/running.ts'

/*
 * Balances come as one list, all days of all accounts. What a list is looked up by is made once of it, when it is asked for
 * first, and a list that follows on another one takes it over with what was posted since.
 */

type Balances = ListOf<BalanceRow>
type Rows = readonly BalanceRow[]

/** What a kind of account came to in one currency, period closes apart. */
type KindLine = {
  readonly kind: AccountKind
  readonly currency: Currency
  readonly isClosing: boolean
  readonly line: Running
}

type KindLines = ReadonlyMap<string, KindLine>

/** An account as its rows were read, or, where something was posted to it since, as what its rows are of. */
type Own = Rows | KindLines

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const byAccount = new WeakMap<Balances, ReadonlyMap<AccountId, Own>>()
const byDay = new WeakMap<Balances, Posted>()
const ofKinds = new WeakMap<Balances, KindLines>()

const keptFor = <Of extends Balances | Own, Made>(
  kept: WeakMap<Of, Made>,
  of: Of,
  make: () => Made,
): Made => {
  const known = kept.get(of) ?? make()
  kept.set(of, known)
  return known
}

const accountsOf = (balances: Balances): ReadonlyMap<AccountId, Own> =>
  keptFor(byAccount, balances, () => Map.groupBy(balances, (row) => row.account))

const isRead = (own: Own): own is Rows => Array.isArray(own)

const lengthOf = (own: Own): number => {
  if (isRead(own)) return own.length
  let length = 0
  for (const { line } of own.values()) length += countOf(line)
  return length
}

const inOrder = (a: BalanceRow, b: BalanceRow): number =>
  byText(a.currency, b.currency) || byText(a.on, b.on) || Number(a.isClosing) - Number(b.isClosing)

const rowsOfLines = new WeakMap<KindLines, Rows>()

/** An account's rows, each day of a currency once; put together when somebody reads them. */
const rowsOf = (account: AccountId, own: Own): Rows =>
  isRead(own)
    ? own
    : keptFor(rowsOfLines, own, () =>
        [...own.values()]
          .flatMap(({ currency, isClosing, line }) =>
            movesIn(line).map(({ on, amount }) => ({ account, currency, on, isClosing, amount })),
          )
          .toSorted(inOrder),
      )

/** What one account came to in one currency, period closes included. */
export type AccountLine = {
  readonly account: AccountId
  readonly currency: Currency
  /** Where its kind stands in the chart of accounts. */
  readonly place: number
  /** By which accounts stand in the order of the chart. */
  readonly key: string
  readonly line: Running
}

const linesOfAccount = new WeakMap<Own, readonly AccountLine[]>()
const linesInOrder = new WeakMap<Balances, readonly AccountLine[]>()

/** One account's lines with rows that were posted to it since; of a currency that nothing was posted in it is the same value. */
const linesWith = (before: readonly AccountLine[], news: Rows): readonly AccountLine[] => {
  const lines = new Map(before.map((one) => [one.currency, one]))
  for (const [currency, own] of Map.groupBy(news, (row) => row.currency)) {
    const known = lines.get(currency)
    const line = known ? copyOfRunning(known.line) : nothingRunning()
    for (const { on, amount } of own) move(line, on, amount)
    const { account } = own[0]!
    const place = known?.place ?? accountKinds.indexOf(kindOf(account))
    const key = known?.key ?? `${String(place).padStart(2, '0')} ${account} ${currency}`
    lines.set(currency, Object.freeze({ account, currency, place, key, line }))
  }
  return [...lines.values()]
}

/**
 * What each account came to by currency, in the order of the chart; of an account that nothing was posted to it is the same
 * value in the list that follows.
 */
export const accountLinesOf = (balances: Balances): readonly AccountLine[] =>
  keptFor(linesInOrder, balances, () =>
    lasting(
      [...accountsOf(balances)]
        .flatMap(([account, own]) =>
          keptFor(linesOfAccount, own, () => linesWith([], rowsOf(account, own))),
        )
        .toSorted((a, b) => byText(a.key, b.key)),
    ),
  )

/** The balances of one account. */
export const balancesOf = (balances: Balances, account: AccountId): Rows =>
  rowsOf(account, accountsOf(balances).get(account) ?? [])

/** Lines in which nothing moved are the same values as before. */
const linesAnd = <Key>(
  lines: ReadonlyMap<Key, Running>,
  news: Iterable<BalanceRow>,
  keyOfRow: (row: BalanceRow) => Key,
): ReadonlyMap<Key, Running> => {
  const moved = new Map<Key, Running>()
  for (const row of news) {
    const key = keyOfRow(row)
    const line = moved.get(key) ?? copyOfRunning(lines.get(key) ?? nothingRunning())
    move(line, row.on, row.amount)
    moved.set(key, line)
  }
  return mapWith(lines, moved)
}

const postedAnd = ({ accounts, kinds }: Posted, news: Iterable<BalanceRow>): Posted => ({
  accounts: linesAnd(accounts, news, (row) => row.account),
  kinds: linesAnd(kinds, news, (row) => kindOf(row.account)),
})

/** What was posted by account, by kind and by day, as decisions look at it. Nobody may post to it. */
export const postedOf = (balances: Balances): Posted =>
  keptFor(byDay, balances, () => postedAnd(nothingPosted(), balances))

/** The same of kinds and currencies, period closes apart. */
const kindsAnd = (before: KindLines, news: Iterable<BalanceRow>): KindLines => {
  const kinds = new Map(before)
  for (const { account, currency, isClosing, on, amount } of news) {
    const kind = kindOf(account)
    const key = `${kind} ${currency} ${isClosing}`
    const was = before.get(key)
    let own = kinds.get(key)
    if (!own || own === was) {
      const line = was ? copyOfRunning(was.line) : nothingRunning()
      own = { kind, currency, isClosing, line }
      kinds.set(key, own)
    }
    move(own.line, on, amount)
  }
  return kinds
}

/** What each kind of account came to, by currency, period closes apart. */
export const kindLinesOf = (balances: Balances): Iterable<KindLine> =>
  keptFor(ofKinds, balances, () => kindsAnd(new Map(), balances)).values()

const linesOfRows = new WeakMap<Rows, KindLines>()

/** An account with what moved since. */
const ownAnd = (own: Own, news: Rows): KindLines =>
  kindsAnd(isRead(own) ? keptFor(linesOfRows, own, () => kindsAnd(new Map(), own)) : own, news)

type Taken = { readonly account: AccountId; readonly before: Own; readonly after: KindLines }

/** What is known of the lines of accounts goes over to the list that follows on it. */
const takeLines = (
  before: Balances,
  after: Balances,
  news: ReadonlyMap<AccountId, Rows>,
  taken: readonly Taken[],
): void => {
  const known = linesInOrder.get(before)
  const moved: AccountLine[] = []
  for (const { account, before: was, after: own } of taken) {
    const lines = lengthOf(was) === 0 ? [] : linesOfAccount.get(was)
    if (!lines) continue
    linesOfAccount.set(own, linesWith(lines, news.get(account)!))
    moved.push(...linesOfAccount.get(own)!)
  }
  if (known) linesInOrder.set(after, withInPlace(known, moved))
}

/** Balances and what moves beside them; they come in the order of accounts, currencies and days. */
export const balancesAnd = (balances: Balances, news: Rows): Balances => {
  if (news.length === 0) return balances
  const accounts = accountsOf(balances)
  const byOwn = Map.groupBy(news, (row) => row.account)
  const taken = [...byOwn].map(([account, own]): Taken => {
    const before = accounts.get(account) ?? []
    return { account, before, after: ownAnd(before, own) }
  })
  const own = mapWith(
    accounts,
    taken.map(({ account, after }) => [account, after] as const),
  )
  const more = taken.reduce((sum, { before, after }) => sum + lengthOf(after) - lengthOf(before), 0)
  const all = putTogether(balances.length + more, () =>
    [...own]
      .toSorted(([a], [b]) => byText(a, b))
      .flatMap(([account, rows]) => rowsOf(account, rows)),
  )
  byAccount.set(all, own)
  daysGoOver(balances, all, news.map(({ on }) => on).reduce(earlier))
  takeLines(balances, all, byOwn, taken)
  const posted = byDay.get(balances)
  if (posted) byDay.set(all, postedAnd(posted, news))
  const kinds = ofKinds.get(balances)
  if (kinds) ofKinds.set(all, kindsAnd(kinds, news))
  return all
}

/** Balances with what was posted since. */
export const balancesWith = (
  balances: Balances,
  postings: readonly Omit<PostingRow, 'seq' | 'line' | 'effectiveOn'>[],
): Balances =>
  balancesAnd(
    balances,
    postings.map(({ account, currency, on, entryType, amount }) => ({
      account,
      currency,
      on,
      isClosing: entryType === 'PeriodClosed',
      amount,
    })),
  )

/** A stretch of days, from its first day or from the beginning, with period closes or without. */
export type Range = {
  readonly from?: LocalDate
  readonly through: LocalDate
  readonly withClosing: boolean
}

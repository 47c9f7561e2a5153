import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
import { placeIn, withInPlace } from '#domain/kernel/blocks.ts'
import { mapWith } from '#domain/kernel/layers.ts'
import { type ListOf, putTogether } from '#domain/kernel/list-of.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { type AccountId, type AccountKind, accountKinds, kindOf } from '#domain/ledger/accounts.ts'
import { type Posted, nothingPosted, post } from '#domain/ledger/balances.ts'
import { daysGoOver } from '#domain/ledger/each-day.ts'
import type { BalanceRow, PostingRow } from '#domain/ledger/rows.ts'
import { type Running, copyOfRunning, move, nothingRunning } from '#domain/ledger/running.ts'

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

type Moved = Pick<BalanceRow, 'account' | 'currency' | 'on' | 'isClosing' | 'amount'>

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const byAccount = new WeakMap<Balances, ReadonlyMap<AccountId, Rows>>()
const byDay = new WeakMap<Balances, Posted>()
const ofKinds = new WeakMap<Balances, ReadonlyMap<string, KindLine>>()

const keptFor = <Made>(
  kept: WeakMap<Balances, Made>,
  balances: Balances,
  make: () => Made,
): Made => {
  const known = kept.get(balances) ?? make()
  kept.set(balances, known)
  return known
}

const accountsOf = (balances: Balances): ReadonlyMap<AccountId, Rows> =>
  keptFor(byAccount, balances, () => Map.groupBy(balances, (row) => row.account))

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

const linesOfAccount = new WeakMap<Rows, readonly AccountLine[]>()
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
    Object.freeze(
      [...accountsOf(balances).values()]
        .flatMap((rows) => keptFor(linesOfAccount, rows, () => linesWith([], rows)))
        .toSorted((a, b) => byText(a.key, b.key)),
    ),
  )

/** The balances of one account. */
export const balancesOf = (balances: Balances, account: AccountId): Rows =>
  accountsOf(balances).get(account) ?? []

/** What was posted by account, by kind and by day, as decisions look at it. Nobody may post to it. */
export const postedOf = (balances: Balances): Posted =>
  keptFor(byDay, balances, () => {
    const posted = nothingPosted()
    for (const row of balances) post(posted, row)
    return posted
  })

const keyOf = ({ account, currency, isClosing }: Moved): string =>
  `${kindOf(account)} ${currency} ${isClosing}`

const moveKind = (lines: Map<string, KindLine>, row: Moved): void => {
  const { account, currency, isClosing, on, amount } = row
  const key = keyOf(row)
  const known = lines.get(key)
  const own = known ?? { kind: kindOf(account), currency, isClosing, line: nothingRunning() }
  if (!known) lines.set(key, own)
  move(own.line, on, amount)
}

/** What each kind of account came to, by currency, period closes apart. */
export const kindLinesOf = (balances: Balances): Iterable<KindLine> =>
  keptFor(ofKinds, balances, () => {
    const lines = new Map<string, KindLine>()
    for (const row of balances) moveKind(lines, row)
    return lines
  }).values()

const inOrder = (a: Moved, b: Moved): number =>
  byText(a.account, b.account) ||
  byText(a.currency, b.currency) ||
  byText(a.on, b.on) ||
  Number(a.isClosing) - Number(b.isClosing)

/** An account's rows with what moved since. */
const rowsAnd = (before: Rows, news: Rows): Rows => {
  const rows = before.slice()
  for (const row of news) {
    const at = placeIn(rows, (one) => inOrder(one, row) < 0)
    const there = rows[at]
    if (there && inOrder(there, row) === 0)
      rows[at] = { ...there, amount: there.amount + row.amount }
    else rows.splice(at, 0, row)
  }
  return rows
}

/** Lines in which nothing moved are the same values as before. */
const linesAnd = <Key>(
  lines: ReadonlyMap<Key, Running>,
  news: Rows,
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

const kindsAnd = (before: ReadonlyMap<string, KindLine>, news: Rows): Map<string, KindLine> => {
  const kinds = new Map(before)
  for (const key of new Set(news.map(keyOf))) {
    const one = before.get(key)
    if (one) kinds.set(key, { ...one, line: copyOfRunning(one.line) })
  }
  for (const row of news) moveKind(kinds, row)
  return kinds
}

type Taken = { readonly account: AccountId; readonly before: Rows; readonly after: Rows }

/** What is known of the lines of accounts goes over to the list that follows on it. */
const takeLines = (
  before: Balances,
  after: Balances,
  news: ReadonlyMap<AccountId, Rows>,
  taken: readonly Taken[],
): void => {
  const known = linesInOrder.get(before)
  const moved: AccountLine[] = []
  for (const { account, before: rows, after: own } of taken) {
    const lines = rows.length === 0 ? [] : linesOfAccount.get(rows)
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
    return { account, before, after: rowsAnd(before, own) }
  })
  const own = mapWith(
    accounts,
    taken.map(({ account, after }) => [account, after] as const),
  )
  const more = taken.reduce((sum, { before, after }) => sum + after.length - before.length, 0)
  const all = putTogether(balances.length + more, () =>
    [...own].toSorted(([a], [b]) => byText(a, b)).flatMap(([, rows]) => rows),
  )
  byAccount.set(all, own)
  daysGoOver(balances, all, news.map(({ on }) => on).reduce(earlier))
  takeLines(balances, all, byOwn, taken)
  const posted = byDay.get(balances)
  if (posted)
    byDay.set(all, {
      accounts: linesAnd(posted.accounts, news, (row) => row.account),
      kinds: linesAnd(posted.kinds, news, (row) => kindOf(row.account)),
    })
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

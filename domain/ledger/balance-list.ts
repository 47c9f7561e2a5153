import { type LocalDate, earlier } from '#domain/kernel/dates.ts'
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

type Balances = readonly BalanceRow[]

/** What a kind of account came to in one currency, period closes apart. */
type KindLine = {
  readonly kind: AccountKind
  readonly currency: Currency
  readonly isClosing: boolean
  readonly line: Running
}

type Moved = Pick<BalanceRow, 'account' | 'currency' | 'on' | 'isClosing' | 'amount'>

const byAccount = new WeakMap<Balances, ReadonlyMap<AccountId, Balances>>()
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

const accountsOf = (balances: Balances): ReadonlyMap<AccountId, Balances> =>
  keptFor(byAccount, balances, () => Map.groupBy(balances, (row) => row.account))

/** What one account came to in one currency, period closes included. */
export type AccountLine = {
  readonly account: AccountId
  readonly currency: Currency
  /** Where its kind stands in the chart of accounts. */
  readonly place: number
  readonly line: Running
}

const linesOfAccount = new WeakMap<Balances, readonly AccountLine[]>()
const linesInOrder = new WeakMap<Balances, readonly AccountLine[]>()

/** One account's lines with rows that were posted to it since; of a currency that nothing was posted in it is the same value. */
const linesWith = (before: readonly AccountLine[], news: Balances): readonly AccountLine[] => {
  const lines = new Map(before.map((one) => [one.currency, one]))
  for (const [currency, own] of Map.groupBy(news, (row) => row.currency)) {
    const known = lines.get(currency)
    const line = known ? copyOfRunning(known.line) : nothingRunning()
    for (const { on, amount } of own) move(line, on, amount)
    const { account } = own[0]!
    const place = known?.place ?? accountKinds.indexOf(kindOf(account))
    lines.set(currency, Object.freeze({ account, currency, place, line }))
  }
  return [...lines.values()]
}

const byPlace = (a: AccountLine, b: AccountLine): number =>
  a.place - b.place || (a.account < b.account ? -1 : 1)

/**
 * What each account came to by currency, in the order of the chart; of an account that nothing was posted to it is the same
 * value in the list that follows.
 */
export const accountLinesOf = (balances: Balances): readonly AccountLine[] =>
  keptFor(linesInOrder, balances, () =>
    [...accountsOf(balances).values()]
      .flatMap((rows) => keptFor(linesOfAccount, rows, () => linesWith([], rows)))
      .toSorted(byPlace),
  )

/** The balances of one account. */
export const balancesOf = (balances: Balances, account: AccountId): Balances =>
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

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const inOrder = (a: Moved, b: Moved): number =>
  byText(a.account, b.account) ||
  byText(a.currency, b.currency) ||
  byText(a.on, b.on) ||
  Number(a.isClosing) - Number(b.isClosing)

/** Adds a row to a list that is in order, in place. */
const add = (rows: BalanceRow[], row: BalanceRow): void => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (inOrder(rows[middle]!, row) < 0) from = middle + 1
    else to = middle
  }
  const before = rows[from]
  if (before && inOrder(before, row) === 0)
    rows[from] = { ...before, amount: before.amount + row.amount }
  else rows.splice(from, 0, row)
}

/** A copy in which what is about to move is a copy too, and all else is shared. */
const sharing = <Key, Line>(
  lines: ReadonlyMap<Key, Line>,
  keys: Iterable<Key>,
  copyOf: (line: Line) => Line,
): Map<Key, Line> => {
  const all = new Map(lines)
  for (const key of new Set(keys)) {
    const line = lines.get(key)
    if (line !== undefined) all.set(key, copyOf(line))
  }
  return all
}

/** What is known of a list goes over to the one that follows on it. */
const takeOver = (before: Balances, after: Balances, news: readonly BalanceRow[]): void => {
  const accounts = news.map(({ account }) => account)
  const from = news.map(({ on }) => on).reduce(earlier)
  daysGoOver(before, after, from)
  const rows = byAccount.get(before)
  if (rows) {
    const own = sharing<AccountId, BalanceRow[]>(
      rows as ReadonlyMap<AccountId, BalanceRow[]>,
      accounts,
      (list) => [...list],
    )
    for (const row of news) {
      const list = own.get(row.account) ?? []
      add(list, row)
      own.set(row.account, list)
    }
    for (const [account, moved] of Map.groupBy(news, (row) => row.account)) {
      const lines = linesOfAccount.get(rows.get(account) ?? [])
      if (lines) linesOfAccount.set(own.get(account)!, linesWith(lines, moved))
    }
    byAccount.set(after, own)
  }
  const posted = byDay.get(before)
  if (posted) {
    const own = {
      accounts: sharing(posted.accounts, accounts, copyOfRunning),
      kinds: sharing(posted.kinds, accounts.map(kindOf), copyOfRunning),
    }
    for (const row of news) post(own, row)
    byDay.set(after, own)
  }
  const kinds = ofKinds.get(before)
  if (kinds) {
    const own = sharing(kinds, news.map(keyOf), (one) => ({
      ...one,
      line: copyOfRunning(one.line),
    }))
    for (const row of news) moveKind(own, row)
    ofKinds.set(after, own)
  }
}

/** Balances and what moves beside them; they come in the order of accounts, currencies and days. */
export const balancesAnd = (balances: Balances, news: readonly BalanceRow[]): Balances => {
  if (news.length === 0) return balances
  const all = [...balances]
  for (const row of news) add(all, row)
  takeOver(balances, all, news)
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

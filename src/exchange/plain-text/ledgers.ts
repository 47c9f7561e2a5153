import { type LocalDate, dayAfter } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { readableNames } from '#src/exchange/plain-text/names.ts'
import {
  type Balance,
  type Transaction,
  balancesOf,
  decimal,
  transactionsOf,
} from '#src/exchange/plain-text/transactions.ts'

/** A book for programs that keep ledgers as text: postings only, and what each account must come to. */
export type PlainBook = {
  readonly book: Pick<FundBook, 'members' | 'loans'>
  /** All of them through the day. */
  readonly postings: readonly PostingRow[]
  readonly through: LocalDate
}

type Named = {
  readonly nameOf: (account: AccountId) => string
  readonly transactions: readonly Transaction[]
  readonly balances: readonly Balance[]
  readonly currencies: readonly Currency[]
  readonly through: LocalDate
}

const namedOf = ({ book, postings, through }: PlainBook): Named => {
  const names = readableNames(
    book,
    postings.map(({ account }) => account),
  )
  return {
    nameOf: (account) => names.get(account)!,
    transactions: transactionsOf(postings),
    balances: balancesOf(postings),
    currencies: [...new Set(postings.map(({ currency }) => currency))].toSorted(),
    through,
  }
}

const joined = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`

const width = 44

const hledgerLine = (name: string, rest: string): string => `    ${name.padEnd(width)}  ${rest}`

/**
 * A journal for hledger. The last transaction moves nothing: it asserts every balance, so that `hledger check`
 * fails where a line was lost or changed on the way.
 */
export const hledgerJournal = (plain: PlainBook): string => {
  const { nameOf, transactions, balances, currencies, through } = namedOf(plain)
  const zero = (currency: Currency): string => decimal(0, currency)
  const commodities = currencies.map(
    (currency) => `commodity 1000.${'0'.repeat(decimalsOf(currency))} ${currency}`,
  )
  const accounts = [...new Set(balances.map(({ account }) => nameOf(account)))]
    .toSorted()
    .map((name) => `account ${name}`)
  const told = transactions.map(({ on, seq, entryType, postings }) =>
    [
      `${on} * (${seq}) ${entryType}`,
      ...postings.map(({ account, amount, currency }) =>
        hledgerLine(nameOf(account), `${decimal(amount, currency)} ${currency}`),
      ),
    ].join('\n'),
  )
  const asserted = [
    `${through} * balances asserted`,
    ...balances.map(({ account, amount, currency }) =>
      hledgerLine(
        nameOf(account),
        `${zero(currency)} ${currency} = ${decimal(amount, currency)} ${currency}`,
      ),
    ),
  ].join('\n')
  return joined([commodities.join('\n'), accounts.join('\n'), ...told, asserted])
}

/** A file for beancount, with a balance directive of every account at the start of the day after. */
export const beancountFile = (plain: PlainBook): string => {
  const { nameOf, transactions, balances, currencies, through } = namedOf(plain)
  const first = transactions[0]?.on ?? through
  const opened = [...Map.groupBy(balances, ({ account }) => nameOf(account))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, own]) =>
        `${first} open ${name} ${own
          .map(({ currency }) => currency)
          .toSorted()
          .join(',')}`,
    )
  const told = transactions.map(({ on, seq, entryType, postings }) =>
    [
      `${on} * "${entryType}"`,
      `  entry: ${seq}`,
      ...postings.map(
        ({ account, amount, currency }) =>
          `  ${nameOf(account).padEnd(width)}  ${decimal(amount, currency)} ${currency}`,
      ),
    ].join('\n'),
  )
  const after = dayAfter(through)
  const asserted = balances.map(
    ({ account, amount, currency }) =>
      `${after} balance ${nameOf(account).padEnd(width)}  ${decimal(amount, currency)} ${currency}`,
  )
  const commodities = currencies.map((currency) => `${first} commodity ${currency}`)
  return joined([commodities.join('\n'), opened.join('\n'), ...told, asserted.join('\n')])
}

/** The ledgers that a book can be taken to, by the name that the command line and the API give them. */
export const plainLedgers = {
  hledger: { write: hledgerJournal, ending: 'journal' },
  beancount: { write: beancountFile, ending: 'beancount' },
} as const satisfies Readonly<
  Record<string, { readonly write: (plain: PlainBook) => string; readonly ending: string }>
>

export type PlainLedger = keyof typeof plainLedgers
export const plainLedgerNames = Object.keys(plainLedgers) as readonly PlainLedger[]

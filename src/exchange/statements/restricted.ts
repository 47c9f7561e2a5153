import { postedOf } from '#domain/ledger/balance-list.ts'
import { statement, sumsOf } from '#src/exchange/statements/making.ts'
import { type AccountId, kindOf } from '#domain/ledger/accounts.ts'
import type { Span } from '#domain/kernel/dates.ts'
import {
  type Statement,
  type StatementNote,
  type StatementRow,
  column,
} from '#domain/ledger/statement.ts'
import { type WindowLine, windowStatement } from '#domain/grants/report.ts'
import { type FundBook, periodOf } from '#domain/health/book.ts'
import { lentBeyond } from '#domain/health/lent-beyond.ts'
import { cashOnDay } from '#domain/savings/books.ts'
import { accountName } from '#src/lists/account-name.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'
import { takenBackBy } from '#domain/ledger/late-lines.ts'

const social = 'liability:social-fund'
const isRestricted = (account: AccountId): boolean =>
  kindOf(account) === 'liability:grant-window' || account === social

/** Movements as a window's statement tells them: help from the social fund is spent, all else came in. */
const asWindow = (account: AccountId, entryType: string): string => {
  if (account !== social || entryType === 'FundFounded') return entryType
  return entryType === 'SocialSupportPaid' ? 'GrantPaid' : 'DonationReceived'
}

const sums = ['opening', 'received', 'spent', 'given_back', 'other', 'closing'] as const

/** What became of it by this book: whether it lay there whenever a loan went out, and whether it lies there on the day. */
const lentNotes = (book: FundBook, { from, to }: Span): readonly StatementNote[] => {
  const posted = postedOf(book.balances)
  const { cash, earmarked } = cashOnDay(posted, to)
  const short = earmarked - cash
  const lent = lentBeyond(book, to).filter(
    ({ code, on }) => code === 'restricted-money-lent' && on >= from,
  )
  const last = lent
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  return [
    last === undefined
      ? { code: 'note-restricted-not-lent' }
      : {
          code: 'note-restricted-lent',
          values: { count: { count: lent.length }, on: { day: last } },
        },
    ...(short > 0 ? [{ code: 'note-restricted-short', values: { sum: { sum: short } } }] : []),
  ]
}

/**
 * Money that is for one thing alone: each donor's gift and the social fund, from the start of the period to the day.
 * `opening + received - spent - given_back + other = closing`, and `other` is zero unless something was posted that
 * no one of them knows.
 */
export const restrictedFundsOf = (asked: StatementSource): Statement => {
  const { book, asOf, postings } = asked
  const { from } = periodOf(book, asOf)
  const typeOf = new Map(postings.map(({ seq, entryType }) => [seq, entryType]))
  const back = takenBackBy(book)
  const lines = postings.filter(({ account, on }) => isRestricted(account) && on <= asOf)
  const accounts = [...new Set([social, ...lines.map(({ account }) => account)] as AccountId[])]
  const rows = accounts
    .toSorted()
    .map((account): StatementRow & Record<(typeof sums)[number], number> => {
      const own = lines
        .filter((line) => line.account === account)
        .map(({ on, amount, seq, entryType }): WindowLine => {
          // A line that takes something back belongs to what it takes back.
          const told = typeOf.get(back.get(seq) ?? seq) ?? entryType
          return { on, amount, entryType: asWindow(account, told) }
        })
      const { opening, received, spent, returned, closing } = windowStatement(own, {
        from,
        to: asOf,
      })
      return {
        fund: accountName(book, account),
        opening: opening + 0,
        received,
        spent,
        given_back: returned,
        other: closing - (opening + received - spent - returned),
        closing,
      }
    })
  return statement(asked, {
    name: 'restricted-funds',
    from,
    columns: [column.account('fund'), ...sums.map((key) => column.sum(key))],
    rows,
    totals: { fund: 'total', ...sumsOf(rows, sums) },
    notes: [{ code: 'note-restricted' }, ...lentNotes(book, { from, to: asOf })],
    late: isRestricted,
  })
}

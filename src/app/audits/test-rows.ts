import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, currencyCodes } from '#domain/kernel/money.ts'
import { type FundBook, charterOf, standingsOn, total } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import {
  type AuditTest,
  type AuditTestKind,
  type TestRow,
  rowsMax,
} from '#domain/network/audits/audit.ts'
import type { Sample } from '#domain/network/audits/sample.ts'
import type { BookViews } from '#src/app/book-parts.ts'

/** What rows of a test are made from: the book up to an entry, through a day. */
export type TestSource = {
  readonly book: FundBook
  readonly views: BookViews
  readonly sample: Sample
  readonly from: LocalDate
  readonly asOf: LocalDate
}

type Expected = Omit<TestRow, 'seen'>

const cashAccounts: readonly AccountId[] = ['asset:cash-box', 'asset:bank', 'asset:wallet']

/** A sum below nothing is no sum that somebody could count; the health of the fund tells of it. */
const atLeastNothing = (amount: number): number => Math.max(0, amount)

const sumOf = (rows: readonly PostingRow[]): number => total(rows.map(({ amount }) => amount))

const currenciesIn = (rows: readonly PostingRow[], own: Currency): readonly Currency[] => {
  const found = new Set(rows.map(({ currency }) => currency))
  return currencyCodes.filter((one) => one === own || found.has(one))
}

const postings = async (
  { views, asOf: through }: TestSource,
  fundId: string,
  accounts: readonly AccountId[],
): Promise<readonly PostingRow[]> =>
  accounts.length === 0 ? [] : views.postings(fundId, { accounts, through })

/** Cash at the beginning, what came and went, and what is left; what moved between two places of it is neither. */
const rollForward = async (source: TestSource, fundId: string): Promise<readonly Expected[]> => {
  const { book, from, asOf } = source
  const own = charterOf(book, asOf).currency
  const all = await postings(source, fundId, cashAccounts)
  const owed = total(standingsOn(book, asOf).map((one) => one.owed))
  return [
    ...currenciesIn(all, own).flatMap((currency): readonly Expected[] => {
      const rows = all.filter((row) => row.currency === currency)
      const before = sumOf(rows.filter(({ on }) => on < from))
      const moved = [
        ...Map.groupBy(
          rows.filter(({ on }) => on >= from),
          ({ seq }) => seq,
        ).values(),
      ].map(sumOf)
      const came = total(moved.filter((amount) => amount > 0))
      const went = 0 - total(moved.filter((amount) => amount < 0))
      return [
        { of: 'begin', what: 'cash', currency, book: atLeastNothing(before) },
        { of: 'received', what: 'in', currency, book: came },
        { of: 'paid', what: 'out', currency, book: went },
        { of: 'end', what: 'cash', currency, book: atLeastNothing(before + came - went) },
      ]
    }),
    { of: 'loans', what: 'owed', currency: own, book: owed },
  ]
}

/** Of each member who was drawn: what is saved, without private savings, and what is owed. */
const passbooks = async (source: TestSource, fundId: string): Promise<readonly Expected[]> => {
  const { book, asOf, sample } = source
  const { currency } = charterOf(book, asOf)
  const byCard = new Map(book.members.map((member) => [member.card, member.memberId]))
  const drawn = sample.cards.flatMap((card) => {
    const memberId = byCard.get(card)
    return memberId === undefined ? [] : [{ card, memberId }]
  })
  const accountOf = (memberId: string): AccountId => `liability:savings:${memberId}`
  const rows = await postings(
    source,
    fundId,
    drawn.map(({ memberId }) => accountOf(memberId)),
  )
  return drawn.flatMap(({ card, memberId }): readonly Expected[] => {
    const own = rows.filter(({ account }) => account === accountOf(memberId))
    const owed = total(standingsOn(book, asOf, memberId).map((one) => one.owed))
    return [
      { of: card, what: 'savings', currency, book: atLeastNothing(0 - sumOf(own)) },
      { of: card, what: 'owed', currency, book: atLeastNothing(owed) },
    ]
  })
}

const boxCount = async (source: TestSource, fundId: string): Promise<readonly Expected[]> => {
  const own = charterOf(source.book, source.asOf).currency
  const all = await postings(source, fundId, ['asset:cash-box'])
  return currenciesIn(all, own).map((currency) => ({
    of: 'box',
    what: 'cash' as const,
    currency,
    book: atLeastNothing(sumOf(all.filter((row) => row.currency === currency))),
  }))
}

/** How many of those who were drawn say that it is right: all of them, where the book is. Who said what is asked nowhere. */
const confirmations = ({ sample }: TestSource): readonly Expected[] => [
  { of: 'right', what: 'count', book: sample.cards.length },
  { of: 'not-right', what: 'count', book: 0 },
  { of: 'not-reached', what: 'count', book: 0 },
]

/** How often each rule was broken since the first day of the audit: seen is how many of them paper explains. */
const exceptions = ({ book, from, asOf }: TestSource): readonly Expected[] =>
  [
    ...Map.groupBy(
      findingsOf(book, asOf).filter(({ on }) => on >= from),
      ({ code }) => code,
    ),
  ].map(([of, found]) => ({ of, what: 'count' as const, book: found.length }))

/** What the book says to a test, row by row. */
export const expectedRows = async (
  kind: AuditTestKind,
  source: TestSource,
  fundId: string,
): Promise<readonly Expected[]> => {
  switch (kind) {
    case 'roll-forward':
      return rollForward(source, fundId)
    case 'passbook':
      return passbooks(source, fundId)
    case 'box-count':
      return boxCount(source, fundId)
    case 'confirmations':
      return confirmations(source)
    case 'exceptions':
      return exceptions(source).slice(0, rowsMax)
  }
}

const keyOf = ({ of, what, currency }: Expected): string => `${of} ${what} ${currency ?? ''}`

/** Rows in which an auditor has written down another sum of the book than the book says; and rows that were left out of a test. */
export const unlikeBook = (
  { rows }: Pick<AuditTest, 'rows'>,
  expected: readonly Expected[],
): readonly string[] => {
  const written = new Map(rows.map((row) => [keyOf(row), row.book]))
  return expected
    .filter((row) => written.get(keyOf(row)) !== row.book)
    .map(({ of, what }) => `${of} ${what}`)
}

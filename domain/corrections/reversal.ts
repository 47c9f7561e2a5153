import type { LocalDate } from '#domain/kernel/dates.ts'
import { type BankLine, linesOn } from '#domain/fund/bank-lines.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { FundBody } from '#domain/fund/operations.ts'
import type { PeopleBody } from '#domain/fund/people-operations.ts'
import { beginnings, inLoanBooks } from '#domain/corrections/loan-entries.ts'
import type { GrantBody } from '#domain/grants/operations.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posted, balanceOf } from '#domain/ledger/balances.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posting, difference, merged } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { loanWithout, standingOn } from '#domain/loans/fold.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { deathWithout, postingsOfDeath } from '#domain/loans/deaths.ts'
import type { LentBody } from '#domain/loans/operations.ts'
import type { SavingsBody } from '#domain/savings/operations.ts'

/** What may turn out never to have happened so: money that moved, who was there, and what became of people. */
export type ReversibleBody =
  | LentBody
  | SavingsBody
  | GrantBody
  | Extract<
      FundBody,
      {
        type:
          | 'ExpensePaid'
          | 'TransferRecorded'
          | 'BankLineMatched'
          | 'AttendanceRecorded'
          | 'MoneyBorrowed'
          | 'BorrowingRepaid'
          | 'MoneyExchanged'
      }
    >
  | Extract<PeopleBody, { type: 'MemberChanged' | 'DeathRecorded' | 'HouseholdRecorded' }>

/** An entry that can be reversed, as long as it is not. */
export type Kept = {
  readonly seq: number
  readonly on: LocalDate
  /** When it was written down, whatever day it names. */
  readonly at?: string
  readonly body: ReversibleBody
  readonly reversedBy?: EntryId
}

export const reversalReasons = [
  'wrong-amount',
  'wrong-day',
  'wrong-member',
  'wrong-loan',
  'entered-twice',
  'did-not-happen',
] as const
export type ReversalReason = (typeof reversalReasons)[number]

/** The loans that an entry is about. */
export const loansOf = (body: ReversibleBody): readonly string[] => {
  if (body.type === 'PaymentSpread') return body.parts.map(({ loanId }) => loanId)
  if (body.type === 'DeathSettled') return body.loans.map(({ loanId }) => loanId)
  return 'loanId' in body ? [body.loanId] : []
}

export const isBeginning = (body: ReversibleBody): boolean => beginnings.includes(body.type)

/**
 * An entry's own money on its own day: what it explained of counts already made is put together with it
 * again, because the reversal is explained by the counts of its own.
 */
const ownPostings = ({ on, body }: Kept): Posting[] =>
  merged(
    body.postings.map(({ account, ...posting }) => ({
      ...posting,
      account: account === 'expense:cash-shortage' ? 'asset:cash-box' : account,
      on,
    })),
  )

type ReversalState = {
  readonly kept: ReadonlyMap<EntryId, Kept>
  readonly loans: ReadonlyMap<string, Loan>
  readonly members: ReadonlyMap<string, Member>
  readonly fund: Fund | undefined
}

/** What taking an entry back posts: its own money turned round, or what is left of the books of its loans. */
export const reversedPostings = (
  { loans, members }: ReversalState,
  id: EntryId,
  kept: Kept,
): Posting[] => {
  const { body } = kept
  if (body.type === 'DeathRecorded') {
    const member = members.get(body.memberId)!
    return postingsOfDeath(loans.values(), body.memberId, deathWithout(member, id))
  }
  if (!inLoanBooks.includes(body.type)) return difference(ownPostings(kept), [])
  return merged(
    loansOf(body).flatMap((loanId) => {
      const loan = loans.get(loanId)!
      return difference(books(loan), books(loanWithout(loan, id, isBeginning(body))))
    }),
  )
}

/** Whose money, loan or membership an entry is about. */
export const ownersOf = (
  { loans }: Pick<ReversalState, 'loans'>,
  { body }: Pick<Kept, 'body'>,
): readonly string[] => [
  ...('memberId' in body ? [body.memberId] : []),
  ...('memberIds' in body ? body.memberIds : []),
  ...loansOf(body).map((loanId) => loans.get(loanId)!.memberId),
]

/** Everything that a reversal looks at: it reaches into every room. */
export type ReversalBooks = ReversalState & {
  readonly posted: Posted
  readonly bankLines: ReadonlyMap<EntryId, BankLine>
}

/** Savings that were handed out since a share-out to those who were to get some of it, the last one first. */
const handedOut = ({ kept }: ReversalState, { body, on }: Kept): EntryId[] => {
  if (body.type !== 'SharedOut') return []
  const getting = new Set(
    body.rows.flatMap(({ memberId, payNow, queued }) => (payNow + queued > 0 ? [memberId] : [])),
  )
  return [...kept]
    .filter(
      ([, one]) =>
        one.body.type === 'SavingsWithdrawn' &&
        one.reversedBy === undefined &&
        one.on >= on &&
        getting.has(one.body.memberId),
    )
    .map(([id]) => id)
    .toReversed()
}

/** What was paid back of money that the fund had borrowed, the last one first. */
const repaidOutside = ({ kept }: ReversalState, { body }: Kept): EntryId[] =>
  body.type !== 'MoneyBorrowed'
    ? []
    : [...kept]
        .filter(
          ([, one]) =>
            one.body.type === 'BorrowingRepaid' &&
            one.reversedBy === undefined &&
            one.body.borrowingId === body.borrowingId,
        )
        .map(([id]) => id)
        .toReversed()

/** What must be reversed before: all that stands on a loan's beginning, or that a share-out paid. */
const before = (state: ReversalState, kept: Kept): EntryId[] =>
  isBeginning(kept.body)
    ? loansOf(kept.body).flatMap((loanId) => standingOn(state.loans.get(loanId)!))
    : [...handedOut(state, kept), ...repaidOutside(state, kept)]

/** Whose waiting money an entry's money became: the borrowers of its loans. */
const waitingFor = ({ loans }: ReversalState, { body }: Kept): ReadonlySet<string> =>
  new Set(loansOf(body).map((loanId) => loans.get(loanId)!.memberId))

/**
 * Waiting money that was claimed since and would be missing: those claims are taken back first, the last one
 * before the others.
 */
const claimsOn = (state: ReversalBooks, kept: Kept, postings: readonly Posting[]): EntryId[] =>
  [...waitingFor(state, kept)].flatMap((memberId) => {
    const account: AccountId = `liability:suspense:${memberId}`
    const taken = postings.reduce(
      (sum, one) => (one.account === account ? sum + one.amount : sum),
      0,
    )
    if (balanceOf(state.posted, account) + taken <= 0 || taken <= 0) return []
    return [...state.kept]
      .filter(
        ([, { body, reversedBy }]) =>
          body.type === 'SuspenseReleased' &&
          body.memberId === memberId &&
          reversedBy === undefined,
      )
      .map(([id]) => id)
      .toReversed()
  })

/** What has to be reversed before an entry is, the last one of each kind first. */
export const firstOf = (
  state: ReversalBooks,
  {
    id,
    kept,
    postings,
  }: { readonly id: EntryId; readonly kept: Kept; readonly postings: readonly Posting[] },
): readonly EntryId[] => [
  ...before(state, kept),
  ...claimsOn(state, kept, postings),
  ...linesOn(state.bankLines, id),
]

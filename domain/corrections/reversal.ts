import type { LocalDate } from '#domain/kernel/dates.ts'
import { type BankLine, linesOn } from '#domain/fund/bank-lines.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Kept, ReversibleBody } from '#domain/corrections/kept.ts'
import { beginnings, inLoanBooks } from '#domain/corrections/loan-entries.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { type Posted, balanceOf } from '#domain/ledger/balances.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { type Posting, difference, merged } from '#domain/ledger/posting.ts'
import { books } from '#domain/loans/books.ts'
import { loanWithout, standingOn } from '#domain/loans/fold.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { deathWithout, postingsOfDeath } from '#domain/loans/deaths.ts'
import { ventureLinesOn } from '#domain/ventures/taking-in.ts'
import type { Venture } from '#domain/ventures/venture.ts'

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
  { loans, members }: Pick<ReversalState, 'loans' | 'members'>,
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
  readonly ventures: ReadonlyMap<string, Venture>
}

/** The entries of one kind that stand and are meant, the last one first. */
const standing = <T extends ReversibleBody['type']>(
  { kept }: Pick<ReversalState, 'kept'>,
  type: T,
  isMeant: (body: Extract<ReversibleBody, { type: T }>, on: LocalDate) => boolean,
): EntryId[] =>
  [...kept]
    .filter(
      ([, one]) =>
        one.type === type &&
        one.reversedBy === undefined &&
        isMeant(one.body as Extract<ReversibleBody, { type: T }>, one.on),
    )
    .map(([id]) => id)
    .toReversed()

/** Savings that were handed out since a share-out to those who were to get some of it. */
const handedOut = (state: ReversalState, { body, on }: Kept): EntryId[] => {
  if (body.type !== 'SharedOut') return []
  const getting = new Set(
    body.rows.flatMap(({ memberId, payNow, queued }) => (payNow + queued > 0 ? [memberId] : [])),
  )
  return standing(
    state,
    'SavingsWithdrawn',
    ({ memberId }, day) => day >= on && getting.has(memberId),
  )
}

/** What was paid back of money that the fund had borrowed. */
const repaidOutside = (state: ReversalState, { body }: Kept): EntryId[] =>
  body.type !== 'MoneyBorrowed'
    ? []
    : standing(state, 'BorrowingRepaid', ({ borrowingId }) => borrowingId === body.borrowingId)

/** What must be reversed before: all that stands on a loan's beginning, or that a share-out paid. */
const before = (state: ReversalState, kept: Kept): EntryId[] =>
  isBeginning(kept.body)
    ? loansOf(kept.body).flatMap((loanId) => standingOn(state.loans.get(loanId)!))
    : [...handedOut(state, kept), ...repaidOutside(state, kept)]

/** Whose waiting money an entry's money became: the borrowers of its loans, and for whom it came from abroad. */
const waitingFor = ({ loans }: ReversalState, { body }: Kept): ReadonlySet<string> =>
  new Set([
    ...loansOf(body).map((loanId) => loans.get(loanId)!.memberId),
    ...(body.type === 'RemittanceReceived' ? [body.memberId] : []),
  ])

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
    return standing(state, 'SuspenseReleased', (one) => one.memberId === memberId)
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
  ...('ventureId' in kept.body ? ventureLinesOn(state.ventures.get(kept.body.ventureId)!, id) : []),
]

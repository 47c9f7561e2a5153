import { invalid, recorded } from '#domain/kernel/decision.ts'
import { placeElsewhere } from '#domain/fund/bank-lines.ts'
import {
  type Said,
  described,
  group,
  id,
  list,
  optional,
  sum,
  sumOrZero,
  word,
} from '#domain/kernel/shape.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { merged } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import { finesOf } from '#domain/loans/fine-limits.ts'
import { type Lending, loanOf, loanUnknown } from '#domain/loans/lending.ts'
import { type Loan, type Repayment, earlyMoney, senders } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const sender = optional(word(senders))

const asks = {
  loanId: id('loan'),
  amount: sum,
  /** How the book says it was split. */
  written: optional(group({ interest: sumOrZero, principal: sumOrZero })),
  early: optional(
    described(
      word(earlyMoney),
      'What principal paid early is for: the next instalments, fewer of them, or smaller ones',
    ),
  ),
  excessTo: optional(word(['savings'])),
  sender,
  /** Whose hand the money came from, where the book says so. */
  paidBy: optional(id('member')),
  place: placeElsewhere,
}
type Paid = Envelope & Said<typeof asks>

const withRepayment = (loan: Loan, command: Paid): Loan => {
  const { id: entryId, amount, written, early, excessTo, place, effectiveOn: on } = command
  const said = {
    ...(written ? { written } : {}),
    ...(early === undefined ? {} : { early }),
    ...(excessTo === undefined ? {} : { excessTo }),
    ...(place === undefined ? {} : { from: place }),
  }
  return { ...loan, repayments: [...loan.repayments, { id: entryId, on, amount, ...said }] }
}

const repaymentFlags = ({ requests }: Lending, loan: Loan, command: Paid) => {
  const { id: entryId, loanId, written, paidBy, effectiveOn: on } = command
  const { ruled, excess } = walk(withRepayment(loan, command), on).splits.find(
    (split) => split.id === entryId,
  )!
  const isOther = paidBy !== undefined && paidBy !== loan.memberId
  const stands = requests.get(loanId)?.guarantees ?? []
  const isGuarantor = stands.some(({ memberId }) => memberId === paidBy)
  return flagsOf({
    overpaid: excess > 0,
    'split-differs':
      written !== undefined &&
      (ruled.interest !== written.interest || ruled.principal !== written.principal),
    'paid-by-guarantor': isOther && isGuarantor,
    'paid-by-another': isOther && !isGuarantor,
    'before-payout': on < loan.origin.on,
  })
}

const onTheSheet = {
  may: recordKeeper,
  second: 'none',
  minutes: 'on-the-sheet',
  isReversible: true,
} as const

/**
 * Posts the difference between the books with this repayment and those without it. When it arrives
 * late, the splits of later repayments change, and their corrections carry those repayments' days.
 */
export const recordRepayment = operation({
  ...onTheSheet,
  command: 'RecordRepayment',
  entry: 'RepaymentRecorded',
  oneHand: 'sight',
  asks,
  keeps: ['loanId', 'amount', 'written', 'early', 'excessTo', 'sender', 'place'],
  decide: (now: Lending, command) => {
    const { loanId, amount, written } = command
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    if (written && written.interest + written.principal !== amount)
      return invalid('split-does-not-add-up', '/written')
    return recorded({
      flags: repaymentFlags(now, loan, command),
      postings: bookDifference(loan, withRepayment(loan, command)),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

/** What has fallen due of a loan by a day, interest and principal. */
const dueBy = (loan: Loan, on: string): number => {
  const standing = standingOf(loan, on)
  if (!standing) return 0
  const { dues, settled, interestDue } = standing
  const fallen = unpaidDues(dues, settled).filter((due) => due.on <= on)
  return fallen.reduce((sum, { principal }) => sum + principal, Math.max(interestDue, 0))
}

/** What settles a loan on a day, the days of the running month included. */
const allOf = (loan: Loan, on: string): number => {
  const early = earlyPaymentOf(loan, on)
  return early ? early.principal + early.interestNow : dueBy(loan, on)
}

/**
 * One sum over several loans: what is due of each in the payer's order, then the rest for the first, and
 * what it does not need for the next. What none of them needs waits with the first.
 */
const partsOf = (loans: readonly Loan[], amount: number, on: string): number[] => {
  let left = amount
  const parts = loans.map(() => 0)
  for (const wanted of [dueBy, allOf])
    for (const [i, loan] of loans.entries()) {
      const more = Math.max(Math.min(wanted(loan, on) - parts[i]!, left), 0)
      parts[i] = parts[i]! + more
      left -= more
    }
  return parts.with(0, parts[0]! + left)
}

const withPart = (loan: Loan, part: Repayment): Loan =>
  part.amount === 0 ? loan : { ...loan, repayments: [...loan.repayments, part] }

const loansMax = 50

/** One sum for several loans, one entry: each loan has its part as a repayment of that day. */
export const recordPaymentForLoans = operation({
  ...onTheSheet,
  command: 'RecordPaymentForLoans',
  entry: 'PaymentSpread',
  oneHand: 'sight',
  asks: {
    /** Who paid. */
    memberId: id('member'),
    amount: sum,
    /** In the payer's order: what is due of each first, then the rest for the first, then for the next. */
    loanIds: list(id('loan'), {
      min: 1,
      max: loansMax,
      code: 'loans-cannot-hold',
      tooLong: 'loans-cannot-hold',
    }),
    sender,
  },
  keeps: ['memberId', 'amount', 'sender'],
  decide: (now: Lending, command) => {
    const { id: entryId, amount, loanIds, effectiveOn: on } = command
    if (new Set(loanIds).size < loanIds.length) return invalid('loans-cannot-hold', '/loanIds')
    const named = loanIds.map((loanId) => loanOf(now, loanId))
    const unknown = named.indexOf(undefined)
    if (unknown >= 0) return invalid('loan-unknown', `/loanIds/${unknown}`)
    const paid = named as Loan[]
    const parts = partsOf(paid, amount, on)
    const after = paid.map((loan, i) => withPart(loan, { id: entryId, on, amount: parts[i]! }))
    const isOver = after.some((loan) =>
      walk(loan, on).splits.some((split) => split.id === entryId && split.excess > 0),
    )
    return recorded({
      parts: paid.map(({ loanId }, i) => ({ loanId, amount: parts[i]! })),
      flags: flagsOf({ overpaid: isOver }),
      postings: merged(paid.flatMap((loan, i) => bookDifference(loan, after[i]!))),
    })
  },
  about: ({ parts }) => parts.map(({ loanId }) => ({ kind: 'loan', key: loanId })),
})

/** A fine that was paid for being late: to the social fund as far as the rules allow, else the payer's own. */
export const recordLateFine = operation({
  ...onTheSheet,
  command: 'RecordLateFine',
  entry: 'LateFinePaid',
  oneHand: 'sight',
  asks: { loanId: id('loan'), amount: sum },
  keeps: ['loanId', 'amount'],
  decide: (now: Lending, { id: entryId, loanId, amount, effectiveOn: on }) => {
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const after = { ...loan, fines: [...(loan.fines ?? []), { id: entryId, on, amount }] }
    // What the rules allow when it is written down; the rest stands as the borrower's savings.
    const { allowed, dueOn } = finesOf(after).find((fine) => fine.id === entryId)!
    return recorded({
      memberId: loan.memberId,
      allowed,
      dueOn,
      flags: flagsOf({ 'fine-above-limit': allowed < amount }),
      postings: bookDifference(loan, after),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

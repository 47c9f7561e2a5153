import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { isCode } from '#domain/fund/members.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import {
  type LoanPaidOut,
  type LoanTakenOver,
  type RecordPayout,
  type TakeOverLoan,
  recordPayout,
  takeOverLoan,
} from '#domain/loans/begin.ts'
import { ceilingInputs } from '#domain/loans/ceiling.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import { bookDifference } from '#domain/loans/books.ts'
import type { Loan, WrittenSplit } from '#domain/loans/loan.ts'
import { type Split, walk } from '#domain/loans/village-convention.ts'

export type RepaymentFlag = 'overpaid' | 'split-differs' | 'paid-by-another' | 'before-payout'
export type RepaymentRecorded = {
  readonly type: 'RepaymentRecorded'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  readonly flags: readonly RepaymentFlag[]
  readonly postings: readonly Posting[]
}

export type LoanWrittenOff = {
  readonly type: 'LoanWrittenOff'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
  readonly flags: readonly ('without-minute' | 'differs-from-owed')[]
  readonly postings: readonly Posting[]
}

export type RecordRepayment = Envelope & {
  readonly type: 'RecordRepayment'
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  /** Whose hand the money came from, where the book says so. */
  readonly paidBy?: string
}
export type RecordWriteOff = Envelope & {
  readonly type: 'RecordWriteOff'
  readonly loanId: string
  readonly amount: number
  readonly minute?: string
}

const withRepayment = (loan: Loan, command: RecordRepayment): Loan => {
  const { id, amount, written, effectiveOn: on } = command
  return {
    ...loan,
    repayments: [...loan.repayments, { id, on, amount, ...(written ? { written } : {}) }],
  }
}

const repaymentFlags = (loan: Loan, split: Split, command: RecordRepayment): RepaymentFlag[] => {
  const { written, paidBy, effectiveOn } = command
  const { ruled, excess } = split
  const differs =
    written && (ruled.interest !== written.interest || ruled.principal !== written.principal)
  return [
    ...(excess > 0 ? (['overpaid'] as const) : []),
    ...(differs ? (['split-differs'] as const) : []),
    ...(paidBy !== undefined && paidBy !== loan.memberId ? (['paid-by-another'] as const) : []),
    ...(effectiveOn < loan.origin.on ? (['before-payout'] as const) : []),
  ]
}

/**
 * Posts the difference between the books with this repayment and those without it. When it arrives
 * late, the splits of later repayments change, and their corrections carry those repayments' days.
 */
export const recordRepayment = (
  loan: Loan | undefined,
  command: RecordRepayment,
): Decision<RepaymentRecorded, never> => {
  if (!loan) return invalid('loan-unknown', '/loanId')
  const { loanId, amount, written, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (written && !(isAmountOrNought(written.interest) && isAmountOrNought(written.principal))) {
    return invalid('amount-not-whole', '/written')
  }
  if (written && written.interest + written.principal !== amount)
    return invalid('split-does-not-add-up', '/written')
  const after = withRepayment(loan, command)
  const split = walk(after, on).splits.find(({ id }) => id === command.id)!
  const flags = repaymentFlags(loan, split, command)
  const postings = bookDifference(loan, after)
  return recorded({
    type: 'RepaymentRecorded',
    v: 1,
    loanId,
    amount,
    ...(written ? { written } : {}),
    flags,
    postings,
  })
}

/** The fund stops expecting the money; the claim may remain. Without a minute it is flagged. */
export const recordWriteOff = (
  loan: Loan | undefined,
  command: RecordWriteOff,
): Decision<LoanWrittenOff, never> => {
  if (!loan) return invalid('loan-unknown', '/loanId')
  const { id, loanId, amount, minute, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (minute !== undefined && !isCode(minute)) return invalid('minute-not-a-code', '/minute')
  const after = { ...loan, writeOffs: [...loan.writeOffs, { id, on, amount }] }
  return recorded({
    type: 'LoanWrittenOff',
    v: 1,
    loanId,
    amount,
    ...(minute === undefined ? {} : { minute }),
    flags: [
      ...(minute === undefined ? (['without-minute'] as const) : []),
      ...(walk(loan, on).owed === amount ? [] : (['differs-from-owed'] as const)),
    ],
    postings: bookDifference(loan, after),
  })
}

/** Everything that can be recorded about a loan, and everything that can be asked of it. */
export type LoanBody = LoanTakenOver | LoanPaidOut | RepaymentRecorded | LoanWrittenOff

export type LoanCommand = TakeOverLoan | RecordPayout | RecordRepayment | RecordWriteOff

/** One decision a command; ceilings are measured against what was posted through the day. */
export const decideLoan = (
  now: {
    readonly loans: ReadonlyMap<string, Loan>
    readonly charter: CharterVersion
    readonly posted: Posted
    readonly openedOn: LocalDate
  },
  command: LoanCommand,
): Decision<LoanBody, never> => {
  const { loans, charter, posted, openedOn } = now
  switch (command.type) {
    case 'TakeOverLoan':
      return takeOverLoan({ loans, charter }, command)
    case 'RecordPayout': {
      const about = { openedOn, memberId: command.memberId, on: command.effectiveOn }
      return recordPayout({ loans, charter, ceiling: ceilingInputs(posted, about) }, command)
    }
    case 'RecordRepayment':
      return recordRepayment(loans.get(command.loanId), command)
    case 'RecordWriteOff':
      return recordWriteOff(loans.get(command.loanId), command)
  }
}

/** The loan after an entry about it. */
export const loanAfter = (
  before: Loan | undefined,
  body: LoanBody,
  entry: { readonly id: string; readonly on: LocalDate },
): Loan => {
  const { id, on } = entry
  switch (body.type) {
    case 'LoanTakenOver':
    case 'LoanPaidOut': {
      const { loanId, number, memberId, terms, origin } = body
      return {
        loanId,
        number,
        memberId,
        terms,
        origin,
        repayments: [],
        deferrals: [],
        writeOffs: [],
      }
    }
    case 'RepaymentRecorded': {
      const repayment = {
        id,
        on,
        amount: body.amount,
        ...(body.written ? { written: body.written } : {}),
      }
      return { ...before!, repayments: inOrder([...before!.repayments, repayment]) }
    }
    case 'LoanWrittenOff':
      return {
        ...before!,
        writeOffs: inOrder([...before!.writeOffs, { id, on, amount: body.amount }]),
      }
  }
}

const inOrder = <F extends { readonly id: string; readonly on: LocalDate }>(
  facts: readonly F[],
): F[] => facts.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))

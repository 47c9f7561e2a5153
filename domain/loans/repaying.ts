import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import type { EarlyMoney, Loan, Repayment, WrittenSplit } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { type Split, walk } from '#domain/loans/village-convention.ts'

/** Who sent money that did not come from the borrower's own hand: kin here, a migrant abroad, an employer. */
export const senders = ['kin', 'abroad', 'employer'] as const
export type Sender = (typeof senders)[number]

type RepaymentFlag =
  | 'overpaid'
  | 'split-differs'
  | 'paid-by-another'
  | 'paid-by-guarantor'
  | 'before-payout'
export type RepaymentRecorded = {
  readonly type: 'RepaymentRecorded'
  readonly v: 1
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  readonly early?: EarlyMoney
  readonly excessTo?: 'savings'
  readonly sender?: Sender
  readonly flags: readonly RepaymentFlag[]
  readonly postings: readonly Posting[]
}

export type RecordRepayment = Envelope & {
  readonly type: 'RecordRepayment'
  readonly loanId: string
  readonly amount: number
  readonly written?: WrittenSplit
  readonly early?: EarlyMoney
  readonly excessTo?: 'savings'
  readonly sender?: Sender
  /** Whose hand the money came from, where the book says so. */
  readonly paidBy?: string
}

const earlyWords: readonly (string | undefined)[] = ['next', 'fewer', 'smaller', undefined]

const areWords = ({ early, excessTo, sender }: RecordRepayment): boolean =>
  earlyWords.includes(early) &&
  (excessTo === undefined || excessTo === 'savings') &&
  (sender === undefined || senders.includes(sender))

/** What was said of the money, as a fact of the loan holds it. */
const wordsOf = ({
  written,
  early,
  excessTo,
}: Pick<Repayment, 'written' | 'early' | 'excessTo'>): Pick<
  Repayment,
  'written' | 'early' | 'excessTo'
> => ({
  ...(written ? { written } : {}),
  ...(early === undefined ? {} : { early }),
  ...(excessTo === undefined ? {} : { excessTo }),
})

type Repaying = { readonly loan: Loan; readonly isGuarantor: (memberId: string) => boolean }

const withRepayment = (loan: Loan, command: RecordRepayment): Loan => {
  const { id, amount, effectiveOn: on } = command
  return { ...loan, repayments: [...loan.repayments, { id, on, amount, ...wordsOf(command) }] }
}

const repaymentFlags = (
  { loan, isGuarantor }: Repaying,
  split: Split,
  command: RecordRepayment,
): RepaymentFlag[] => {
  const { written, paidBy, effectiveOn } = command
  const { ruled, excess } = split
  const differs =
    written && (ruled.interest !== written.interest || ruled.principal !== written.principal)
  const byAnother: RepaymentFlag =
    paidBy !== undefined && isGuarantor(paidBy) ? 'paid-by-guarantor' : 'paid-by-another'
  return [
    ...(excess > 0 ? (['overpaid'] as const) : []),
    ...(differs ? (['split-differs'] as const) : []),
    ...(paidBy !== undefined && paidBy !== loan.memberId ? [byAnother] : []),
    ...(effectiveOn < loan.origin.on ? (['before-payout'] as const) : []),
  ]
}

/**
 * Posts the difference between the books with this repayment and those without it. When it arrives
 * late, the splits of later repayments change, and their corrections carry those repayments' days.
 */
export const recordRepayment = (
  loan: Loan,
  isGuarantor: (memberId: string) => boolean,
  command: RecordRepayment,
): Decision<RepaymentRecorded, never> => {
  const { loanId, amount, written, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  if (written && !(isAmountOrNought(written.interest) && isAmountOrNought(written.principal))) {
    return invalid('amount-not-whole', '/written')
  }
  if (written && written.interest + written.principal !== amount)
    return invalid('split-does-not-add-up', '/written')
  if (!areWords(command)) return invalid('word-unknown', '/early')
  const after = withRepayment(loan, command)
  const split = walk(after, on).splits.find(({ id }) => id === command.id)!
  const flags = repaymentFlags({ loan, isGuarantor }, split, command)
  const postings = bookDifference(loan, after)
  return recorded({
    type: 'RepaymentRecorded',
    v: 1,
    loanId,
    amount,
    ...wordsOf(command),
    ...(command.sender === undefined ? {} : { sender: command.sender }),
    flags,
    postings,
  })
}

export type PaymentSpread = {
  readonly type: 'PaymentSpread'
  readonly v: 1
  readonly memberId: string
  readonly amount: number
  readonly parts: readonly { readonly loanId: string; readonly amount: number }[]
  readonly sender?: Sender
  readonly flags: readonly 'overpaid'[]
  readonly postings: readonly Posting[]
}
export type RecordPaymentForLoans = Envelope & {
  readonly type: 'RecordPaymentForLoans'
  /** Who paid. */
  readonly memberId: string
  readonly amount: number
  /** In the payer's order: what is due of each first, then the rest for the first, then for the next. */
  readonly loanIds: readonly string[]
  readonly sender?: Sender
}

const loansMax = 50

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

/** One sum for several loans, one entry: each loan has its part as a repayment of that day. */
export const recordPaymentForLoans = (
  loans: ReadonlyMap<string, Loan>,
  command: RecordPaymentForLoans,
): Decision<PaymentSpread, never> => {
  const { id, memberId, amount, loanIds, sender, effectiveOn: on } = command
  if (!isAmount(amount)) return invalid('amount-not-whole', '/amount')
  const isListFit = loanIds.length >= 1 && loanIds.length <= loansMax
  if (!isListFit || new Set(loanIds).size < loanIds.length)
    return invalid('loans-cannot-hold', '/loanIds')
  const named = loanIds.map((loanId) => loans.get(loanId))
  const unknown = named.findIndex((loan) => !loan || loan.isVoid)
  if (unknown >= 0) return invalid('loan-unknown', `/loanIds/${unknown}`)
  if (sender !== undefined && !senders.includes(sender)) return invalid('word-unknown', '/sender')
  const paid = named as Loan[]
  const parts = partsOf(paid, amount, on)
  const after = paid.map((loan, i) => withPart(loan, { id, on, amount: parts[i]! }))
  const isOver = after.some((loan) =>
    walk(loan, on).splits.some((split) => split.id === id && split.excess > 0),
  )
  return recorded({
    type: 'PaymentSpread',
    v: 1,
    memberId,
    amount,
    parts: paid.map(({ loanId }, i) => ({ loanId, amount: parts[i]! })),
    ...(sender === undefined ? {} : { sender }),
    flags: isOver ? ['overpaid'] : [],
    postings: merged(paid.flatMap((loan, i) => bookDifference(loan, after[i]!))),
  })
}

const withPart = (loan: Loan, part: Repayment): Loan =>
  part.amount === 0 ? loan : { ...loan, repayments: [...loan.repayments, part] }

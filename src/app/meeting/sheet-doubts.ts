import type { FundBook } from '#domain/health/book.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type AskAgain, repaymentEffect, savingEffect } from '#src/app/lending/before-after.ts'
import type { SheetLine } from '#src/app/meeting/sheet.ts'

/** A sum of a sheet that is asked about again before it is recorded. */
export type Doubt = AskAgain & {
  readonly row: number
  readonly column: 'savingsIn' | 'loanPrincipalIn'
  readonly amount: number
}

type Known = {
  readonly book: FundBook
  readonly on: string
  /** Postings to the savings of everybody on the sheet. */
  readonly savings: ListOf<PostingRow>
}

const ofRepayment = ({ book, on }: Known, line: SheetLine): Doubt[] => {
  const loan = book.loans.find(({ loanId }) => loanId === line.loanId)
  const amount = line.principal + line.interest
  if (!loan || amount === 0) return []
  const repaid = { id: '', effectiveOn: on, amount }
  return repaymentEffect({ book, loan }, repaid, on).asksAgain.map((doubt) => ({
    ...doubt,
    row: line.row,
    column: 'loanPrincipalIn',
    amount,
  }))
}

const ofShares = ({ book, on, savings }: Known, line: SheetLine): Doubt[] => {
  const { memberId, shares, row } = line
  if (shares === 0) return []
  const postings = savings.filter(({ account }) => account === `liability:savings:${memberId}`)
  const { amount, asksAgain } = savingEffect(
    { book, postings },
    { memberId, shares, effectiveOn: on },
    on,
  )
  return asksAgain.map((doubt) => ({ ...doubt, row, column: 'savingsIn', amount }))
}

/** Sums ten times the usual, three times the instalment, or entered for that day already. */
export const doubtsOf = (known: Known, lines: readonly SheetLine[]): readonly Doubt[] =>
  lines.flatMap((line) => [...ofShares(known, line), ...ofRepayment(known, line)])

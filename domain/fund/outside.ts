import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Borrowing, Borrowings } from '#domain/fund/borrowing.ts'
import type * as outside from '#domain/fund/operations/outside.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { BodyOf } from '#domain/operations/operation.ts'

/** What the fund borrows outside, and pays back. */
type OutsideBody = BodyOf<typeof outside.recordBorrowing | typeof outside.recordBorrowingRepayment>

const inOrder = (repayments: Borrowing['repayments']): Borrowing['repayments'] =>
  repayments.toSorted((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))

/** Takes in what an entry says of what the fund owes, in place. */
export const takeInOutside = (
  borrowings: Borrowings,
  body: OutsideBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'MoneyBorrowed') {
    const { borrowingId, lender, amount, ratePercent, schedule } = body
    const borrowing = { borrowingId, lender, amount, ratePercent, schedule, on, repayments: [] }
    return void borrowings.set(borrowingId, borrowing)
  }
  const borrowing = borrowings.get(body.borrowingId)!
  const { principal, interest } = body
  const repayments = inOrder([...borrowing.repayments, { id, on, principal, interest }])
  borrowings.set(body.borrowingId, { ...borrowing, repayments })
}

/** Takes it back out again, in place. */
export const takeOutOutside = (borrowings: Borrowings, body: OutsideBody, id: EntryId): void => {
  const borrowing = borrowings.get(body.borrowingId)!
  if (body.type === 'MoneyBorrowed')
    return void borrowings.set(body.borrowingId, { ...borrowing, isVoid: true })
  const repayments = borrowing.repayments.filter((one) => one.id !== id)
  borrowings.set(body.borrowingId, { ...borrowing, repayments })
}

import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import type { MessageLink } from '#domain/fund/messages.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { MessageFacts } from '#src/app/messages/facts.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'

/** How many days before a day of payment a reminder goes out. */
const daysBefore = 3

type Reminder = {
  readonly loanId: string
  readonly on: LocalDate
  readonly told: Extract<MessageFacts, { what: 'reminder' }>
}

const isUnderRelief = ({ deferrals }: Loan, day: LocalDate): boolean =>
  deferrals.some(({ from, to }) => from <= day && day <= to)

/**
 * Days of payment that are near and were not reminded of: to the borrower alone, never of a day that has passed,
 * never while relief holds, never to the house of somebody who died. It says when, and nothing of what was not paid.
 */
export const remindersOf = (
  book: FundBook,
  { memberId, reminded }: Pick<MessageLink, 'memberId' | 'reminded'>,
  today: LocalDate,
): readonly Reminder[] => {
  const member = book.members.find((one) => one.memberId === memberId)
  if (!member || stateOn(member, today) === 'dead') return []
  const { currency } = charterOf(book, today)
  return book.loans.flatMap((loan) => {
    const { loanId } = loan
    if (loan.memberId !== memberId || isUnderRelief(loan, today)) return []
    const next = nextPaymentIn(book, loan, today)
    const isNear = next !== undefined && next.on > today && next.on <= daysAfter(today, daysBefore)
    if (!isNear || next.amount === 0 || isUnderRelief(loan, next.on)) return []
    if (reminded[loanId] !== undefined && reminded[loanId] >= next.on) return []
    const { on, amount } = next
    return [{ loanId, on, told: { what: 'reminder', on, amount, currency } }]
  })
}

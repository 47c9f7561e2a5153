import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Currency, latinDigits } from '#domain/kernel/money.ts'
import { type FundBook, charterOf, owingOn } from '#domain/health/book.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { nextMeetingOf, nextPaymentIn } from '#src/app/lending/next-payment.ts'

/** An open loan as the record-keeper looks for it. Sums in smallest units. */
export type DeskLoan = {
  readonly loanId: string
  readonly memberId: string
  readonly number: string
  readonly card: string
  readonly owed: number
  /** What is to be paid by `dueOn`, everything that is late included; zero where nothing falls due. */
  readonly amount: number
  readonly dueOn: LocalDate
  readonly daysLate: number
  /** True while a window of relief holds; afterwards the loan is asked for again. */
  readonly isPostponed: boolean
}

export type DeskDay = {
  readonly currency: Currency
  readonly today: LocalDate
  readonly nextMeeting: LocalDate
  /** Late ones first, the latest before the others, then by day and card. */
  readonly dueByMeeting: readonly DeskLoan[]
  readonly dueLater: readonly DeskLoan[]
}

const inTurn = (a: DeskLoan, b: DeskLoan): number =>
  b.daysLate - a.daysLate ||
  (`${a.dueOn} ${a.card} ${a.number}` < `${b.dueOn} ${b.card} ${b.number}` ? -1 : 1)

const cardKey = (card: string): string => latinDigits(card).toUpperCase().replaceAll(/\s/g, '')

/** Whether a card is the one that was asked for: case and spaces say nothing, and 7 finds M07. */
export const cardMatches = (card: string, asked: string): boolean => {
  const key = cardKey(asked)
  const digits = cardKey(card).replaceAll(/\D/g, '')
  const isNumber = /^\d+$/.test(key) && digits !== ''
  return cardKey(card) === key || (isNumber && Number(digits) === Number(key))
}

/** The open loans of a day, those that ask for money by the next meeting apart from the others. */
export const deskDayOf = (book: FundBook, today: LocalDate): DeskDay => {
  const { currency } = charterOf(book, today)
  const nextMeeting = nextMeetingOf(book, today)
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const shown = ({ loan, owed, ...standing }: LoanStanding) => {
    const { amount, on } = nextPaymentIn(book, loan, today)!
    const isDue = on <= nextMeeting && amount > 0
    const row: DeskLoan = {
      loanId: loan.loanId,
      memberId: loan.memberId,
      number: loan.number,
      card: cards.get(loan.memberId) ?? '',
      owed,
      amount,
      dueOn: on,
      daysLate: Math.max(standing.daysPastDue, 0),
      isPostponed: loan.deferrals.some(({ from, to }) => from <= today && today <= to),
    }
    return { row, isDue }
  }
  const all = owingOn(book.loans, today)
    .filter(({ owed }) => owed > 0)
    .map(shown)
  const of = (isDue: boolean): DeskLoan[] =>
    all
      .filter((loan) => loan.isDue === isDue)
      .map(({ row }) => row)
      .toSorted(inTurn)
  return { currency, today, nextMeeting, dueByMeeting: of(true), dueLater: of(false) }
}

import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type Dispute, answerDueOn, finalAnswerOf } from '#domain/corrections/disputes.ts'
import { type Statement, accountOfPlace } from '#domain/fund/bank.ts'
import { futureOn } from '#domain/fund/future.ts'
import {
  answeredOtherwise,
  countsOf,
  isOftenNotRight,
  yearDays,
} from '#domain/fund/meeting/confirming.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { type Finding, finding } from '#domain/health/finding.ts'

/** How a dispute is known on paper and in lists: by the end of its id, which says nothing of whose it is. */
export const disputeNumberOf = (disputeId: string): string => disputeId.slice(-6).toUpperCase()

const bookedOn = ({ balances }: FundBook, { place, on: day }: Statement): number =>
  balanceOf(postedOf(balances), accountOfPlace(place), day)

/** Statements of bank and wallet that are not what the books say of the day. */
const statementFindings = (book: FundBook): Finding[] =>
  (book.fund.statements ?? []).flatMap((statement) => {
    const { on, balance: found, place: column } = statement
    // Lines that are written later explain nothing away that differed when it was held against the books.
    const expected = statement.booked ?? bookedOn(book, statement)
    const subject = { kind: 'fund', number: book.fund.villageCode } as const
    return expected === found
      ? []
      : [finding('bank-statement-differs', on, subject, { expected, found, column })]
  })

/** The dispute as it was known on a day: later answers taken away. */
const onDay = (dispute: Dispute, day: LocalDate): Dispute => ({
  ...dispute,
  answers: dispute.answers.filter(({ on }) => on <= day),
})

/** By when each dispute that has had no last word by a day should have had it. */
export const openDisputes = (
  book: FundBook,
  day: LocalDate,
): readonly { readonly dispute: Dispute; readonly dueOn: LocalDate }[] =>
  book.disputes
    .filter(({ raisedOn }) => raisedOn <= day)
    .map((dispute) => onDay(dispute, day))
    .filter((dispute) => finalAnswerOf(dispute) === undefined)
    .map((dispute) => {
      const { meetingDay } = charterOf(book, dispute.raisedOn)
      return { dispute, dueOn: answerDueOn(dispute, book.meetings, meetingDay) }
    })
    .toSorted((a, b) =>
      `${a.dueOn} ${a.dispute.disputeId}` < `${b.dueOn} ${b.dispute.disputeId}` ? -1 : 1,
    )

/** Disputes that the meeting by which they were due has not answered, and those that were handed to the NGO. */
const disputeFindings = (book: FundBook, asOf: LocalDate): Finding[] =>
  openDisputes(book, asOf).flatMap(({ dispute, dueOn }) => {
    const subject = { kind: 'dispute', number: disputeNumberOf(dispute.disputeId) } as const
    const handed = dispute.answers.at(-1)
    if (handed) return [finding('dispute-handed-to-the-ngo', handed.on, subject)]
    return dueOn < asOf ? [finding('dispute-unanswered', dueOn, subject)] : []
  })

/**
 * Members were not asked for a year after the last time, or never in a fund that goes on; or of those asked too many did not
 * say that it is right.
 */
const askingFindings = (book: FundBook, asOf: LocalDate): Finding[] => {
  const last = (book.fund.confirmations ?? []).findLast(({ on }) => on <= asOf)
  const subject = { kind: 'fund', number: book.fund.villageCode } as const
  const againOn = daysAfter((last ?? { on: book.fund.openedOn }).on, yearDays)
  const isOver = againOn < asOf
  if (!last) {
    const isAsked = isOver && futureOn(book.fund.futures, againOn) === 'go-on'
    return isAsked ? [finding('never-asked', againOn, subject)] : []
  }
  return [
    ...(isOver ? [finding('asked-too-long-ago', againOn, subject)] : []),
    // No count stands beside it: few people are behind it, and it is read outside the village.
    ...(last.closesOn < asOf && isOftenNotRight(countsOf(last, book))
      ? [finding('asked-and-often-not-right', last.closesOn, subject)]
      : []),
  ]
}

/** Somebody wrote down that a balance is right, and it was said in the same round that it is not. */
const otherwiseFindings = (book: FundBook, asOf: LocalDate): Finding[] =>
  (book.fund.confirmations ?? [])
    .filter(({ on }) => on <= asOf)
    .flatMap((round) =>
      answeredOtherwise(round, book).map((memberId) => {
        const { card = '' } = book.members.find((one) => one.memberId === memberId) ?? {}
        return finding('answered-for-somebody', round.on, { kind: 'member', number: card })
      }),
    )

/** What makes members doubt their book: the bank says otherwise, or nobody answers them. */
export const trustFindings = (book: FundBook, asOf: LocalDate): Finding[] => [
  ...statementFindings(book),
  ...disputeFindings(book, asOf),
  ...askingFindings(book, asOf),
  ...otherwiseFindings(book, asOf),
]

import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf, loansById, standingsOn, total } from '#domain/health/book.ts'
import type { SettledRow } from '#domain/ledger/rows.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { FineReason } from '#domain/savings/operations/money.ts'
import { type LoanDue, dueBy, savedThrough, settlementOn } from '#src/app/lending/before-after.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { type Placed, type SheetNeeds, makerOf } from '#src/app/meeting/sheet-commands.ts'
import { sheetRowsOf } from '#src/app/meeting/sheet.ts'

/** An open loan as a member comes to the table with it. */
export type LoanAtTable = {
  readonly loanId: string
  readonly number: string
  readonly owed: number
  readonly due: LoanDue
  readonly settlement: number
  readonly isPostponed: boolean
}

/** A member at the table: what the book knows and the charter asks. */
export type AtTable = {
  readonly memberId: string
  readonly card: string
  readonly isPresent: boolean | undefined
  readonly saved: number
  readonly loans: readonly LoanAtTable[]
  readonly shareValue: number
  readonly sharesMin: number
  readonly sharesMax: number
  readonly socialAsked: number
  readonly fineAsked: number
}

/** Members in the order in which they come to the table. */
export const tableOrder = (book: FundBook, on: LocalDate): readonly string[] =>
  sheetRowsOf(book, on)
    .filter(({ isFirst }) => isFirst)
    .map(({ memberId }) => memberId)

const presence = (book: FundBook, on: LocalDate, memberId: string): boolean | undefined => {
  const { present = [], absent = [] } = meetingOn(book, on) ?? {}
  if (present.includes(memberId)) return true
  return absent.includes(memberId) ? false : undefined
}

type Form = Pick<SheetNeeds, 'formId' | 'hash'>

type Turn = {
  readonly on: LocalDate
  readonly memberId: string
  /** By which it was asked for, where it was sent. */
  readonly form?: Form
}

type Repaid = { readonly loanId: string; readonly amount: number }

/** The repayments of a form, each with an id of its own. How one splits is the loan's own to say. */
const repayments = (form: Form, on: LocalDate, repaid: readonly Repaid[]): readonly Placed[] =>
  repaid.map((one, row) =>
    makerOf(form, on)(
      { part: 'line', row, column: 'principal' },
      { type: 'RecordRepayment', ...one },
    ),
  )

/** What was repaid by a form that is sent once more: even where it paid a loan off, it still asks for it and counts once. */
const repaidBy = (
  { loans }: FundBook,
  { on, memberId, form }: Turn,
): ((loan: Pick<Loan, 'repayments'>) => boolean) => {
  if (!form) return () => false
  const own = loans.filter((loan) => loan.memberId === memberId)
  const asIf = own.map(({ loanId }) => ({ loanId, amount: 0 }))
  const ids = new Set<string>(repayments(form, on, asIf).map(({ command }) => command.id))
  return ({ repayments: made }) => made.some(({ id }) => ids.has(id))
}

/** A member as the table sees her on a day; undefined for somebody who has no line on the sheet. */
export const atTable = (book: FundBook, asked: Turn): AtTable | undefined => {
  const { on, memberId } = asked
  const member = book.members.find((one) => one.memberId === memberId)
  if (!member || !tableOrder(book, on).includes(memberId)) return undefined
  const { shareValue, sharesPerMeeting, socialPerMeeting, absenceFine } = charterOf(book, on)
  const isPresent = presence(book, on, memberId)
  const isRepaid = repaidBy(book, asked)
  const loans = standingsOn(book, on, memberId)
    .filter(({ loan, owed }) => owed > 0 || isRepaid(loan))
    .map(({ loan: { loanId, number }, owed }): LoanAtTable => {
      // The loan as it stands in the books, later windows included.
      const loan = loansById(book.loans).get(loanId)!
      const isPostponed = loan.deferrals.some(({ from, to }) => from <= on && on <= to)
      const settlement = settlementOn(loan, on)
      return { loanId, number, owed, due: dueBy(loan, on), settlement, isPostponed }
    })
  return {
    memberId,
    card: member.card,
    isPresent,
    saved: savedThrough(book, memberId, on),
    loans: loans.toSorted((a, b) => inCardOrder({ card: a.number }, { card: b.number })),
    shareValue,
    sharesMin: sharesPerMeeting.min,
    sharesMax: sharesPerMeeting.max,
    socialAsked: isPresent === false ? 0 : socialPerMeeting,
    fineAsked: isPresent === false ? absenceFine : 0,
  }
}

/** What one member brought and took, as it was laid on the table. */
export type PassLine = {
  readonly memberId: string
  readonly shares: number
  readonly deposit: number
  readonly social: number
  readonly fine: number
  readonly fineFor?: FineReason | undefined
  readonly out: number
  readonly repaid: readonly Repaid[]
}

export const cashOfPass = (line: PassLine, shareValue: number): number =>
  line.shares * shareValue +
  line.deposit +
  line.social +
  line.fine -
  line.out +
  total(line.repaid.map(({ amount }) => amount))

/** How many shares somebody took the last time, but what was taken back; the least that the rules ask of whoever never did. */
export const usualShares = (
  { shareValue, sharesMin, sharesMax }: Pick<AtTable, 'shareValue' | 'sharesMin' | 'sharesMax'>,
  savings: readonly SettledRow[],
  on: LocalDate,
): number => {
  const bought = new Map<LocalDate, number>()
  for (const { entryType, effectiveOn, amount } of savings)
    if (entryType === 'SharesBought' && effectiveOn < on)
      bought.set(effectiveOn, (bought.get(effectiveOn) ?? 0) - amount)
  const [last] = [...bought]
    .filter(([, amount]) => amount > 0)
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
  if (last === undefined) return sharesMin
  return Math.min(Math.max(Math.floor(last[1] / shareValue), sharesMin), sharesMax)
}

/** What a member is expected to lay on the table: who was there before is expected to bring what is still due. */
export const usualLine = (
  { memberId, loans, socialAsked, fineAsked }: AtTable,
  { shares, isFirst }: { readonly shares: number; readonly isFirst: boolean },
): PassLine => ({
  memberId,
  shares: isFirst ? shares : 0,
  deposit: 0,
  social: isFirst ? socialAsked : 0,
  fine: isFirst ? fineAsked : 0,
  fineFor: isFirst && fineAsked > 0 ? 'absent' : undefined,
  out: 0,
  repaid: loans.map(({ loanId, due }) => ({ loanId, amount: due.total })),
})

/** The commands of one member's turn, all taken or none. */
export const passCommands = (
  { memberId, shares, deposit, social, fine, fineFor, out, repaid }: PassLine,
  needs: Form & { readonly on: LocalDate },
): readonly Placed[] => {
  const make = makerOf(needs, needs.on)
  const at = (column: string) => ({ part: 'line', row: 0, column }) as const
  const paid = repaid.filter(({ amount }) => amount > 0)
  return [
    ...(shares > 0 ? [make(at('shares'), { type: 'BuyShares', memberId, shares })] : []),
    ...(deposit > 0
      ? [make(at('savingsIn'), { type: 'RecordDeposit', memberId, amount: deposit })]
      : []),
    ...(social > 0
      ? [make(at('socialIn'), { type: 'RecordSocialContribution', memberId, amount: social })]
      : []),
    ...(fine > 0
      ? [
          make(at('fineIn'), {
            type: 'RecordFine',
            memberId,
            amount: fine,
            ...(fineFor && { reason: fineFor }),
          }),
        ]
      : []),
    ...repayments(needs, needs.on, paid),
    ...(out > 0
      ? [make(at('savingsOut'), { type: 'RecordWithdrawal', memberId, amount: out })]
      : []),
  ]
}

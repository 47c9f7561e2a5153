import type { LocalDate } from '#domain/kernel/dates.ts'
import { stateOn } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { listOf, valued } from '#src/exchange/lists/column.ts'

const cardTold = ['Number of the card', 'M07'] as const

type OnDay = { readonly member: Member; readonly asOf: LocalDate; readonly savings: number }

const member = valued<OnDay>()

/** Cards and no names. Private savings are in nobody's row. */
export const membersList = listOf<OnDay>({
  about: 'a member, by card, as of the day',
  items: ({ book, asOf, postings }) => {
    const saved = new Map<string, number>()
    for (const { account, amount } of postings)
      saved.set(account, (saved.get(account) ?? 0) - amount)
    return book.members
      .filter(({ admittedOn }) => admittedOn <= asOf)
      .toSorted((a, b) => (a.card < b.card ? -1 : 1))
      .map((one) => {
        const savings = saved.get(`liability:savings:${one.memberId}`) ?? 0
        return { member: one, asOf, savings }
      })
  },
  columns: [
    member.text('card', (row) => row.member.card, cardTold),
    member.text('member_id', (row) => row.member.memberId, ['Id in accounts and facts', 'm-7']),
    member.code('sex', (row) => row.member.sex, ['f or m', 'f']),
    member.number('poverty_level', (row) => row.member.povertyLevel ?? null, [
      'IDPoor 1 or 2; empty for a household without one',
      '1',
    ]),
    member.text('zone', (row) => row.member.zone, [
      "A part of the village by the fund's own code",
      'north',
    ]),
    member.code('state', (row) => stateOn(row.member, row.asOf), [
      'here, away, left or dead',
      'here',
    ]),
    member.day('admitted_on', (row) => row.member.admittedOn, [
      'Since when in these books',
      '2025-01-01',
    ]),
    member.sum('savings', ({ savings }) => savings, [
      'Saved through the day, shares among it',
      '120000',
    ]),
  ],
})

type Standing = LoanStanding & { readonly card: string | null }

const loan = valued<Standing>()

export const loansList = listOf<Standing>({
  about: 'a loan and where it stands on the day',
  items: ({ book, asOf }) => {
    const cards = new Map(book.members.map((one) => [one.memberId, one.card]))
    return standingsOn(book, asOf).map((one) => ({
      ...one,
      card: cards.get(one.loan.memberId) ?? null,
    }))
  },
  columns: [
    loan.text('loan', (row) => row.loan.number, ['Number of the loan', 'L25-02']),
    loan.text('loan_id', (row) => row.loan.loanId, ['Id in accounts and facts', 'l-2']),
    loan.text('card', ({ card }) => card, cardTold),
    loan.code('type', (row) => row.loan.terms.product, ['What kind of loan', 'normal']),
    loan.text('currency', (row) => row.loan.terms.currency, ['ISO 4217', 'KHR']),
    loan.sum('principal', (row) => row.loan.terms.principal, ['What was agreed', '500000']),
    loan.number('months', (row) => row.loan.terms.months, ['For how many months', '10']),
    loan.percent('rate_monthly', (row) => Number(row.loan.terms.rateMonthlyPercent), [
      'Interest a month',
      '1.5',
    ]),
    loan.day('paid_out_on', (row) => paidOutOn(row.loan), ['When it was paid out', '2025-02-27']),
    loan.code('status', ({ status }) => status, ['open, closed or written-off', 'open']),
    loan.sum('owed', ({ owed }) => owed, ['Principal that is still owed', '450000']),
    loan.sum('overdue', ({ overdue }) => overdue, [
      'Principal of instalments that fell due and are not paid',
      '0',
    ]),
    loan.number('days_past_due', (row) => row.daysPastDue, [
      'Days since the oldest of them, less days under relief',
      '0',
    ]),
    loan.sum('principal_paid', (row) => row.principalPaid, [
      'Principal paid through the day',
      '50000',
    ]),
    loan.sum('interest_paid', (row) => row.interestPaid, ['Interest paid through the day', '7500']),
    loan.sum('written_off', ({ writtenOff }) => writtenOff, ['Principal given up', '0']),
  ],
})

const meeting = valued<FundBook['meetings'][number]>()

export const meetingsList = listOf<FundBook['meetings'][number]>({
  about: 'a meeting that was held through the day',
  items: ({ book, asOf }) =>
    book.meetings
      .filter(({ heldOn }) => heldOn <= asOf)
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1)),
  columns: [
    meeting.day('held_on', ({ heldOn }) => heldOn, ['The day of the meeting', '2025-03-30']),
    meeting.number('present', ({ present }) => present.length, ['How many members came', '21']),
    meeting.number('absent', ({ absent }) => absent.length, ['How many did not', '3']),
    meeting.sum('opening_count', ({ opening }) => opening?.amount ?? null, [
      'Cash in the box at the start; empty where nobody counted',
      '812000',
    ]),
    meeting.sum('closing_count', ({ closing }) => closing?.amount ?? null, [
      'Cash in the box at the end; empty where nobody counted',
      '905500',
    ]),
    meeting.text('meeting_code', ({ closing }) => closing?.code?.digits ?? null, [
      'Eight digits that were read aloud; empty where none',
      '12345678',
    ]),
  ],
})

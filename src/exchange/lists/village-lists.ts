import { stateOn } from '#domain/fund/life.ts'
import { standingsOn } from '#domain/health/book.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { type List, listed } from '#src/exchange/lists/column.ts'

const card = listed.text('card', 'Number of the card', 'M07')
const memberId = listed.text('member_id', 'Id in accounts and facts', 'm-7')

/** Cards and no names. Private savings are in nobody's row. */
export const membersList: List = {
  about: 'a member, by card, as of the day',
  columns: [
    card,
    memberId,
    listed.code('sex', 'f or m', 'f'),
    listed.number('poverty_level', 'IDPoor 1 or 2; empty for a household without one', '1'),
    listed.text('zone', "A part of the village by the fund's own code", 'north'),
    listed.code('state', 'here, away, left or dead', 'here'),
    listed.day('admitted_on', 'Since when in these books', '2025-01-01'),
    listed.sum('savings', 'Saved through the day, shares among it', '120000'),
  ],
  rows: ({ book, asOf, postings }) => {
    const saved = new Map<string, number>()
    for (const { account, amount } of postings)
      saved.set(account, (saved.get(account) ?? 0) - amount)
    return book.members
      .filter(({ admittedOn }) => admittedOn <= asOf)
      .toSorted((a, b) => (a.card < b.card ? -1 : 1))
      .map((member) => ({
        card: member.card,
        member_id: member.memberId,
        sex: member.sex,
        poverty_level: member.povertyLevel ?? null,
        zone: member.zone,
        state: stateOn(member, asOf),
        admitted_on: member.admittedOn,
        savings: saved.get(`liability:savings:${member.memberId}`) ?? 0,
      }))
  },
}

export const loansList: List = {
  about: 'a loan and where it stands on the day',
  columns: [
    listed.text('loan', 'Number of the loan', 'L25-02'),
    listed.text('loan_id', 'Id in accounts and facts', 'l-2'),
    card,
    listed.code('type', 'What kind of loan', 'normal'),
    listed.text('currency', 'ISO 4217', 'KHR'),
    listed.sum('principal', 'What was agreed', '500000'),
    listed.number('months', 'For how many months', '10'),
    listed.percent('rate_monthly', 'Interest a month', '1.5'),
    listed.day('paid_out_on', 'When it was paid out', '2025-02-27'),
    listed.code('status', 'open, closed or written-off', 'open'),
    listed.sum('owed', 'Principal that is still owed', '450000'),
    listed.sum('overdue', 'Principal of instalments that fell due and are not paid', '0'),
    listed.number('days_past_due', 'Days since the oldest of them, less days under relief', '0'),
    listed.sum('principal_paid', 'Principal paid through the day', '50000'),
    listed.sum('interest_paid', 'Interest paid through the day', '7500'),
    listed.sum('written_off', 'Principal given up', '0'),
  ],
  rows: ({ book, asOf }) => {
    const cards = new Map(book.members.map((one) => [one.memberId, one.card]))
    return standingsOn(book, asOf).map(({ loan, ...standing }) => ({
      loan: loan.number,
      loan_id: loan.loanId,
      card: cards.get(loan.memberId) ?? null,
      type: loan.terms.product,
      currency: loan.terms.currency,
      principal: loan.terms.principal,
      months: loan.terms.months,
      rate_monthly: Number(loan.terms.rateMonthlyPercent),
      paid_out_on: paidOutOn(loan),
      status: standing.status,
      owed: standing.owed,
      overdue: standing.overdue,
      days_past_due: standing.daysPastDue,
      principal_paid: standing.principalPaid,
      interest_paid: standing.interestPaid,
      written_off: standing.writtenOff,
    }))
  },
}

export const meetingsList: List = {
  about: 'a meeting that was held through the day',
  columns: [
    listed.day('held_on', 'The day of the meeting', '2025-03-30'),
    listed.number('present', 'How many members came', '21'),
    listed.number('absent', 'How many did not', '3'),
    listed.sum(
      'opening_count',
      'Cash in the box at the start; empty where nobody counted',
      '812000',
    ),
    listed.sum('closing_count', 'Cash in the box at the end; empty where nobody counted', '905500'),
    listed.text('meeting_code', 'Eight digits that were read aloud; empty where none', '12345678'),
  ],
  rows: ({ book, asOf }) =>
    book.meetings
      .filter(({ heldOn }) => heldOn <= asOf)
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
      .map(({ heldOn, present, absent, opening, closing }) => ({
        held_on: heldOn,
        present: present.length,
        absent: absent.length,
        opening_count: opening?.amount ?? null,
        closing_count: closing?.amount ?? null,
        meeting_code: closing?.code?.digits ?? null,
      })),
}

import { tasksOf } from '#domain/health/tasks.ts'
import { charterOf, type FundBook } from '#domain/health/book.ts'
import { earlyPaymentOf } from '#domain/loans/early.ts'
import type { EarlyMoney, Loan } from '#domain/loans/loan.ts'
import type { Sender } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { isMemberOn } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import {
  dueBy,
  repaymentEffect,
  savedThrough,
  savingEffect,
  settlementOn,
} from '#src/app/before-after.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import type { About, Filled, Room, Task } from '#src/http/desk/record.ts'
import { memberOfCard, saidIn, sumIn } from '#src/desk/typed.ts'
import { confirmRepaymentPage, confirmSavingPage } from '#src/pages/desk/confirm.ts'
import { type Desk, chooseLoanPage, chooseMemberPage } from '#src/pages/desk/desk.ts'
import {
  repaymentFields,
  repaymentForm,
  savingFields,
  savingForm,
} from '#src/pages/desk/money-forms.ts'
import { readBack } from '#src/pages/desk/read-back.ts'

const byCard = (a: Member, b: Member): number => (a.card < b.card ? -1 : 1)

/** The desk, of one card where one was asked for. */
export const deskOf = ({ context, book, today }: Room, mayRecord: boolean): Desk => {
  const day = deskDayOf(book, today)
  const asked = (context.req.query('card') ?? '').trim()
  const isNarrowed = asked !== ''
  const cards = book.members
    .filter((one) => isMemberOn(one, today) && (!isNarrowed || cardMatches(one.card, asked)))
    .toSorted(byCard)
  const isShown = ({ card }: { readonly card: string }): boolean =>
    !isNarrowed || cardMatches(card, asked)
  return {
    ...day,
    openTasks: tasksOf(book, today).length,
    dueByMeeting: day.dueByMeeting.filter(isShown),
    dueLater: day.dueLater.filter(isShown),
    mayRecord,
    isNarrowed,
    cards,
  }
}

export const cardOf = (book: FundBook, memberId: string): string =>
  book.members.find((member) => member.memberId === memberId)?.card ?? ''

const aboutLoan = ({ at, book, today }: Room, loan: Loan): About => {
  const { loanId, number, memberId, terms } = loan
  const { currency } = terms
  const card = cardOf(book, memberId)
  const standing = standingOf(loan, today)
  const next = standing?.nextDue
  const shown = {
    loanId,
    number,
    card,
    currency,
    today,
    owed: standing?.owed ?? 0,
    dueToday: dueBy(loan, today),
    next: next && { on: next.on, amount: dueBy(loan, next.on).total },
    settlement: settlementOn(loan, today),
    saved: earlyPaymentOf(loan, today)?.saved ?? 0,
    members: book.members,
  }
  const repaid = ({ id, day: effectiveOn, of }: Filled) => ({
    id,
    effectiveOn,
    amount: sumIn(of('amount'), currency),
    ...saidIn<{ early: EarlyMoney; excessTo: 'savings'; sender: Sender }>({
      early: of('early'),
      excessTo: of('excessTo') === 'yes' ? 'savings' : '',
      sender: of('sender'),
    }),
  })
  return {
    fields: repaymentFields(at, shown),
    form: (filling) => repaymentForm(at, shown, filling),
    command: (filled) => ({
      ...repaid(filled),
      type: 'RecordRepayment',
      v: 1,
      loanId,
      ...saidIn<{ paidBy: string }>({ paidBy: memberOfCard(book, filled.of('paidBy')) }),
    }),
    confirm: (filled, { flags, carried }) => {
      const effect = repaymentEffect({ book, loan }, repaid(filled), today)
      const more = readBack(repaymentFields(at, shown).slice(1), filled.of)
      return confirmRepaymentPage(at, { effect, flags, card, today, carried, more })
    },
  }
}

export const repayment: Task = {
  name: 'repayment',
  rule: 'RecordRepayment',
  subject: 'loan',
  choose: (room) => chooseLoanPage(room.at, deskOf(room, true)),
  about: (room, id) => {
    const loan = room.book.loans.find(({ loanId }) => loanId === id)
    return loan && aboutLoan(room, loan)
  },
}

const aboutMember = ({ at, book, today, context }: Room, { memberId, card }: Member): About => {
  const { currency, shareValue, sharesPerMeeting } = charterOf(book, today)
  const shown = {
    memberId,
    card,
    currency,
    today,
    saved: savedThrough(book, memberId, today),
    shareValue,
    sharesMax: sharesPerMeeting.max,
  }
  const bought = ({ day: effectiveOn, of }: Filled) => ({
    memberId,
    effectiveOn,
    shares: Number(of('shares')),
  })
  return {
    fields: savingFields(at, shown),
    form: (filling) => savingForm(at, shown, filling),
    command: (filled) => ({ ...bought(filled), type: 'BuyShares', id: filled.id, v: 1 }),
    confirm: async (filled, { flags, carried }) => {
      const { store } = context.get('needs')
      const postings = await store.postings(at.fundId, {
        accounts: [`liability:savings:${memberId}`],
      })
      const effect = savingEffect({ book, postings }, bought(filled), today)
      return confirmSavingPage(at, { effect, flags, card, today, carried })
    },
  }
}

export const saving: Task = {
  name: 'saving',
  rule: 'BuyShares',
  subject: 'member',
  choose: (room) => chooseMemberPage(room.at, 'saving', deskOf(room, true)),
  about: (room, id) => {
    const member = room.book.members.find(({ memberId }) => memberId === id)
    return member && aboutMember(room, member)
  },
}

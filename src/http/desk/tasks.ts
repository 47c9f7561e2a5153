import { charterOf, type FundBook } from '#domain/health/book.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import type { Member } from '#domain/fund/members.ts'
import {
  dueBy,
  repaymentEffect,
  savedThrough,
  savingEffect,
  settlementOn,
} from '#src/app/before-after.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import type { About, Room, Task } from '#src/http/desk/record.ts'
import { confirmRepaymentPage, confirmSavingPage } from '#src/pages/desk/confirm.ts'
import { type Desk, chooseLoanPage, chooseMemberPage } from '#src/pages/desk/desk.ts'
import { amountIn, amountTyped, sharesIn } from '#src/pages/desk/entered.ts'
import { repaymentForm, savingForm } from '#src/pages/desk/form.ts'

const byCard = (a: Member, b: Member): number => (a.card < b.card ? -1 : 1)

/** The desk, of one card where one was asked for. */
export const deskOf = ({ context, book, today }: Room, mayRecord: boolean): Desk => {
  const day = deskDayOf(book, today)
  const asked = (context.req.query('card') ?? '').trim()
  const isNarrowed = asked !== ''
  const cards = book.members
    .filter(({ card, isFormer }) => !isFormer && (!isNarrowed || cardMatches(card, asked)))
    .toSorted(byCard)
  const isShown = ({ card }: { readonly card: string }): boolean =>
    !isNarrowed || cardMatches(card, asked)
  return {
    ...day,
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
  }
  return {
    form: (entered) => repaymentForm(at, shown, entered),
    read: (text) => amountIn(text, currency),
    typed: (amount) => amountTyped(amount, currency),
    command: ({ id, number: amount, day: effectiveOn }) => ({
      type: 'RecordRepayment',
      id,
      v: 1,
      effectiveOn,
      loanId,
      amount,
    }),
    confirm: ({ id, number: amount, day: effectiveOn }, { flags, carried }) => {
      const effect = repaymentEffect({ book, loan }, { id, amount, effectiveOn }, today)
      return confirmRepaymentPage(at, { effect, flags, card, today, carried })
    },
  }
}

export const repayment: Task = {
  name: 'repayment',
  rule: 'RecordRepayment',
  subject: 'loan',
  number: 'amount',
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
  return {
    form: (entered) => savingForm(at, shown, entered),
    read: sharesIn,
    typed: String,
    command: ({ id, number: shares, day: effectiveOn }) => ({
      type: 'BuyShares',
      id,
      v: 1,
      effectiveOn,
      memberId,
      shares,
    }),
    confirm: async ({ number: shares, day: effectiveOn }, { flags, carried }) => {
      const { store } = context.get('needs')
      const postings = await store.postings(at.fundId, {
        accounts: [`liability:savings:${memberId}`],
      })
      const effect = savingEffect({ book, postings }, { memberId, effectiveOn, shares }, today)
      return confirmSavingPage(at, { effect, flags, card, today, carried })
    },
  }
}

export const saving: Task = {
  name: 'saving',
  rule: 'BuyShares',
  subject: 'member',
  number: 'shares',
  choose: (room) => chooseMemberPage(room.at, deskOf(room, true)),
  about: (room, id) => {
    const member = room.book.members.find(({ memberId }) => memberId === id)
    return member && aboutMember(room, member)
  },
}

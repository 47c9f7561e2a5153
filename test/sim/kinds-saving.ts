import { outsideLenders } from '#domain/fund/borrowing.ts'
import { heirKinds } from '#domain/savings/operations/heirs.ts'
import { payOuts } from '#domain/savings/share-out.ts'
import { ballotOf } from '#test/sim/ballots.ts'
import { type Draws, given, memberOf, openedOn } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

/** A request for savings that was made, or none; now and then one of another member. */
export const cancelOf = (draws: Draws) => {
  const asked = draws.told('RequestWithdrawal')
  const again = draws.maybe(15, () => draws.told('CancelWithdrawal'))
  return {
    ...given('effectiveOn', asked && draws.after(asked.effectiveOn)),
    requestId: again?.requestId ?? asked?.id ?? '00000000-0000-7000-8000-000000000000',
    memberId: again?.memberId ?? (asked && draws.happens(95) ? asked.memberId : draws.member()),
  }
}

/** A mark is anything that nobody can read; the same one comes again, as it never does in a village. */
export const privateOf = (draws: Draws) => ({
  mark: String(draws.whole(0, 9)).repeat(64),
  direction: draws.one(['in', 'in', 'out'] as const),
  amount: draws.amount(),
  ...given(
    'isMoreThanOwn',
    draws.maybe(5, () => true as const),
  ),
})

/** Mostly after a period was closed: only then is there a surplus. */
export const shareOutOf = (draws: Draws) => {
  const closed = draws.told('ClosePeriod')
  const last = draws.maybe(20, () => draws.told('ShareOut'))
  return {
    ...given(
      'effectiveOn',
      closed && draws.happens(85) ? draws.after((last ?? closed).effectiveOn) : undefined,
    ),
    isSurplusSplit: draws.happens(75),
    payOut: draws.one(payOuts),
    ballot: ballotOf(draws, '', 97),
  }
}

/** Mostly over all the time until money came in: only then has the fund earned anything. */
export const interestOf = (draws: Draws) => {
  const last = draws.maybe(25, () => draws.told('PayInterestOnSavings'))
  const paid = draws.maybe(85, () => draws.told('RecordRepayment', 'RecordPaymentForLoans'))
  const on = last
    ? draws.after(last.effectiveOn)
    : paid
      ? draws.after(paid.effectiveOn)
      : draws.day()
  const to = dayOf(on) - draws.one([0, 0, 0, 1, draws.happens(5) ? -1 : 5])
  const from = draws.happens(70) ? openedOn : textOf(to - draws.one([0, 29, 90, -1]))
  return {
    effectiveOn: on,
    from,
    to: textOf(to),
    ratePercent: draws.one(['0', '0.05', '0.5', '1', '3', '6', '40', '100']),
    // What is free is little beside shares: only of little can a high rate be paid.
    bearer: draws.one(['free', 'free', 'all'] as const),
    ballot: ballotOf(draws, '', 97),
  }
}

/** Mostly two who are not the borrower have seen it. */
export const nettingOf = (draws: Draws) => {
  const loan = draws.told('RecordPayout', 'TakeOverLoan')
  const on = loan ? draws.after(loan.effectiveOn) : draws.day()
  const others = [0, 1, 2, 3, 4, 5].map(memberOf).filter((one) => one !== loan?.memberId)
  const witnesses = draws.happens(90) ? others.slice(0, 2) : draws.members().slice(0, 3)
  return {
    effectiveOn: on,
    loanId: loan && draws.happens(95) ? loan.loanId : draws.loan(),
    amount: draws.happens(60) ? draws.whole(1, 9) * 10 : draws.amount(),
    proof: draws.happens(95) ? { witnesses } : {},
  }
}

export const settlingOf = (draws: Draws) => {
  const died = draws.told('RecordDeath')
  const memberId = died && draws.happens(90) ? died.memberId : draws.member()
  return {
    ...given('effectiveOn', died && draws.after(died.effectiveOn)),
    memberId,
    isNetted: draws.happens(60),
    ballot: ballotOf(draws, memberId, 97),
  }
}

export const heirsOf = (draws: Draws) => {
  const died = draws.told('RecordDeath')
  return {
    ...given('effectiveOn', died && draws.after(died.effectiveOn)),
    memberId: died?.memberId ?? draws.member(),
    amount: draws.amount(),
    to: draws.one(heirKinds),
    witnesses: draws.members().slice(0, 3),
  }
}

const borrowing = (draws: Draws): string => (draws.happens(97) ? `b${draws.whole(0, 2)}` : '?')

const borrowingOf = (draws: Draws) => {
  const on = draws.day()
  const amount = draws.amount() * draws.whole(1, 20)
  const half = Math.floor(amount / 2)
  const dueOn = (days: number): string => textOf(dayOf(on) + days)
  return {
    borrowingId: borrowing(draws),
    effectiveOn: on,
    lender: draws.one(outsideLenders),
    amount,
    ratePercent: draws.one(['0', '6', '18']),
    schedule: [
      { on: dueOn(draws.happens(97) ? 180 : 0), principal: half, interest: draws.whole(0, 500) },
      { on: dueOn(360), principal: amount - half, interest: 0 },
    ],
    place: draws.one(['box', 'box', 'bank'] as const),
  }
}

const borrowingRepaidOf = (draws: Draws) => {
  const last = draws.told('RecordBorrowing')
  return {
    ...given('effectiveOn', last && draws.after(last.effectiveOn)),
    borrowingId: last?.borrowingId ?? borrowing(draws),
    principal: draws.amount(),
    interest: draws.whole(0, 300),
    place: draws.one(['box', 'bank'] as const),
  }
}

const exchangeOf = (draws: Draws) => {
  const dollars = draws.whole(1, 400)
  const riel = dollars * 4000 + draws.one([0, 0, 50, 700])
  const sums = [
    { currency: 'USD' as const, amount: dollars * 100 },
    { currency: 'KHR' as const, amount: riel },
  ] as const
  const [from, to] = draws.happens(50) ? sums : sums.toReversed()
  return {
    from: from!,
    to: draws.happens(97) ? to! : from!,
    rate: { of: 'USD' as const, in: 'KHR' as const, value: '4000' },
  }
}

const elsewhere = ['bank', 'wallet'] as const

/** Where money arrived that went through no hand, now and then. */
export const placeOf = (draws: Draws, percent: number) =>
  given(
    'place',
    draws.maybe(percent, () => draws.one(elsewhere)),
  )

export const depositOf = (draws: Draws) => ({
  memberId: draws.member(),
  amount: draws.amount(),
  ...placeOf(draws, 20),
})

export const remittanceOf = (draws: Draws) => ({
  memberId: draws.member(),
  amount: draws.amount(),
  place: draws.one(elsewhere),
  use: draws.one(['home', 'school'] as const),
})

export const accountOf = (draws: Draws) => ({
  place: draws.one(elsewhere),
  account: `fund${draws.whole(0, 9)}@bank`,
  called: 'Village Fund',
  city: 'Battambang',
})

/** A generator a type of command about lenders and money changers outside. */
export const ofOutside = {
  RecordBorrowing: { by: 'chair', order: 'beginning', weight: 2, draw: borrowingOf },
  RecordBorrowingRepayment: {
    by: 'record-keeper',
    order: 'fact',
    weight: 2,
    draw: borrowingRepaidOf,
  },
  RecordExchange: { by: 'record-keeper', order: 'fact', weight: 2, draw: exchangeOf },
} as const

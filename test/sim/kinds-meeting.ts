/* What is drawn of meetings, of the box and of what members say is not right. */
import { disputeAnswers, disputeReasons } from '#domain/corrections/disputes.ts'
import { costKinds, costPurposes, payeeKinds } from '#domain/fund/costs.ts'
import { type Draws, given } from '#test/sim/draws.ts'
import { officerOf } from '#test/sim/ballots.ts'

const nothingSaid = '00000000-0000-7000-8000-000000000000'

const totalsOf = (draws: Draws) => ({
  membersPresent: draws.whole(0, 5),
  savingsIn: draws.amount(),
  socialIn: 0,
  finesIn: 0,
  loanPrincipalIn: 0,
  interestIn: 0,
  donorGrantIn: 0,
  loansOut: 0,
  savingsOut: 0,
  socialOut: 0,
  migrationGrantsOut: 0,
  expensesOut: draws.amount(),
})

export const openingOf = (draws: Draws) => ({
  count: draws.count(),
  ...given(
    'place',
    draws.maybe(30, () => draws.one(['ទន្លេ', 'pagoda', '?'])),
  ),
  ...given('keyHolders', draws.maybe(30, draws.members)),
  ...given(
    'among',
    draws.maybe(20, () => 'women' as const),
  ),
})

/** Most costs say what they were; those of an older book do not. */
export const costOf = (draws: Draws) => ({
  amount: draws.amount(),
  ...given(
    'kind',
    draws.maybe(90, () => (draws.happens(97) ? draws.one(costKinds) : ('gift' as never))),
  ),
  ...given(
    'purpose',
    draws.maybe(90, () => draws.one(costPurposes)),
  ),
  ...given(
    'payee',
    draws.maybe(90, () => draws.one(payeeKinds)),
  ),
})

const heads = ['', 'a'.repeat(64), 'none']

export const closingOf = (draws: Draws) => ({
  count: draws.count(),
  ...given(
    'written',
    draws.maybe(20, () => totalsOf(draws)),
  ),
  ...given(
    'code',
    draws.maybe(30, () => ({
      digits: draws.one(['12345678', '00000000', '1234']),
      head: draws.one(heads),
    })),
  ),
})

export const transferOf = (draws: Draws) => ({
  amount: draws.amount(),
  from: draws.one(['box', 'box', 'bank', 'wallet'] as const),
  to: draws.one(['bank', 'bank', 'wallet', 'box'] as const),
  names: draws.members(),
  ...given(
    'slipHash',
    draws.maybe(20, () => draws.one(['0'.repeat(64), 'slip'])),
  ),
})

export const statementOf = (draws: Draws) => ({
  place: draws.one(['bank', 'wallet'] as const),
  balance: draws.happens(50) ? 0 : draws.amount(),
})

const marks = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64))

/** A line of the bank about what was taken there, mostly; now and then about a wrong sum or another entry. */
export const bankLineOf = (draws: Draws) => {
  const moved = draws.happens(92) ? draws.told('RecordTransfer') : draws.told('RecordExpense')
  const place = draws.one(['bank', 'bank', 'wallet'] as const)
  const isThere = moved?.type === 'RecordTransfer' && [moved.from, moved.to].includes(place)
  const there = isThere || draws.happens(20) ? place : 'bank'
  const isOut = moved?.type === 'RecordTransfer' && moved.from === there
  const amount = (moved?.amount ?? 100) * (isOut ? -1 : 1) + (draws.happens(12) ? 100 : 0)
  const id = moved?.id ?? nothingSaid
  const many = draws.happens(3) ? Array.from({ length: 21 }, () => id) : [id]
  return {
    ...given('effectiveOn', moved && draws.after(moved.effectiveOn)),
    place: draws.happens(2) ? ('box' as never) : there,
    amount: draws.happens(3) ? 0 : amount,
    mark: draws.happens(3) ? 'none' : draws.one(marks),
    entryIds: draws.happens(3) ? [] : draws.happens(4) ? [id, id] : many,
  }
}

export const awayCountOf = (draws: Draws) => ({ hash: draws.one(['f'.repeat(64), 'none']) })

export const talkOf = (draws: Draws) => ({
  talkId: draws.one(['01976f2c-3a10-7c58-9c3e-5d2f4b8a6e41', 'none']),
  topic: draws.one(['debt', 'debt', 'violence'] as const),
  way: draws.one(['by-text', 'by-text', 'at-meeting'] as const),
})

const disputedOf = (draws: Draws) => {
  const line = draws.told('RecordRepayment', 'BuyShares', 'RecordWithdrawal', 'RecordExpense')
  return draws.one([
    { kind: 'entry' as const, entryId: line?.id ?? nothingSaid },
    { kind: 'entry' as const, entryId: line?.id ?? nothingSaid },
    { kind: 'savings' as const, memberId: draws.happens(90) ? draws.member() : 'm99' },
    { kind: 'loan' as const, loanId: draws.loan() },
  ])
}

export const disputeOf = (draws: Draws) => ({
  about: disputedOf(draws),
  reason: draws.one(disputeReasons),
})

export const answerOf = (draws: Draws) => {
  const dispute = draws.told('RaiseDispute')
  const answer = draws.one(disputeAnswers)
  const wrong = draws.told('ReverseEntry', 'RecordRepayment')
  const isNamed = answer === 'corrected' ? draws.happens(85) : draws.happens(8)
  const own = dispute?.about.kind === 'savings' ? dispute.about.memberId : draws.member()
  return {
    ...given(
      'effectiveOn',
      dispute && draws.happens(90) ? draws.after(dispute.effectiveOn) : undefined,
    ),
    disputeId: dispute?.id ?? nothingSaid,
    answer,
    ...given('correctedBy', isNamed ? wrong?.id : undefined),
    approvedBy: draws.happens(70) ? officerOf(draws) : own,
  }
}

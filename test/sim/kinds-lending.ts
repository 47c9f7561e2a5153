import type { Product } from '#domain/fund/charter/charter.ts'
import { reversalReasons } from '#domain/corrections/reversal.ts'
import { ballotOf, officerOf } from '#test/sim/ballots.ts'
import { choicesOf } from '#test/sim/choices.ts'
import { type Draws, given } from '#test/sim/draws.ts'
import { bandOf, lendersOf } from '#test/sim/kinds-buy-out.ts'
import { olderOf } from '#test/sim/kinds-older.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

/** As often as loans of each sort are asked for; one in twelve begins a trade. */
export const productsDrawn: readonly Product[] = [
  ...Array.from({ length: 6 }, () => 'normal' as const),
  ...Array.from({ length: 3 }, () => 'seasonal' as const),
  'emergency',
  'emergency',
  'enterprise',
]

/** Money, months and days of a loan, mostly months of equal principal. */
export const lentOf = (draws: Draws) => {
  const effectiveOn = draws.day()
  const months = draws.one([1, 2, 3, 5, 10, 24])
  return {
    effectiveOn,
    product: draws.one(productsDrawn),
    principal: draws.amount() * draws.whole(1, 4),
    months,
    ...given('firstDueOn', draws.maybe(15, draws.day)),
    ...given(
      'plan',
      draws.maybe(35, () => choicesOf(draws, effectiveOn, months)),
    ),
  }
}

const proofOf = (draws: Draws) => ({
  ...given(
    'witnesses',
    draws.maybe(70, () => [draws.member(), ...draws.members().slice(0, 1)]),
  ),
  ...given(
    'hash',
    draws.maybe(40, () => (draws.happens(90) ? 'ab'.repeat(32) : 'ab')),
  ),
})

/** A pay-out, of what was asked for as often as not. */
export const payoutOf = (draws: Draws) => {
  const request = draws.maybe(60, () => draws.told('RequestLoan'))
  const loanId = request?.loanId ?? draws.newLoan()
  const asked = request
    ? {
        memberId: request.memberId,
        product: request.product,
        principal: draws.happens(90) ? request.principal : draws.amount(),
        months: request.months,
        ...given('firstDueOn', request.firstDueOn),
        ...given('plan', request.plan),
        effectiveOn: draws.after(draws.told('DecideLoan')?.effectiveOn ?? request.effectiveOn),
      }
    : { memberId: draws.member(), ...lentOf(draws) }
  return {
    loanId,
    number: draws.happens(95) ? loanId.toUpperCase() : 'L0',
    ...asked,
    ...('plan' in asked && draws.happens(97) ? {} : olderOf(draws, false)),
    ...given(
      'amount',
      draws.maybe(15, () => Math.ceil(asked.principal / draws.one([1, 2, 3]))),
    ),
    ...given(
      'proof',
      draws.maybe(15, () => proofOf(draws)),
    ),
    ...given(
      'lenderKinds',
      draws.maybe(10, () => lendersOf(draws)),
    ),
  }
}

type About = { readonly loanId: string; readonly effectiveOn?: string }

/** A request that was made, and a day after what was last said of it; or any loan. */
export const aboutRequest = (draws: Draws): About => {
  // Mostly the one that was asked for last, so that a life has its steps.
  const last = draws.made.findLast((command) => command.type === 'RequestLoan')
  const request = draws.happens(70) ? last : draws.told('RequestLoan')
  if (!request || draws.happens(8)) return { loanId: draws.loan() }
  const { loanId } = request
  const step = draws.made.findLast((command) => 'loanId' in command && command.loanId === loanId)
  return { loanId, effectiveOn: draws.after(step!.effectiveOn) }
}

/** A loan that was lent, and a day after that. */
const aboutLoan = (draws: Draws): About => {
  const loan = draws.told('RecordPayout', 'TakeOverLoan')
  if (!loan || draws.happens(15)) return { loanId: draws.loan() }
  return { loanId: loan.loanId, effectiveOn: draws.after(loan.effectiveOn) }
}

const borrowerOf = (draws: Draws, loanId: string): string => {
  const about = draws.made.findLast(
    (command) => 'loanId' in command && 'memberId' in command && command.loanId === loanId,
  )
  return about && 'memberId' in about ? about.memberId : draws.member()
}

export const appraisalOf = (draws: Draws) => {
  const about = aboutRequest(draws)
  const borrower = borrowerOf(draws, about.loanId)
  const isBuyOut = draws.made.some(
    (one) => one.type === 'RequestLoan' && one.loanId === about.loanId && one.purpose === 'buy-out',
  )
  const isByAgency = draws.made.some(
    (one) =>
      one.type === 'RequestLoan' &&
      one.loanId === about.loanId &&
      one.migration?.channel === 'agency',
  )
  return {
    ...about,
    ...draws.maybe(isByAgency ? 70 : 1, () => ({
      agencySeenBy: draws.happens(93) ? officerOf(draws, borrower) : draws.member(),
    })),
    appraisedBy: draws.happens(95) ? officerOf(draws, borrower) : borrower,
    finding: draws.one(['sound', 'sound', 'doubtful'] as const),
    ...draws.maybe(94, () => ({ burden: bandOf(draws) })),
    ...draws.maybe(isBuyOut ? 60 : 2, () => ({ lightens: true as const })),
  }
}

export const disclosureOf = (draws: Draws) => {
  const about = aboutRequest(draws)
  return {
    ...about,
    textHash: draws.happens(97) ? 'ab'.repeat(32) : 'ab',
    language: draws.happens(97) ? draws.one(['km', 'en'] as const) : ('th' as 'km'),
    paidOutOn: draws.happens(97) ? draws.day() : '2026-02-30',
  }
}

export const decisionOf = (draws: Draws) => {
  const about = aboutRequest(draws)
  const reason = draws.maybe(20, () => draws.one(['no-cash', 'late-before'] as const))
  const last = draws.made.findLast((one) => 'loanId' in one && one.loanId === about.loanId)
  const isAppealed = last?.type === 'AppealDecision'
  const ballot = ballotOf(draws, borrowerOf(draws, about.loanId), isAppealed ? 90 : 55)
  return { ...about, ballot, ...given('reason', reason) }
}

export const guaranteeOf = (draws: Draws) => {
  const isGroup = draws.happens(40)
  const upTo = draws.amount()
  const guarantees = Array.from({ length: draws.whole(draws.happens(5) ? 0 : 1, 2) }, () => ({
    memberId: draws.member(),
    upTo: isGroup && draws.happens(90) ? upTo : draws.amount(),
  }))
  return { ...aboutRequest(draws), guarantees, isGroup }
}

export const partOf = (draws: Draws) => ({
  ...aboutLoan(draws),
  amount: draws.amount(),
  ...given(
    'proof',
    draws.maybe(20, () => proofOf(draws)),
  ),
})

/** The word of whoever got the money; now and then of an officer with two who saw it, and now and then of anybody. */
export const payoutWordOf = (draws: Draws) => {
  const about = aboutLoan(draws)
  const borrower = borrowerOf(draws, about.loanId)
  const other = draws.happens(90) ? officerOf(draws, borrower) : draws.member()
  return {
    ...about,
    memberId: draws.happens(96) ? borrower : draws.member(),
    approvedBy: draws.happens(60) ? borrower : other,
    proof: proofOf(draws),
  }
}

export const sumOfLoan = (draws: Draws) => ({ ...aboutLoan(draws), amount: draws.amount() })

export const fineOf = (draws: Draws) => ({
  ...aboutLoan(draws),
  amount: draws.one([draws.whole(1, 9), draws.whole(1, 9) * 100, draws.amount()]),
})

export const recoveryOf = (draws: Draws) => {
  const writeOff = draws.maybe(70, () => draws.told('WriteOffLoan', 'RecordWriteOff'))
  const about = writeOff
    ? { loanId: writeOff.loanId, effectiveOn: draws.after(writeOff.effectiveOn) }
    : aboutLoan(draws)
  return { ...about, amount: draws.amount() }
}

export const saidOf = (draws: Draws) => ({
  ...given(
    'early',
    draws.maybe(45, () => draws.one(['next', 'fewer', 'smaller'] as const)),
  ),
  ...given(
    'excessTo',
    draws.maybe(20, () => 'savings' as const),
  ),
  ...given(
    'sender',
    draws.maybe(10, () => draws.one(['kin', 'abroad', 'employer'] as const)),
  ),
})

/** Who stands for a loan pays on it. */
export const byGuarantorOf = (draws: Draws) => {
  const guarantee = draws.told('GiveGuarantee')
  const [first] = guarantee?.guarantees ?? []
  if (!guarantee || !first) return {}
  const effectiveOn = draws.after(guarantee.effectiveOn)
  return { loanId: guarantee.loanId, paidBy: first.memberId, effectiveOn }
}

/** All that was paid out, mostly after a vote, brought back within days. */
export const handedBackOf = (draws: Draws) => {
  const voted = draws.made.filter((one) => one.type === 'DecideLoan').map(({ loanId }) => loanId)
  const payout =
    draws.made.findLast((one) => one.type === 'RecordPayout' && voted.includes(one.loanId)) ??
    draws.told('RecordPayout')
  if (payout?.type !== 'RecordPayout') return {}
  const effectiveOn = textOf(dayOf(payout.effectiveOn) + draws.one([0, 1, 3, 9]))
  const amount = (payout.amount ?? payout.principal) + draws.one([0, 0, 100])
  return { loanId: payout.loanId, effectiveOn, amount }
}

export const forLoansOf = (draws: Draws) => {
  const about = aboutLoan(draws)
  const loanIds = [about.loanId, ...(draws.happens(75) ? [draws.loan()] : [])]
  return {
    ...given('effectiveOn', about.effectiveOn),
    memberId: draws.member(),
    amount: draws.amount() * draws.whole(1, 3),
    loanIds: draws.happens(90) ? [...new Set(loanIds)] : loanIds,
    ...given(
      'sender',
      draws.maybe(10, () => 'abroad' as const),
    ),
  }
}

export const rescheduleOf = (draws: Draws) => {
  const about = aboutLoan(draws)
  return {
    ...about,
    months: draws.one([1, 3, 10, 24, 60]),
    ...given(
      'firstDueOn',
      draws.maybe(25, () => draws.after(about.effectiveOn ?? draws.day())),
    ),
    ballot: ballotOf(draws, borrowerOf(draws, about.loanId)),
  }
}

export const giveUpOf = (draws: Draws) => {
  const about = aboutLoan(draws)
  return { ...about, ballot: ballotOf(draws, borrowerOf(draws, about.loanId)) }
}

export const releaseOf = (draws: Draws) => {
  const last = draws.maybe(50, () => draws.told('ReleaseSuspense', 'RecordRepayment'))
  const again = last?.type === 'ReleaseSuspense' ? last : undefined
  return {
    ...given('effectiveOn', last && draws.after(last.effectiveOn)),
    memberId: again?.memberId ?? draws.member(),
    amount: again && draws.happens(60) ? again.amount : draws.amount(),
    to: draws.one(['savings', 'cash'] as const),
  }
}

/** Of all that the village has written down: a reversal, a decision or a beginning among them. */
export const reversalOf = (draws: Draws) => {
  const types = [...new Set(draws.made.map(({ type }) => type))]
  const money = types.filter((type) =>
    /^(Record|Buy|Release|Reschedule|Convert|Return|WriteOff|TakeOver)/.test(type),
  )
  const entry = draws.told(...(draws.happens(80) && money.length > 0 ? money : types))
  const first = draws.maybe(25, () => draws.told('RecordPayout', 'TakeOverLoan'))
  const paid = draws.maybe(40, () =>
    draws.told('RecordRepayment', 'RecordPaymentForLoans', 'RecordLateFine'),
  )
  const of = paid ?? first ?? entry
  const borrower = of && 'loanId' in of ? borrowerOf(draws, of.loanId) : undefined
  return {
    ...given('effectiveOn', of && draws.happens(95) ? draws.after(of.effectiveOn) : undefined),
    reverses: of?.id ?? '00000000-0000-7000-8000-000000000000',
    reason: draws.one(reversalReasons),
    approvedBy: draws.happens(90) ? officerOf(draws, borrower) : (borrower ?? draws.member()),
  }
}

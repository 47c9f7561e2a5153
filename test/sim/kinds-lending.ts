import type { Command } from '#domain/village.ts'
import { reversalReasons } from '#domain/corrections/reversal.ts'
import type { PlanChoices } from '#domain/loans/agreed.ts'
import { ballotOf, officerOf } from '#test/sim/ballots.ts'
import { type Draws, given, memberOf } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

/** What can be agreed where a loan is not months of equal principal. */
const planOf = (draws: Draws, on: string, months: number): PlanChoices => {
  const { one, whole, happens, maybe } = draws
  const dueOn = (): string[] => {
    const gap = one([7, 14, 30])
    return Array.from({ length: months }, (_, n) => textOf(dayOf(on) + 3 + gap * (n + 1)))
  }
  const every = () => ({ n: one([1, 1, 2, 10]), unit: one(['days', 'weeks', 'months'] as const) })
  const days = one<Pick<PlanChoices, 'every' | 'dueOn' | 'periodFrom'>>([
    {},
    {},
    { every: every() },
    { every: { n: 1, unit: 'years' } },
    { dueOn: dueOn() },
    { dueOn: dueOn(), periodFrom: textOf(dayOf(on) - whole(0, 9)) },
  ])
  const price = one<PlanChoices>([
    {},
    {},
    {
      yearlyPercent: one(['18', '12.5', '20']),
      days: one(['actual/365', 'actual/actual', '30/360']),
    },
    { ratePercent: one(['0.3', '1.5', '3']) },
    { rateMonthlyPercent: one(['1', '1.5']) },
  ])
  const step = () => one([1, 100, 500])
  const mode = () => one(['down', 'up', 'half-up', 'half-even'] as const)
  const grace = whole(0, months - 1)
  return {
    ...days,
    ...price,
    ...given(
      'repayment',
      maybe(60, () => one(['equal-instalment', 'equal-principal', 'bullet'] as const)),
    ),
    ...given(
      'graceOnPrincipal',
      maybe(25, () => Math.min(grace, 2)),
    ),
    ...given(
      'graceOnInterest',
      maybe(25, () => ({
        instalments: Math.min(grace, 2),
        is: one(['deferred', 'forgiven'] as const),
      })),
    ),
    ...given(
      'balloon',
      maybe(20, () => whole(1, 40) * 100),
    ),
    ...given(
      'remainder',
      maybe(40, () => one(['first', 'last', 'spread'] as const)),
    ),
    ...given(
      'interestRounding',
      maybe(30, () => ({ mode: mode(), step: step() })),
    ),
    ...given(
      'instalmentRounding',
      maybe(30, () => ({ mode: mode(), step: step() })),
    ),
    ...given(
      'workingDays',
      maybe(30, () => ({
        weekend: happens(50) ? [6, 7] : [7],
        holidays: [textOf(dayOf(on) + whole(20, 70))],
        direction: one(['forward', 'backward', 'forward-in-month', 'same'] as const),
      })),
    ),
  }
}

/** Money, months and days of a loan, mostly months of equal principal. */
export const lentOf = (draws: Draws) => {
  const effectiveOn = draws.day()
  const months = draws.one([1, 2, 3, 5, 10, 24])
  return {
    effectiveOn,
    product: draws.one(['normal', 'normal', 'seasonal', 'emergency'] as const),
    principal: draws.amount() * draws.whole(1, 4),
    months,
    ...given('firstDueOn', draws.maybe(15, draws.day)),
    ...given(
      'plan',
      draws.maybe(35, () => planOf(draws, effectiveOn, months)),
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
  const loanId = request?.loanId ?? draws.loan()
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
    ...given(
      'amount',
      draws.maybe(15, () => Math.ceil(asked.principal / draws.one([1, 2, 3]))),
    ),
    ...given(
      'proof',
      draws.maybe(15, () => proofOf(draws)),
    ),
  }
}

export const requestOf = (draws: Draws) => ({
  loanId: draws.loan(),
  memberId: draws.happens(50) ? memberOf(0) : draws.member(),
  ...lentOf(draws),
  purpose: draws.one(['farm', 'school', 'family-need', 'papers-and-travel'] as const),
})

type About = { readonly loanId: string; readonly effectiveOn?: string }

/** A request that was made, and a day after what was last said of it; or any loan. */
export const aboutRequest = (draws: Draws): About => {
  const request = draws.told('RequestLoan')
  if (!request || draws.happens(8)) return { loanId: draws.loan() }
  const { loanId } = request
  const last = draws.made.findLast((command) => 'loanId' in command && command.loanId === loanId)
  return { loanId, effectiveOn: draws.after(last!.effectiveOn) }
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
  return {
    ...about,
    appraisedBy: draws.happens(92) ? officerOf(draws, borrower) : borrower,
    finding: draws.one(['sound', 'sound', 'doubtful'] as const),
  }
}

export const decisionOf = (draws: Draws) => {
  const about = aboutRequest(draws)
  const reason = draws.maybe(20, () => draws.one(['no-cash', 'late-before'] as const))
  const ballot = ballotOf(draws, borrowerOf(draws, about.loanId))
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
  const entry = draws.told(
    ...([...new Set(draws.made.map(({ type }) => type))] as Command['type'][]),
  )
  const first = draws.maybe(25, () => draws.told('RecordPayout', 'TakeOverLoan'))
  const money = draws.maybe(40, () =>
    draws.told('RecordRepayment', 'RecordPaymentForLoans', 'RecordLateFine'),
  )
  const of = money ?? first ?? entry
  const borrower = of && 'loanId' in of ? borrowerOf(draws, of.loanId) : undefined
  return {
    ...given('effectiveOn', of && draws.happens(95) ? draws.after(of.effectiveOn) : undefined),
    reverses: of?.id ?? '00000000-0000-7000-8000-000000000000',
    reason: draws.one(reversalReasons),
    approvedBy: draws.happens(90) ? officerOf(draws, borrower) : (borrower ?? draws.member()),
  }
}

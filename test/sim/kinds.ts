import type { Charter } from '#domain/fund/charter.ts'
import { defaultCharter } from '#domain/fund/default-charter.ts'
import type { Command } from '#domain/village.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { type Draws, given, networkOf, openedOn } from '#test/sim/draws.ts'
import * as lending from '#test/sim/kinds-lending.ts'

export type CommandType = Command['type']
export type CommandOf<Type extends CommandType> = Extract<Command, { readonly type: Type }>
/** Whose work it is in the village. Thief and phone send what others made. */
export type Actor =
  | 'record-keeper'
  | 'chair'
  | 'counter'
  | 'member'
  | 'auditor'
  | 'thief'
  | 'forgetful-phone'

const charterOf = (draws: Draws): Charter => ({
  ...defaultCharter,
  shareValue: draws.one([100, 500, 3333]),
  meetingDay: draws.one([1, 15, 20, 28, 29, 30, 31]),
  rateMonthlyPercent: {
    normal: draws.one(['1.5', '1.25', '0.777777', draws.happens(10) ? '2' : '1']),
    seasonal: draws.one(['1.5', '0.5']),
    emergency: draws.one(['0', '1']),
  },
  interestStep: draws.one([1, 50, 100]),
  instalmentStep: draws.one([1, 100, 500]),
  ceiling: { ...defaultCharter.ceiling, amountMax: draws.amount() * 3, emergencyMax: 5000 },
  quorumPercent: draws.one([50, 67, 100]),
  currency: draws.happens(97) ? 'KHR' : 'USD',
})

const loanOf = (draws: Draws) => {
  const loanId = draws.newLoan()
  return {
    loanId,
    number: draws.happens(95) ? loanId.toUpperCase() : 'L0',
    memberId: draws.member(),
    product: draws.one(['normal', 'normal', 'seasonal', 'emergency'] as const),
    principal: draws.amount() * draws.whole(1, 4),
    months: draws.one([1, 2, 3, 5, 10, 24]),
    ...given('firstDueOn', draws.maybe(15, draws.day)),
  }
}

const splitOf = (draws: Draws) => {
  const amount = draws.amount()
  const interest = draws.happens(70) ? draws.whole(0, Math.min(amount, 500)) : 0
  const written = draws.maybe(30, () => ({
    interest,
    principal: amount - interest + (draws.happens(4) ? 1 : 0),
  }))
  return { amount, ...given('written', written) }
}

const windowsOf = (draws: Draws) =>
  Array.from({ length: draws.happens(4) ? 0 : draws.whole(1, 2) }, () => {
    const from = draws.day()
    const days = draws.happens(4) ? -1 : draws.one([0, 20, 40, 90, 200])
    return { loanId: draws.loan(), from, to: textOf(dayOf(from) + days) }
  })

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

/** An old book that adds up, mostly: only then can a period be closed. */
const openingOf = (draws: Draws) => {
  const cash = draws.amount() * 5
  const provision = draws.happens(30) ? draws.amount() : 0
  const social = draws.happens(50) ? draws.amount() : 0
  const held = draws.happens(50) ? draws.amount() : 0
  const reserve = cash - provision - social - held + (draws.happens(80) ? 0 : 100)
  const windows = held > 0 ? [{ windowId: 'safe-return', amount: held }] : []
  return { cash, provision, social, reserve, windows }
}

/** Without a day of its own it has the one that was drawn for it. */
type Own<C extends Command> = Omit<C, 'id' | 'v' | 'effectiveOn' | 'type'> & {
  readonly effectiveOn?: string
}
/** A `fact` may come in any order and is never refused; a `beginning` must come before what uses it. */
export type Kind<C extends Command> = {
  readonly by: Actor
  readonly order: 'beginning' | 'decision' | 'fact'
  readonly weight: number
  readonly draw: (draws: Draws) => Own<C>
}
export type Kinds = { readonly [Type in CommandType]: Kind<CommandOf<Type>> }

const kind = <C extends Command>(
  by: Actor,
  order: Kind<C>['order'],
  weight: number,
  draw: Kind<C>['draw'],
): Kind<C> => ({ by, order, weight, draw })

const ofMember = (draws: Draws) => ({ memberId: draws.member(), amount: draws.amount() })
const ofFund = (draws: Draws) => ({ amount: draws.amount() })

/** One generator a type of command: a new type does not compile until it stands here. */
export const kinds: Kinds = {
  FoundFund: kind('chair', 'beginning', 1, (draws) => ({
    villageCode: '99999901',
    charter: charterOf(draws),
    opening: openingOf(draws),
  })),
  AmendCharter: kind('chair', 'decision', 2, (draws) => ({
    charter: charterOf(draws),
    votes: draws.votes(),
  })),
  AdmitAuditors: kind('chair', 'decision', 2, (draws) => ({
    networkId: networkOf(draws.whole(1, 2)),
    until: draws.day(),
  })),
  DismissAuditors: kind('chair', 'decision', 2, (draws) => ({
    networkId: networkOf(draws.whole(1, 2)),
    votes: draws.votes(),
  })),
  AdmitMember: kind('record-keeper', 'beginning', 2, (draws) => ({
    memberId: draws.member(),
    card: `ក${draws.whole(0, 9)}`,
    sex: draws.one(['f', 'm'] as const),
    zone: 'ទន្លេ',
    isFormer: draws.happens(20),
    ...given(
      'povertyLevel',
      draws.maybe(30, () => draws.one([1, 2] as const)),
    ),
  })),
  AppointOfficer: kind('record-keeper', 'decision', 1, (draws) => ({
    memberId: draws.member(),
    office: draws.one(['chair', 'record-keeper', 'counter', 'committee'] as const),
  })),
  OpenMeeting: kind('counter', 'fact', 3, (draws) => ({ count: draws.count() })),
  RecordAttendance: kind('record-keeper', 'fact', 1, (draws) => ({
    present: draws.members(),
    absent: draws.members(),
  })),
  CloseMeeting: kind('counter', 'fact', 3, (draws) => ({
    count: draws.count(),
    ...given(
      'written',
      draws.maybe(20, () => totalsOf(draws)),
    ),
  })),
  RecordExpense: kind('record-keeper', 'fact', 2, ofFund),
  ClosePeriod: kind('chair', 'decision', 2, () => ({})),
  TakeOverSavings: kind('record-keeper', 'fact', 2, ofMember),
  BuyShares: kind('member', 'fact', 3, (draws) => ({
    memberId: draws.member(),
    shares: draws.whole(1, 7),
  })),
  RecordWithdrawal: kind('member', 'fact', 2, ofMember),
  RecordSocialContribution: kind('member', 'fact', 1, ofMember),
  RecordFine: kind('record-keeper', 'fact', 1, ofMember),
  RecordSocialSupport: kind('record-keeper', 'fact', 1, ofFund),
  TakeOverLoan: kind('record-keeper', 'beginning', 2, (draws) => ({
    ...loanOf(draws),
    owed: draws.happens(85) ? draws.amount() : 0,
    paidOutOn: textOf(dayOf(openedOn) - draws.whole(0, 400)),
  })),
  RecordPayout: kind('record-keeper', 'beginning', 4, lending.payoutOf),
  RecordRepayment: kind('member', 'fact', 10, (draws) => ({
    loanId: draws.loan(),
    ...(draws.happens(8)
      ? { amount: draws.amount(), ...lending.handedBackOf(draws) }
      : splitOf(draws)),
    ...lending.saidOf(draws),
    ...given('paidBy', draws.maybe(20, draws.member)),
    ...(draws.happens(15) ? lending.byGuarantorOf(draws) : {}),
  })),
  RecordWriteOff: kind('record-keeper', 'fact', 2, (draws) => ({
    loanId: draws.loan(),
    amount: draws.amount(),
    ...given(
      'minute',
      draws.maybe(50, () => draws.one(['2025-12', '12/5', '?'])),
    ),
  })),
  RecordRelief: kind('record-keeper', 'fact', 3, (draws) => ({
    eventId: `E${draws.whole(0, 9)}`,
    kind: draws.one(['flood', 'drought', 'personal'] as const),
    touched: windowsOf(draws),
  })),
  RecordDonation: kind('auditor', 'fact', 1, (draws) => ({
    amount: draws.amount(),
    ...given(
      'windowId',
      draws.maybe(60, () => 'safe-return'),
    ),
  })),
  RecordGrantPayout: kind('record-keeper', 'fact', 1, (draws) => ({
    windowId: draws.one(['safe-return', 'safe-return', 'schooling']),
    grantNumber: `G${draws.whole(0, 9)}`,
    amount: draws.amount(),
  })),
  RequestLoan: kind('member', 'decision', 6, lending.requestOf),
  WithdrawRequest: kind('member', 'decision', 1, lending.aboutRequest),
  AppraiseLoan: kind('record-keeper', 'decision', 1, lending.appraisalOf),
  GiveGuarantee: kind('member', 'decision', 1, lending.guaranteeOf),
  DecideLoan: kind('chair', 'decision', 2, lending.decisionOf),
  AppealDecision: kind('member', 'decision', 1, lending.aboutRequest),
  RecordPayoutPart: kind('record-keeper', 'fact', 2, lending.partOf),
  RecordPaymentForLoans: kind('member', 'fact', 3, lending.forLoansOf),
  RecordLateFine: kind('record-keeper', 'fact', 3, lending.fineOf),
  RecordRecovery: kind('record-keeper', 'fact', 2, lending.recoveryOf),
  RescheduleLoan: kind('chair', 'decision', 5, lending.rescheduleOf),
  WriteOffLoan: kind('chair', 'decision', 2, lending.giveUpOf),
  ReleaseSuspense: kind('member', 'decision', 2, lending.releaseOf),
  ReverseEntry: kind('record-keeper', 'decision', 4, lending.reversalOf),
}

/** Facts and decisions that look at what was there before them: nothing changes places with them. */
export const inTheirOrder: readonly CommandType[] = [
  'AmendCharter',
  'ClosePeriod',
  'RecordPaymentForLoans',
  'RescheduleLoan',
  'WriteOffLoan',
  'ReleaseSuspense',
  'ReverseEntry',
]

/** What comes of a request, in its order; some of it is left out. */
export const lifeOfRequest = (draws: Draws): readonly CommandType[] => {
  const steps: readonly (readonly [CommandType, number])[] = [
    ['RequestLoan', 100],
    ['GiveGuarantee', 40],
    ['AppraiseLoan', 92],
    ['DecideLoan', 92],
    ['AppealDecision', draws.noPercent],
    ['DecideLoan', draws.noPercent],
    ['AppealDecision', draws.noPercent / 2],
    ['RecordPayout', 75],
    ['RecordPayoutPart', 20],
    ['RecordRepayment', 50],
    ['RescheduleLoan', 40],
    ['WriteOffLoan', 15],
    ['RecordRecovery', 15],
  ]
  return steps.flatMap(([type, percent]) => (draws.happens(percent) ? [type] : []))
}

export const commandTypes = Object.keys(kinds) as readonly CommandType[]

/** A command of a type, made of chance alone. */
export const drawn = (
  type: CommandType,
  { id, effectiveOn }: { readonly id: string; readonly effectiveOn: string },
  draws: Draws,
): Command => {
  const own = (kinds[type] as Kind<Command>).draw(draws)
  return { type, id, v: 1, effectiveOn, ...own } as Command
}

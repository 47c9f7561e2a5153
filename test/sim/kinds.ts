import type { Command } from '#domain/village.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { type Draws, given, networkOf, openedOn } from '#test/sim/draws.ts'
import * as comparing from '#test/sim/kinds-comparing.ts'
import * as confirming from '#test/sim/kinds-confirming.ts'
import * as lending from '#test/sim/kinds-lending.ts'
import * as saving from '#test/sim/kinds-saving.ts'
import * as meeting from '#test/sim/kinds-meeting.ts'
import { requestOf } from '#test/sim/kinds-requests.ts'
import * as giving from '#test/sim/kinds-giving.ts'
import * as older from '#test/sim/kinds-older.ts'
import { charterOf, openingOf } from '#test/sim/kinds-founding.ts'
import * as officers from '#test/sim/kinds-officers.ts'
import * as need from '#test/sim/kinds-need.ts'
import * as people from '#test/sim/kinds-people.ts'
import * as ventures from '#test/sim/kinds-ventures.ts'

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

const loanOf = (draws: Draws) => {
  const loanId = draws.newLoan()
  return {
    loanId,
    number: draws.happens(95) ? loanId.toUpperCase() : 'L0',
    memberId: draws.member(),
    product: draws.one(lending.productsDrawn),
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

/** Without a day of its own it has the one that was drawn for it. */
type Own<C extends Command> = Omit<C, 'id' | 'v' | 'effectiveOn' | 'type'> & {
  readonly effectiveOn?: string
}
/** A `fact` may come in any order and is never refused; a `beginning` must come before what uses it. */
type Kind<C extends Command> = {
  readonly by: Actor
  readonly order: 'beginning' | 'decision' | 'fact'
  readonly weight: number
  readonly draw: (draws: Draws) => Own<C>
}
type Kinds = { readonly [Type in CommandType]: Kind<CommandOf<Type>> }

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
  SettleTakeOver: kind('chair', 'decision', 2, officers.settlementOf),
  AmendCharter: kind('chair', 'decision', 2, (draws) => ({
    charter: charterOf(draws),
    votes: draws.votes(),
  })),
  AdmitAuditors: kind('chair', 'decision', 2, (draws) => ({
    networkId: networkOf(draws.whole(1, 2)),
    until: draws.day(),
  })),
  RenewAuditors: kind('chair', 'decision', 1, (draws) => ({
    networkId: networkOf(draws.whole(1, 2)),
    agreementId: networkOf(3),
    from: draws.day(),
    until: draws.day(),
  })),
  DismissAuditors: kind('chair', 'decision', 2, (draws) => ({
    networkId: networkOf(draws.whole(1, 2)),
    votes: draws.votes(),
  })),
  DecideFuture: kind('chair', 'decision', 1, (draws) => ({
    // Mostly it goes on: a village at rest has little to tell.
    future: draws.one(['go-on', 'go-on', 'go-on', 'rest', 'end', 'merge'] as const),
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
  RecordMemberChange: kind('record-keeper', 'fact', 2, people.changeOf),
  RecordDeath: kind('record-keeper', 'fact', 1, people.deathOf),
  CorrectMember: kind('record-keeper', 'fact', 1, people.correctionOf),
  RecordHousehold: kind('record-keeper', 'fact', 2, people.householdOf),
  AppointOfficer: kind('record-keeper', 'decision', 3, officers.appointmentOf),
  ElectOfficers: kind('chair', 'decision', 3, officers.electionOf),
  EndOffice: kind('chair', 'decision', 2, officers.endingOf),
  RecordHandOver: kind('record-keeper', 'fact', 2, officers.handOverOf),
  OpenMeeting: kind('counter', 'fact', 3, meeting.openingOf),
  RecordAttendance: kind('record-keeper', 'fact', 1, (draws) => ({
    present: draws.members(),
    absent: draws.members(),
  })),
  CloseMeeting: kind('counter', 'fact', 3, meeting.closingOf),
  RecordExpense: kind('record-keeper', 'fact', 2, meeting.costOf),
  RecordTransfer: kind('counter', 'fact', 2, meeting.transferOf),
  RecordStatement: kind('counter', 'fact', 1, meeting.statementOf),
  MatchBankLine: kind('counter', 'decision', 5, meeting.bankLineOf),
  RecordAwayCount: kind('record-keeper', 'fact', 1, meeting.awayCountOf),
  RecordTalk: kind('record-keeper', 'decision', 3, meeting.talkOf),
  ComparePaper: kind('record-keeper', 'decision', 2, comparing.comparisonOf),
  AssignUnexplained: kind('chair', 'decision', 3, comparing.assignmentOf),
  BeginConfirmation: kind('auditor', 'decision', 2, () => ({})),
  RecordConfirmationAnswer: kind('auditor', 'decision', 5, confirming.answerOf),
  ClosePeriod: kind('chair', 'decision', 2, () => ({})),
  TakeOverSavings: kind('record-keeper', 'fact', 2, ofMember),
  BuyShares: kind('member', 'fact', 3, (draws) => ({
    memberId: draws.member(),
    shares: draws.whole(1, 7),
  })),
  RecordDeposit: kind('member', 'fact', 2, saving.depositOf),
  RecordRemittance: kind('record-keeper', 'fact', 2, saving.remittanceOf),
  SetReceivingAccount: kind('chair', 'decision', 1, saving.accountOf),
  RequestWithdrawal: kind('member', 'decision', 3, ofMember),
  CancelWithdrawal: kind('member', 'decision', 2, saving.cancelOf),
  ShareOut: kind('chair', 'decision', 4, saving.shareOutOf),
  PayInterestOnSavings: kind('chair', 'decision', 6, saving.interestOf),
  RepayFromSavings: kind('member', 'decision', 4, saving.nettingOf),
  SettleDeath: kind('chair', 'decision', 3, saving.settlingOf),
  RecordHeirsPayment: kind('record-keeper', 'fact', 1, saving.heirsOf),
  ...ventures.ofVentures,
  ...saving.ofOutside,
  RecordPrivateSavings: kind('member', 'fact', 3, saving.privateOf),
  RecordWithdrawal: kind('member', 'fact', 2, ofMember),
  RecordSocialContribution: kind('member', 'fact', 1, ofMember),
  RecordFine: kind('record-keeper', 'fact', 1, ofMember),
  RecordSocialSupport: kind('record-keeper', 'fact', 1, ofFund),
  TakeOverLoan: kind('record-keeper', 'beginning', 2, (draws) => {
    const loan = { ...loanOf(draws), owed: draws.happens(85) ? draws.amount() : 0 }
    const before = draws.whole(0, 400)
    // One in four hundred is said to be lent long after the book was opened.
    const paidOutOn = textOf(dayOf(openedOn) + (before === 400 ? 9_999 : -before))
    return { ...loan, paidOutOn, ...older.olderOf(draws, true) }
  }),
  RecordPayout: kind('record-keeper', 'beginning', 4, lending.payoutOf),
  RecordRepayment: kind('member', 'fact', 10, (draws) => ({
    loanId: draws.loan(),
    ...(draws.happens(8)
      ? { amount: draws.amount(), ...lending.handedBackOf(draws) }
      : splitOf(draws)),
    ...lending.saidOf(draws),
    ...given('paidBy', draws.maybe(20, draws.member)),
    ...saving.placeOf(draws, 15),
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
  DeclareEvent: kind('chair', 'decision', 2, need.eventDeclaredOf),
  ActivateRelief: kind('chair', 'decision', 2, need.activationOf),
  DeclineRelief: kind('member', 'decision', 1, need.declineOf),
  RatifyRelief: kind('chair', 'decision', 1, need.ratificationOf),
  RenewRelief: kind('chair', 'decision', 1, need.renewalOf),
  LapseRelief: kind('chair', 'decision', 1, need.lapseOf),
  UndoRelief: kind('chair', 'decision', 1, need.undoingOf),
  PromiseEmergencyLines: kind('chair', 'decision', 1, need.promiseOf),
  OpenEmergencyLine: kind('chair', 'decision', 1, need.openingOf),
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
  SetWindowTerms: kind('chair', 'decision', 1, giving.termsOf),
  AskForSupport: kind('record-keeper', 'decision', 1, giving.askedOf),
  TakeSupportStep: kind('record-keeper', 'decision', 0, giving.stepOf),
  DecideSupport: kind('chair', 'decision', 0, giving.decidedOf),
  AwardAtOnce: kind('chair', 'decision', 0, giving.atOnceOf),
  RecordSupportPart: kind('record-keeper', 'decision', 0, giving.partOf),
  ReturnDonation: kind('record-keeper', 'decision', 1, giving.returnedOf),
  RequestLoan: kind('member', 'decision', 6, requestOf),
  WithdrawRequest: kind('member', 'decision', 1, lending.aboutRequest),
  AppraiseLoan: kind('record-keeper', 'decision', 1, lending.appraisalOf),
  DiscloseCost: kind('record-keeper', 'decision', 1, lending.disclosureOf),
  GiveGuarantee: kind('member', 'decision', 1, lending.guaranteeOf),
  DecideLoan: kind('chair', 'decision', 2, lending.decisionOf),
  AppealDecision: kind('member', 'decision', 2, lending.aboutRequest),
  RecordPayoutPart: kind('record-keeper', 'fact', 2, lending.partOf),
  RecordPaymentForLoans: kind('member', 'fact', 3, lending.forLoansOf),
  RecordLateFine: kind('record-keeper', 'fact', 3, lending.fineOf),
  RecordRecovery: kind('record-keeper', 'fact', 2, lending.recoveryOf),
  RescheduleLoan: kind('chair', 'decision', 5, lending.rescheduleOf),
  ConvertLoan: kind('chair', 'decision', 4, older.conversionOf),
  ReturnSecurity: kind('record-keeper', 'fact', 2, older.returnOf),
  ConfirmPayout: kind('record-keeper', 'decision', 2, lending.payoutWordOf),
  WriteOffLoan: kind('chair', 'decision', 2, lending.giveUpOf),
  ReleaseSuspense: kind('member', 'decision', 2, lending.releaseOf),
  ReverseEntry: kind('record-keeper', 'decision', 4, lending.reversalOf),
  RaiseDispute: kind('member', 'decision', 3, meeting.disputeOf),
  AnswerDispute: kind('chair', 'decision', 4, meeting.answerOf),
}

/** What comes of a request, in its order; some of it is left out. */
const lifeOfRequest = (draws: Draws): readonly CommandType[] => {
  const steps: readonly (readonly [CommandType, number])[] = [
    ['RequestLoan', 100],
    ['GiveGuarantee', 40],
    ['AppraiseLoan', 92],
    ['DiscloseCost', 94],
    ['DecideLoan', 92],
    ['AppealDecision', draws.noPercent],
    ['DecideLoan', draws.noPercent],
    ['AppealDecision', draws.noPercent],
    ['RecordPayout', 75],
    ['RecordPayoutPart', 20],
    ['RecordRepayment', 50],
    ['RescheduleLoan', 40],
    ['WriteOffLoan', 15],
    ['RecordRecovery', 15],
  ]
  return steps.flatMap(([type, percent]) => (draws.happens(percent) ? [type] : []))
}

/** A grant from asking to its last part; some of it is left out. */
const lifeOfSupport = (draws: Draws): readonly CommandType[] => [
  'AskForSupport',
  ...(draws.happens(25)
    ? (['AwardAtOnce', 'RecordSupportPart', 'DecideSupport'] as const)
    : (['TakeSupportStep', 'DecideSupport'] as const)),
  'RecordSupportPart',
  'TakeSupportStep',
  'RecordSupportPart',
]

/** What comes of some commands. */
export const livesOf: Readonly<
  Partial<Record<CommandType, (draws: Draws) => readonly CommandType[]>>
> = { RequestLoan: lifeOfRequest, AskForSupport: lifeOfSupport }

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

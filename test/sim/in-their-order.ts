import type { Village } from '#domain/village.ts'
import type { CommandType } from '#test/sim/kinds.ts'

/** Facts and decisions that look at what was there before them: nothing changes places with them. */
export const inTheirOrder: readonly CommandType[] = [
  'DecideLoan',
  'AmendCharter',
  'RecordMemberChange',
  'RecordDeath',
  'ClosePeriod',
  'RecordPaymentForLoans',
  'RescheduleLoan',
  'ConvertLoan',
  'WriteOffLoan',
  'ReleaseSuspense',
  'RequestWithdrawal',
  'CancelWithdrawal',
  'ShareOut',
  'PayInterestOnSavings',
  'RepayFromSavings',
  'SettleDeath',
  'ReverseEntry',
  'RaiseDispute',
  'MatchBankLine',
  'AnswerDispute',
  'SettleTakeOver',
  'RecordHousehold',
  'DeclareEvent',
  'ActivateRelief',
  'DeclineRelief',
  'RatifyRelief',
  'RenewRelief',
  'LapseRelief',
  'UndoRelief',
  'PromiseEmergencyLines',
  'OpenEmergencyLine',
  'SetWindowTerms',
  'AskForSupport',
  'TakeSupportStep',
  'DecideSupport',
  'AwardAtOnce',
  'RecordSupportPart',
]

/** The meetings, without whose hand wrote each list: it is another one there. */
export const meetingsOf = ({ meetings }: Pick<Village, 'meetings'>) =>
  new Map([...meetings].map(([on, { lists: _lists, ...meeting }]) => [on, meeting]))

/** The members, without the day and place of what was written: that hangs on the clock and on the journal. */
export const livesOf = ({ members }: Pick<Village, 'members'>) =>
  new Map(
    [...members].map(([memberId, { life = [], ...member }]) => [
      memberId,
      { ...member, life: life.map((fact) => ({ ...fact, byOneOn: undefined, seq: 0 })) },
    ]),
  )

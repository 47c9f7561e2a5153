import type { Command, Village } from '#domain/village.ts'
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
  'ConfirmPayout',
  'ReleaseSuspense',
  'RequestWithdrawal',
  'CancelWithdrawal',
  'ShareOut',
  'PayInterestOnSavings',
  'RepayFromSavings',
  'SettleDeath',
  'ReverseEntry',
  'FoundVenture',
  'BuyVentureShares',
  'RecordVentureMove',
  'CountVenture',
  'ShareVentureProfit',
  'LeaveVenture',
  'CloseVenture',
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

/** Another order of what was told, in which two of one kind and day keep theirs: the one that is written down last stands. */
export const asOfOneDay = (order: readonly Command[], told: readonly Command[]): Command[] => {
  const place = ({ type, effectiveOn }: Command): string => `${type} ${effectiveOn}`
  const ofDay = Map.groupBy(told, place)
  return order.map((one) => ofDay.get(place(one))!.shift()!)
}

/** The members, without the day and place of what was written: that hangs on the clock and on the journal. */
export const livesOf = ({ members }: Pick<Village, 'members'>) =>
  new Map(
    [...members].map(([memberId, { life = [], corrections = [], placements, ...member }]) => [
      memberId,
      {
        ...member,
        life: life.map((fact) => ({ ...fact, byOneOn: undefined, aloneOn: undefined, seq: 0 })),
        corrections: corrections.map((one) => ({ ...one, writtenOn: undefined })),
        placements: placements?.map((one) => ({ ...one, writtenOn: undefined, seq: 0 })),
      },
    ]),
  )

/**
 * The meetings, without whose hand wrote each list, which of them a vote found, and who kept the box by the book when it was
 * counted: all of it is another one there.
 */
export const meetingsOf = ({ meetings }: Pick<Village, 'meetings'>) =>
  new Map(
    [...meetings].map(([on, { lists: _lists, keepers: _keepers, votes, ...meeting }]) => [
      on,
      {
        ...meeting,
        votes: votes?.map(({ listed: _listed, unlistedOn: _unlisted, ...vote }) => vote),
      },
    ]),
  )

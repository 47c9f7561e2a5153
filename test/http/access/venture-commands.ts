import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

const votes = { present: 9, yes: 8, no: 1 }
const ventureId = 'nobody-knows-it'

/** What is done with a pot for one purpose; only the founding finds what it is about. */
export const ofVentures = ({ needs: { ids } }: TwoNetworks, { memberIds }: SmallFund) => {
  const memberId = memberIds['record-keeper']
  const another = memberIds['second-officer']
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const byMeeting = { votes, confirmedBy: another }
  const counted = { cash: 100, goods: 0, countedWith: memberId, confirmedBy: another }
  return {
    FoundVenture: {
      ...envelope(),
      type: 'FoundVenture',
      ventureId: `v${ids().slice(-12)}`,
      kind: 'pump',
      sharePrice: 1000,
      sharesOffered: 40,
      sharesEach: 10,
      leavesFrom: '2099-06-30',
      leavingValue: 'book-value',
      endsOn: '2099-12-31',
      cashKeeper: memberId,
      bookKeeper: another,
      ...byMeeting,
    },
    BuyVentureShares: {
      ...envelope(),
      type: 'BuyVentureShares',
      ventureId,
      memberId,
      shares: 1,
      hasHeardRules: true,
      approvedBy: memberId,
    },
    RecordVentureMove: {
      ...envelope(),
      type: 'RecordVentureMove',
      ventureId,
      move: 'earned',
      amount: 100,
      paper: 'R-1',
      confirmedBy: another,
    },
    CountVenture: { ...envelope(), type: 'CountVenture', ventureId, ...counted },
    ShareVentureProfit: {
      ...envelope(),
      type: 'ShareVentureProfit',
      ventureId,
      amount: 100,
      ...byMeeting,
    },
    LeaveVenture: {
      ...envelope(),
      type: 'LeaveVenture',
      ventureId,
      memberId,
      approvedBy: memberId,
    },
    CloseVenture: { ...envelope(), type: 'CloseVenture', ventureId, ...byMeeting },
  } satisfies Partial<OfEach<Command>>
}

import type { Command } from '#domain/village.ts'
import { type KnownIds, type OfEach, evening } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

const votes = { present: 55, yes: 50, no: 2 }

type Known = Pick<KnownIds, 'memberId' | 'envelope' | 'third' | 'fourth' | 'chair' | 'keeper'>

const foundedAs = (ventureId: string, { envelope, third, fourth, keeper }: Known) => ({
  ...envelope(),
  type: 'FoundVenture' as const,
  ventureId,
  kind: 'rice-bank' as const,
  sharePrice: 10_000,
  sharesOffered: 40,
  sharesEach: 10,
  leavesFrom: evening,
  leavingValue: 'at-most-the-price' as const,
  endsOn: '2027-12-30',
  cashKeeper: third,
  bookKeeper: fourth,
  votes,
  confirmedBy: keeper,
})

const boughtIn = (ventureId: string, memberId: string, { envelope, chair, keeper }: Known) => ({
  ...envelope(),
  type: 'BuyVentureShares' as const,
  ventureId,
  memberId,
  shares: 2,
  hasHeardRules: true as const,
  approvedBy: chair,
  proof: { witnesses: [chair, keeper] },
})

const made = new WeakMap<object, Promise<unknown>>()

/** Ventures that commands can be about: one that sells shares, one that has earned, one that holders leave, and one that ends. */
export const venturesThere = (
  { needs, fundId }: Pick<Practice, 'needs' | 'fundId'>,
  told: Known,
): Promise<unknown> => {
  const ready =
    made.get(needs) ??
    needs.record(
      fundId,
      ['selling', 'earning', 'left', 'ended'].flatMap((ventureId): Command[] => [
        foundedAs(ventureId, told),
        ...(ventureId === 'selling'
          ? []
          : [boughtIn(ventureId, told.third, told), boughtIn(ventureId, told.fourth, told)]),
        ...(ventureId === 'earning'
          ? [{ ...earned(told), id: told.envelope().id, confirmedBy: told.chair }]
          : []),
      ]),
      { actor: 'test', device: 'test' },
    )
  made.set(needs, ready)
  return ready
}

const earned = ({ envelope, chair }: Known) => ({
  ...envelope(),
  type: 'RecordVentureMove' as const,
  ventureId: 'earning',
  move: 'earned' as const,
  amount: 5000,
  paper: 'R-1',
  confirmedBy: chair,
})

/** What is done with a pot for one purpose. */
export const venturing = (told: Known) => {
  const { envelope, memberId, third, chair, keeper } = told
  const byMeeting = { votes, confirmedBy: keeper }
  return {
    FoundVenture: foundedAs('founded', told),
    BuyVentureShares: boughtIn('selling', told.third, told),
    RecordVentureMove: earned(told),
    CountVenture: {
      ...envelope(),
      type: 'CountVenture',
      ventureId: 'earning',
      cash: 44_000,
      goods: 0,
      countedWith: memberId,
      confirmedBy: chair,
    },
    ShareVentureProfit: {
      ...envelope(),
      type: 'ShareVentureProfit',
      ventureId: 'earning',
      amount: 1000,
      ...byMeeting,
    },
    LeaveVenture: {
      ...envelope(),
      type: 'LeaveVenture',
      ventureId: 'left',
      memberId: third,
      approvedBy: chair,
      proof: { witnesses: [chair, keeper] },
    },
    CloseVenture: { ...envelope(), type: 'CloseVenture', ventureId: 'ended', ...byMeeting },
  } satisfies Partial<OfEach<Command>>
}

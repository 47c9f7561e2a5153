import type { StoryCommand } from '#test/support/village.ts'

export type Of<Type extends StoryCommand['type']> = Extract<StoryCommand, { type: Type }>

export const ventureId = 'rice-bank-2025'
const votes = { present: 8, yes: 8, no: 0 }
const byMeeting = { votes, confirmedBy: 'o2' }

export const venture = (more: Partial<Of<'FoundVenture'>> = {}): StoryCommand => ({
  type: 'FoundVenture',
  effectiveOn: '2025-02-01',
  ventureId,
  kind: 'rice-bank',
  sharePrice: 10_000,
  sharesOffered: 40,
  sharesEach: 10,
  leavesFrom: '2025-08-01',
  leavingValue: 'at-most-the-price',
  endsOn: '2026-02-01',
  cashKeeper: 'o3',
  bookKeeper: 'o4',
  ...byMeeting,
  ...more,
})
export const shares = (memberId: string, count: number, more = {}): StoryCommand => ({
  type: 'BuyVentureShares',
  effectiveOn: '2025-02-01',
  ventureId,
  memberId,
  shares: count,
  hasHeardRules: true,
  approvedBy: memberId,
  ...more,
})
export const line = (
  move: Of<'RecordVentureMove'>['move'],
  amount: number,
  more: Partial<Of<'RecordVentureMove'>> = {},
): StoryCommand => ({
  type: 'RecordVentureMove',
  effectiveOn: '2025-03-01',
  ventureId,
  move,
  amount,
  paper: 'R-1',
  confirmedBy: 'o3',
  ...more,
})
export const count = (
  cash: number,
  goods: number,
  more: Partial<Of<'CountVenture'>> = {},
): StoryCommand => ({
  type: 'CountVenture',
  effectiveOn: '2025-06-01',
  ventureId,
  cash,
  goods,
  countedWith: 'm2',
  confirmedBy: 'o2',
  ...more,
})
export const profit = (amount: number, more = {}): StoryCommand => ({
  type: 'ShareVentureProfit',
  effectiveOn: '2025-09-01',
  ventureId,
  amount,
  ...byMeeting,
  ...more,
})
export const leaving = (memberId: string, more = {}): StoryCommand => ({
  type: 'LeaveVenture',
  effectiveOn: '2025-09-01',
  ventureId,
  memberId,
  approvedBy: memberId,
  ...more,
})
export const closing = (more = {}): StoryCommand => ({
  type: 'CloseVenture',
  effectiveOn: '2026-02-01',
  ventureId,
  ...byMeeting,
  ...more,
})
export const begun = [venture(), shares('m1', 10), shares('m2', 5), shares('m3', 1)]

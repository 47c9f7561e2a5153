import type { LocalDate } from '#domain/kernel/dates.ts'
import { monthlyDay } from '#domain/kernel/dates.ts'
import { keptWhileSame } from '#domain/kernel/kept.ts'
import { cashStepOf, roundDown } from '#domain/kernel/money.ts'
import { split } from '#domain/kernel/shares.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { liquidityPercentOn, surplusRuleOf } from '#domain/fund/charter/savings-rules.ts'
import { type SavingsLine, type SavingsState, heldOn, heldOnEach } from '#domain/savings/account.ts'
import { type Liquidity, type WaitReason, answerOn, payable } from '#domain/savings/queue.ts'

/** What of a share-out is handed out in cash: nothing, the parts of the surplus, or the shares as well. */
export const payOuts = ['nothing', 'parts', 'shares-and-parts'] as const
export type PayOut = (typeof payOuts)[number]

/** One member in a share-out. What waits is queued, with its day. */
type ShareOutRow = {
  readonly memberId: string
  readonly shares: number
  /** Shares, counted once for each meeting day on which they stood. */
  readonly shareMonths: number
  readonly part: number
  /** What is to be handed out, now and later. */
  readonly payNow: number
  readonly queued: number
}

/** A pool of surplus and what becomes of it. Smallest units; the three parts are the whole of the pool. */
type SurplusParts = {
  readonly pool: number
  readonly members: number
  readonly reserve: number
  readonly runningCosts: number
}

export type ShareOutPlan = SurplusParts & {
  readonly rows: readonly ShareOutRow[]
  readonly expectedOn?: LocalDate
  readonly why?: WaitReason
}

/** Meeting days after a day, through another one. */
export const meetingDaysBetween = (
  meetingDay: number,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): LocalDate[] => {
  const days: LocalDate[] = []
  for (let n = 0; ; n += 1) {
    const day = monthlyDay(from, n, meetingDay)
    if (day > to) return days
    if (day > from) days.push(day)
  }
}

/**
 * The members' part and that of running costs go down to what can be paid in notes; the reserve takes the
 * rest, so that nothing of the pool is lost.
 */
export const surplusParts = (charter: Charter, pool: number): SurplusParts => {
  const { membersPercent, runningCostsPercent } = surplusRuleOf(charter)
  const step = cashStepOf(charter.currency)
  const part = (percent: number): number =>
    roundDown(((BigInt(pool) * BigInt(percent)) / 100n).toString(), step)
  const members = part(membersPercent)
  const runningCosts = part(runningCostsPercent)
  return { pool, members, runningCosts, reserve: pool - members - runningCosts }
}

export type ShareOutTerms = {
  readonly charter: Charter
  readonly state: SavingsState
  readonly cycleEnds: readonly LocalDate[]
  /** The last split, or the day on which the fund began: shares count from the meeting after it. */
  readonly from: LocalDate
  readonly on: LocalDate
  /** What is split; zero where nothing is. */
  readonly pool: number
  readonly payOut: PayOut
  readonly liquidity: Liquidity
  /** What members have asked for already, by member. */
  readonly asked: ReadonlyMap<string, number>
}

type Standing = Pick<ShareOutRow, 'memberId' | 'shares' | 'shareMonths'> & {
  readonly inShares: number
  readonly saved: number
}

const kept = keptWhileSame<readonly SavingsLine[], Omit<Standing, 'memberId'>>()

const standings = ({ state, cycleEnds, charter, from, on }: ShareOutTerms): Standing[] => {
  const { meetingDay } = charter
  const days = meetingDaysBetween(meetingDay, { from, to: on })
  const standingOf = (lines: readonly SavingsLine[]) => {
    const { shares, inShares, saved } = heldOn(lines, on, cycleEnds)
    const onDays = heldOnEach(lines, days, cycleEnds)
    const shareMonths = onDays.reduce((sum, held) => sum + held.shares, 0)
    return { shares, inShares, saved, shareMonths }
  }
  const beside = [from, on, meetingDay, cycleEnds.join(' ')]
  return [...state]
    .map(([memberId, lines]) => ({
      memberId,
      ...kept(lines, beside, () => standingOf(lines)),
    }))
    .toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
}

/** What each wants in cash: never more than is saved and not asked for already. */
const wanted = ({ payOut, asked }: ShareOutTerms, one: Standing, part: number): number => {
  const due =
    payOut === 'nothing' ? 0 : payOut === 'parts' ? part : part + Math.max(one.inShares, 0)
  const own = one.saved + part - (asked.get(one.memberId) ?? 0)
  return Math.max(0, Math.min(due, own))
}

/** What can be handed out now, where it is not enough for all: to each by what is wanted, in notes. */
const paidNow = (
  wants: readonly { readonly memberId: string; readonly want: number }[],
  { spare, step }: { readonly spare: number; readonly step: number },
): ReadonlyMap<string, number> => {
  const all = wants.reduce((sum, { want }) => sum + want, 0)
  if (spare >= all) return new Map(wants.map(({ memberId, want }) => [memberId, want]))
  const weights = wants.map(({ memberId, want }) => ({ key: memberId, weight: want }))
  const parts = split(roundDown(Math.max(spare, 0), step), weights, step)
  return new Map(
    wants.map(({ memberId, want }) => [memberId, Math.min(want, parts.get(memberId) ?? 0)]),
  )
}

/**
 * What a share-out would do, as one function of the facts. The parts come to the members' part of the pool
 * exactly; what is handed out at once leaves the charter's cash, the social fund and the windows alone.
 */
export const shareOutPlan = (asked: ShareOutTerms): ShareOutPlan => {
  const { charter, on, pool, liquidity } = asked
  const step = cashStepOf(charter.currency)
  const members = standings(asked)
  const sums = surplusParts(charter, pool)
  const weights = members.map((one) => ({ key: one.memberId, weight: one.shareMonths }))
  const parts = split(sums.members, weights, step)
  const wants = members.map((one) => {
    const part = parts.get(one.memberId)!
    return { memberId: one.memberId, want: wanted(asked, one, part) }
  })
  const atHand = { ...liquidity.atHand, savings: liquidity.atHand.savings + sums.members }
  const spare = payable(atHand, liquidityPercentOn(charter, on)) - liquidity.ahead
  const now = paidNow(wants, { spare, step })
  const amount = wants.reduce((sum, { want }) => sum + want, 0)
  const { expectedOn, why } = answerOn(charter, on, { ...liquidity, atHand, amount })
  const rows = members
    .map(({ memberId, shares, shareMonths }, i) => {
      const payNow = now.get(memberId)!
      const part = parts.get(memberId)!
      return { memberId, shares, shareMonths, part, payNow, queued: wants[i]!.want - payNow }
    })
    .filter(({ part, payNow, queued, shares }) => part + payNow + queued + shares > 0)
  const later = rows.some(({ queued }) => queued > 0) && expectedOn ? { expectedOn } : {}
  return { ...sums, rows, ...later, ...(later.expectedOn && why ? { why } : {}) }
}

import { placeIn } from '#domain/kernel/blocks.ts'
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

/** What is counted of one member's shares: from when, on which day of a month, and when they are freed. */
type Counting = Pick<ShareOutTerms, 'from' | 'cycleEnds'> & { readonly meetingDay: number }

/** Shares counted through a meeting day after which all lines lie that have come since. */
type Counted = {
  readonly counting: string
  readonly through: LocalDate
  readonly shareMonths: number
  readonly count: number
  readonly last: SavingsLine | undefined
}

const countedBy = new WeakMap<SavingsLine, Counted>()

/** What was counted of lines that these follow on, as far as it stays so; what is asked of an earlier day is counted anew. */
const countedOf = (
  lines: readonly SavingsLine[],
  counting: string,
  on: LocalDate,
): Counted | undefined => {
  const known = lines[0] && countedBy.get(lines[0])
  if (known?.counting !== counting || known.through > on) return undefined
  if (lines[known.count - 1] !== known.last) return undefined
  return lines.slice(known.count).every((line) => line.on > known.through) ? known : undefined
}

/** Shares, counted once for each meeting day on which they stood: what was counted before the last line's day is counted on. */
export const shareMonthsOf = (
  lines: readonly SavingsLine[],
  { from, cycleEnds, meetingDay }: Counting,
  on: LocalDate,
): number => {
  const counting = [from, meetingDay, ...cycleEnds].join(' ')
  const known = countedOf(lines, counting, on)
  const days = meetingDaysBetween(meetingDay, { from: known?.through ?? from, to: on })
  const sharesOn = (some: readonly LocalDate[]): number =>
    heldOnEach(lines, some, cycleEnds).reduce((sum, { shares }) => sum + shares, 0)
  const last = lines.at(-1)
  const closed = placeIn(days, (day) => last !== undefined && day < last.on)
  const shareMonths = (known?.shareMonths ?? 0) + sharesOn(days.slice(0, closed))
  if (last && closed > 0)
    countedBy.set(lines[0]!, {
      counting,
      through: days[closed - 1]!,
      shareMonths,
      count: lines.length,
      last,
    })
  return shareMonths + sharesOn(days.slice(closed))
}

const kept = keptWhileSame<readonly SavingsLine[], Omit<Standing, 'memberId'>>()

const standings = ({ state, cycleEnds, charter, from, on }: ShareOutTerms): Standing[] => {
  const { meetingDay } = charter
  const standingOf = (lines: readonly SavingsLine[]) => {
    const { shares, inShares, saved } = heldOn(lines, on, cycleEnds)
    return {
      shares,
      inShares,
      saved,
      shareMonths: shareMonthsOf(lines, { from, cycleEnds, meetingDay }, on),
    }
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

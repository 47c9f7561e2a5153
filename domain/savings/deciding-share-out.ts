import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Ballot, BallotRefusal, Judged } from '#domain/fund/voting.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import { type PayOut, type ShareOutPlan, payOuts } from '#domain/savings/share-out.ts'

export type SharedOut = ShareOutPlan & {
  readonly type: 'SharedOut'
  readonly v: 1
  readonly isSurplusSplit: boolean
  readonly payOut: PayOut
  readonly ballot: Ballot
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

export type ShareOut = Envelope & {
  readonly type: 'ShareOut'
  readonly isSurplusSplit: boolean
  readonly payOut: PayOut
  readonly ballot: Ballot
}

/** A share-out as the village keeps it. */
export type ShareOutHeld = ShareOutPlan & {
  readonly entryId: EntryId
  readonly on: LocalDate
  readonly isSurplusSplit: boolean
  readonly payOut: PayOut
  readonly isTakenBack?: true
}
export type ShareOuts = Map<EntryId, ShareOutHeld>

/** Above this part of the loans at risk or under relief, in per cent, the surplus stays where it is. */
const riskMaxPercent = 20

type ShareOutRefusal =
  | 'surplus-held'
  | 'no-surplus'
  | 'no-share-months'
  | 'nothing-to-share-out'
  | 'share-out-before-the-last'
  | BallotRefusal
  | 'vote-lost'

/** What the fund has to split, and whether its loans let it. */
export type Splittable = {
  readonly currency: Currency
  /** Undistributed surplus, and what an earlier split set aside for running costs since paid. */
  readonly surplus: number
  readonly setAside: number
  readonly risk: { readonly owed: number; readonly atRisk: number }
  readonly lastOn: LocalDate | undefined
}

export const poolOf = ({ surplus, setAside }: Splittable): number => Math.max(surplus + setAside, 0)

export const isHeld = ({ risk: { owed, atRisk } }: Splittable): boolean =>
  BigInt(atRisk) * 100n > BigInt(owed) * BigInt(riskMaxPercent)

const why = (
  now: Splittable,
  plan: ShareOutPlan,
  { isSurplusSplit, effectiveOn: on }: ShareOut,
): Exclude<ShareOutRefusal, BallotRefusal> | undefined => {
  if (now.lastOn !== undefined && on <= now.lastOn) return 'share-out-before-the-last'
  if (!isSurplusSplit)
    return plan.rows.some((row) => row.payNow + row.queued > 0) ? undefined : 'nothing-to-share-out'
  if (isHeld(now)) return 'surplus-held'
  if (plan.pool === 0) return 'no-surplus'
  return plan.rows.some(({ shareMonths }) => shareMonths > 0) ? undefined : 'no-share-months'
}

const postingsOf = (now: Splittable, plan: ShareOutPlan, on: LocalDate): Posting[] => {
  if (plan.pool === 0) return []
  const { currency, setAside } = now
  const pool = 'equity:undistributed-surplus'
  const give = (to: Posting['account'], amount: number): Posting[] =>
    transfer({ from: to, to: pool, amount, currency, on })
  return merged([
    // What was set aside comes back first: the costs that it was for are in this surplus already.
    ...transfer({ from: pool, to: 'equity:running-costs-reserve', amount: setAside, currency, on }),
    ...plan.rows.flatMap(({ memberId, part }) => give(`liability:savings:${memberId}`, part)),
    ...give('equity:reserve', plan.reserve),
    ...give('equity:running-costs-reserve', plan.runningCosts),
  ])
}

/**
 * The meeting splits the surplus, gives the shares back, or both, and two people sign. The surplus stays
 * while too many loans are at risk; what members have saved is theirs whatever the loans do.
 */
export const decideShareOut = (
  {
    now,
    plan,
    vote,
  }: {
    readonly now: Splittable
    readonly plan: ShareOutPlan
    readonly vote: Judged
  },
  command: ShareOut,
): Decision<SharedOut, ShareOutRefusal> => {
  const { isSurplusSplit, payOut, ballot, effectiveOn: on } = command
  if (!payOuts.includes(payOut)) return invalid('word-unknown', '/payOut')
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  const not = why(now, plan, command)
  if (not !== undefined) return refused(not)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  return recorded({
    type: 'SharedOut',
    v: 1,
    isSurplusSplit,
    payOut,
    ...plan,
    ballot,
    flags: [],
    postings: postingsOf(now, plan, on),
  })
}

/** The days on which cycles ended: what was given back of shares begins anew. */
export const cycleEndsOf = (shareOuts: Iterable<ShareOutHeld>): LocalDate[] =>
  [...shareOuts]
    .filter(({ payOut, isTakenBack }) => payOut === 'shares-and-parts' && !isTakenBack)
    .map(({ on }) => on)

/** The last day on which a surplus was split; undefined where none was. */
export const lastSplitOf = (shareOuts: Iterable<ShareOutHeld>): LocalDate | undefined =>
  [...shareOuts]
    .filter(({ isSurplusSplit, isTakenBack }) => isSurplusSplit && !isTakenBack)
    .map(({ on }) => on)
    .toSorted()
    .at(-1)

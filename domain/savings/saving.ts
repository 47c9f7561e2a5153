import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter/charter.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Ballot, type Judged, judged } from '#domain/fund/meeting/voting.ts'
import type { SavingsState } from '#domain/savings/account.ts'
import { type SavingsBooks, owedThrough, cashAtHandOn, waitingIn } from '#domain/savings/books.ts'
import { type Coming, type Liquidity, leftOf } from '#domain/savings/queue.ts'
import { type PayOut, type ShareOutPlan, shareOutPlan } from '#domain/savings/share-out.ts'
import { cycleEndsOf, lastSplitOf } from '#domain/savings/share-outs.ts'

type Risk = { readonly owed: number; readonly atRisk: number }

/** What decisions about savings look at, on the day of the command. Loans are asked by functions. */
export type Saving = SavingsBooks & {
  readonly charter: CharterVersion
  readonly openedOn: LocalDate
  readonly members: ReadonlyMap<string, Member>
  /** Principal of all loans that is still to fall due. */
  readonly coming: () => readonly Coming[]
  readonly risk: (on: LocalDate) => Risk
  /** All lines of all members: their own, and what loans have put into savings or taken out of them. */
  readonly allSavings: () => SavingsState
  /** What somebody stands with for loans of others on a day: of her savings so much is held. */
  readonly pledgedBy: (memberId: string, on: LocalDate) => number
  readonly interestReceived: (days: { readonly from: LocalDate; readonly to: LocalDate }) => number
}

/** What a share-out is planned from. */
export type Planning = Omit<Saving, 'interestReceived' | 'pledgedBy'>

/** What a request for savings is answered from. */
export const liquidityOn = (now: Planning, on: LocalDate): Liquidity => ({
  atHand: cashAtHandOn(now.posted, on),
  coming: now.coming(),
  ahead: leftOf(waitingIn(now)),
})

/** What of savings is held for what their owner stands with. */
export const heldOf = (saved: number, pledged: number): number =>
  Math.min(Math.max(saved, 0), pledged)

/** The meeting votes on what is everybody's: nobody steps out of it. */
export const voted = ({ members, charter }: Saving, ballot: Ballot, day: LocalDate): Judged =>
  judged(ballot, {
    members,
    day,
    charter: charter.charter,
    memberId: '',
    amount: 0,
    isForTheMeeting: true,
  })

/** What the fund has to split, and whether its loans let it. */
export type Splittable = {
  readonly currency: Currency
  /** Undistributed surplus, and what an earlier split set aside for running costs since paid. */
  readonly surplus: number
  readonly setAside: number
  readonly risk: Risk
  readonly lastOn: LocalDate | undefined
}

/** Above this part of the loans at risk or under relief, in per cent, the surplus stays where it is. */
const riskMaxPercent = 20

export const poolOf = ({ surplus, setAside }: Splittable): number => Math.max(surplus + setAside, 0)

export const isHeld = ({ risk: { owed, atRisk } }: Splittable): boolean =>
  BigInt(atRisk) * 100n > BigInt(owed) * BigInt(riskMaxPercent)

/** What there is to split on a day. */
export const splittableOn = (
  { posted, charter, risk, shareOuts }: Omit<Planning, 'coming' | 'allSavings'>,
  on: LocalDate,
): Splittable => ({
  currency: charter.charter.currency,
  surplus: owedThrough(posted, on, ['equity:undistributed-surplus']),
  setAside: owedThrough(posted, on, ['equity:running-costs-reserve']),
  risk: risk(on),
  lastOn: [...shareOuts.values()]
    .filter(({ isTakenBack }) => !isTakenBack)
    .map((one) => one.on)
    .toSorted()
    .at(-1),
})

type Wanted = { readonly on: LocalDate; readonly isSurplusSplit: boolean; readonly payOut: PayOut }

/** What a share-out of that day would do. The page that shows it before the vote asks the same function. */
export const plannedShareOut = (
  now: Planning,
  { on, isSurplusSplit, payOut }: Wanted,
): ShareOutPlan => {
  const { charter, shareOuts, openedOn } = now
  const asked = new Map<string, number>()
  for (const { memberId, left } of waitingIn(now))
    asked.set(memberId, (asked.get(memberId) ?? 0) + left)
  return shareOutPlan({
    charter: charter.charter,
    state: now.allSavings(),
    cycleEnds: cycleEndsOf(shareOuts.values()),
    from: lastSplitOf(shareOuts.values()) ?? openedOn,
    on,
    pool: isSurplusSplit ? poolOf(splittableOn(now, on)) : 0,
    payOut,
    liquidity: liquidityOn(now, on),
    asked,
  })
}

import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { word, yesOrNo } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import { queueKey } from '#domain/savings/queue.ts'
import {
  type Saving,
  type Splittable,
  isHeld,
  plannedShareOut,
  splittableOn,
  voted,
} from '#domain/savings/saving.ts'
import { type ShareOutPlan, payOuts } from '#domain/savings/share-out.ts'

type ShareOutRefusal =
  | 'share-out-before-the-last'
  | 'nothing-to-share-out'
  | 'surplus-held'
  | 'no-surplus'
  | 'no-share-months'

const why = (
  now: Splittable,
  plan: ShareOutPlan,
  { isSurplusSplit, effectiveOn: on }: { isSurplusSplit: boolean; effectiveOn: LocalDate },
): ShareOutRefusal | undefined => {
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
export const shareOut = operation({
  command: 'ShareOut',
  entry: 'SharedOut',
  oneHand: 'carries-out',
  asks: { isSurplusSplit: yesOrNo(), payOut: word(payOuts), ballot },
  keeps: ['isSurplusSplit', 'payOut', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: () => 'everybody',
  minutes: 'told',
  isReversible: true,
  decide: (now: Saving, command) => {
    const { effectiveOn: on } = command
    const vote = voted(now, command.ballot, on)
    if (vote.is === 'invalid') return invalid(vote.code, vote.at)
    const splittable = splittableOn(now, on)
    const plan = plannedShareOut(now, { ...command, on })
    const not = why(splittable, plan, command)
    if (not !== undefined) return refused(not)
    if (vote.is === 'refused') return refused(vote.code)
    if (!vote.isCarried) return refused('vote-lost')
    return recorded({ ...plan, flags: [], postings: postingsOf(splittable, plan, on) })
  },
  about: ({ rows }, id) => [
    { kind: 'share-out', key: id },
    ...rows
      .filter(({ payNow, queued }) => payNow + queued > 0)
      .map(({ memberId }) => ({ kind: 'withdrawal' as const, key: queueKey(id, memberId) })),
  ],
})

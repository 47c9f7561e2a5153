import { recorded, refused, refusedAbove } from '#domain/kernel/decision.ts'
import { id, sum } from '#domain/kernel/shape.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { ownWordFault, ownWordOrSecond } from '#domain/fund/second.ts'
import { another } from '#domain/operations/another.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { answerOn, leftOf, queueKey } from '#domain/savings/queue.ts'
import { type Saving, heldOf, liquidityOn } from '#domain/savings/saving.ts'

const byHand = { may: recordKeeper, second: 'none', isReversible: false } as const

/**
 * A member asks for own savings and never hears a bare no: it is answered with what can be handed out now
 * and the day for the rest. Nobody's office is asked for, so a committee whose term has ended stops nobody.
 */
export const requestWithdrawal = operation({
  ...byHand,
  command: 'RequestWithdrawal',
  entry: 'WithdrawalRequested',
  oneHand: 'sight',
  ownWord: true,
  asks: { memberId: id('member'), amount: sum, ...ownWordOrSecond },
  keeps: ['memberId', 'amount', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  decide: (now: Saving, command) => {
    const { memberId, amount, approvedBy, effectiveOn: on } = command
    const unseconded = ownWordFault(now.members, command, memberId)
    if (unseconded) return unseconded
    const asked = leftOf(waitingIn(now).filter((one) => one.memberId === memberId))
    const saved = savedBy(now.posted, memberId)
    const most = saved - asked
    if (amount > most) return refused('more-than-own-savings')
    const free = most - heldOf(saved, now.pledgedBy(memberId, on))
    if (amount > free) return refusedAbove('savings-held', Math.max(free, 0))
    const answer = answerOn(now.charter.charter, on, { ...liquidityOn(now, on), amount })
    return recorded({
      ...answer,
      flags: flagsOf({ 'asked-by-one-word': approvedBy === undefined }),
      postings: [],
    })
  },
  about: ({ memberId }, id) => [{ kind: 'withdrawal', key: queueKey(id, memberId) }],
})

/** The member wants to leave it saved after all: what was handed out of the request stays handed out. */
export const cancelWithdrawal = operation({
  ...byHand,
  command: 'CancelWithdrawal',
  entry: 'WithdrawalCancelled',
  oneHand: 'sight',
  ownWord: true,
  asks: { requestId: id('request'), memberId: id('member'), ...ownWordOrSecond },
  keeps: ['requestId', 'memberId', 'approvedBy'],
  second: another,
  isTakenAlone: true,
  minutes: 'on-the-sheet',
  decide: (now: Saving, command) => {
    const { requestId, memberId, effectiveOn: on } = command
    const unseconded = ownWordFault(now.members, command, memberId)
    if (unseconded) return unseconded
    const waiting = waitingIn(now).find(
      (one) => one.requestId === requestId && one.memberId === memberId,
    )
    if (!waiting || on < waiting.askedOn) return refused('withdrawal-unknown')
    if (waiting.left === 0) return refused('withdrawal-not-waiting')
    return recorded({ flags: [], postings: [] })
  },
  about: ({ requestId, memberId }) => [{ kind: 'withdrawal', key: queueKey(requestId, memberId) }],
})

import { daysBetween } from '#domain/kernel/dates.ts'
import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { id } from '#domain/kernel/shape.ts'
import { notHere } from '#domain/fund/people/life.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { planRefusal } from '#domain/loans/request/agreed.ts'
import { requestFault } from '#domain/loans/request/request-faults.ts'
import type { Lending } from '#domain/loans/lending.ts'
import { isLent } from '#domain/loans/loan.ts'
import {
  type RequestedLoan,
  type LoanRequest,
  requestedLoan,
} from '#domain/loans/request/request-state.ts'
import { appealDaysMax, isOpen, lastStepOn, requestUnknown } from '#domain/loans/request/steps.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { ownWordFault, ownWordOrSecond } from '#domain/fund/second.ts'
import { another } from '#domain/operations/another.ts'
import { operation } from '#domain/operations/operation.ts'

/** What was asked for, without what every command carries. */
const requestIn = (command: Envelope & RequestedLoan): RequestedLoan => {
  const { id: _, v: __, effectiveOn: ___, ...said } = command
  const { type: ____, ...asked } = said as typeof said & { readonly type?: string }
  return asked
}

/** Whether somebody who asks waits for an answer already. Who was paid without a decision has been answered, too. */
const isAskingIn = (
  { requests, loans }: Lending,
  { memberId, product }: RequestedLoan,
): boolean => {
  const isSameSort = ({ asked }: LoanRequest): boolean =>
    asked.memberId === memberId && (asked.product === 'emergency') === (product === 'emergency')
  return [...requests.values()].some(
    (one) => isOpen(one) && isSameSort(one) && !isLent(loans, one.loanId),
  )
}

/** A household asks for a loan. Nothing is lent to whoever is away, has left or is dead. */
export const requestLoan = operation({
  command: 'RequestLoan',
  entry: 'LoanRequested',
  oneHand: 'sight',
  beginsAnew: true,
  asks: requestedLoan,
  keeps: ['loanId'],
  may: recordKeeper,
  second: 'none',
  minutes: 'before-the-vote',
  isReversible: false,
  decide: (now: Lending, command) => {
    const { loanId, memberId, effectiveOn: on } = command
    const fault = requestFault(command)
    if (fault !== undefined) return invalid('loan-cannot-hold', fault)
    if (now.loans.has(loanId) || now.requests.has(loanId))
      return invalid('loan-already-there', '/loanId')
    if (isAskingIn(now, command)) return refused('already-asking')
    const plan = planRefusal(now.charter.charter, command, on)
    if (plan && 'at' in plan) return invalid('loan-cannot-hold', plan.at)
    const asked = requestIn(command)
    const not = plan?.code ?? now.hardRefusal(asked) ?? notHere(now.members.get(memberId)!, on)
    return not === undefined ? recorded({ asked, flags: [], postings: [] }) : refused(not)
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

const bare = { flags: [], postings: [] } as const
const ofRequest = { loanId: id('loan') }

export const withdrawRequest = operation({
  command: 'WithdrawRequest',
  entry: 'RequestWithdrawn',
  oneHand: 'sight',
  ownWord: true,
  asks: { ...ofRequest, ...ownWordOrSecond },
  keeps: ['loanId', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: false,
  decide: (now: Lending, command) => {
    const { loanId, effectiveOn: on } = command
    const request = now.requests.get(loanId)
    if (!request) return requestUnknown
    const unseconded = ownWordFault(now.members, command, request.asked.memberId)
    if (unseconded) return unseconded
    if (!isOpen(request)) return refused('request-closed')
    return on < lastStepOn(request) ? refused('before-the-last-step') : recorded(bare)
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

/** Whoever was voted down is heard once more, by the meeting. */
export const appealDecision = operation({
  command: 'AppealDecision',
  entry: 'DecisionAppealed',
  oneHand: 'sight',
  asks: ofRequest,
  keeps: ['loanId'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: (now: Lending, { loanId, effectiveOn: on }) => {
    const request = now.requests.get(loanId)
    if (!request) return requestUnknown
    const { state, decision, appealedOn } = request
    if (state !== 'refused' || !decision) return refused('nothing-to-appeal')
    if (appealedOn !== undefined) return refused('appealed-before')
    if (daysBetween(decision.on, on) > appealDaysMax) return refused('appeal-too-late')
    return on < lastStepOn(request) ? refused('before-the-last-step') : recorded(bare)
  },
  about: ({ loanId }) => [{ kind: 'request', key: loanId }],
})

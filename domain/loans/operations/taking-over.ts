import { dayBefore } from '#domain/kernel/dates.ts'
import { invalid, recorded } from '#domain/kernel/decision.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { day, optional, whole } from '#domain/kernel/shape.ts'
import { termsOf } from '#domain/loans/request/agreed.ts'
import { olderFault, olderFlags, takenOverAsWritten } from '#domain/loans/as-written.ts'
import { beginning, begun, ceilingOf, rateGround, takenAlready } from '#domain/loans/begin.ts'
import { bookDifference } from '#domain/loans/books.ts'
import { ceilingFlags } from '#domain/loans/request/ceiling.ts'
import type { Lending } from '#domain/loans/lending.ts'
import type { LoanOrigin } from '#domain/loans/loan.ts'
import { firstDueAfter } from '#domain/loans/plan/schedule.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** A loan of an older book, with the principal still owed; its instalments go on at the next meeting. */
export const takeOverLoan = operation({
  command: 'TakeOverLoan',
  entry: 'LoanTakenOver',
  oneHand: 'older-book',
  asks: {
    ...beginning,
    owed: whole(0, amountMax, 'loan-cannot-hold'),
    paidOutOn: day,
    asWritten: optional(takenOverAsWritten),
  },
  keeps: ['loanId', 'number', 'memberId', 'securities'],
  may: recordKeeper,
  second: 'none',
  minutes: 'of-the-old-book',
  isReversible: true,
  decide: (now: Lending, command) => {
    const { loans, charter, fairCap } = now
    const { owed, principal, paidOutOn, asWritten, securities, effectiveOn: on } = command
    const fault = olderFault(command, true)
    if (fault !== undefined) return invalid('loan-cannot-hold', fault)
    if (paidOutOn > on) return invalid('payout-after-takeover', '/paidOutOn')
    const taken = takenAlready(loans, command)
    if (taken) return invalid(taken.code, taken.at)
    const next = firstDueAfter(dayBefore(on), charter.charter.meetingDay)
    const firstDueOn = command.firstDueOn ?? next
    const terms = termsOf(command, charter, { on: paidOutOn, firstDueOn, fairCap })
    // Of a book that says nothing of its price and its papers, nothing more is asked.
    const isTold = asWritten !== undefined || securities !== undefined
    const size = { inputs: ceilingOf(now, command), on }
    const tooLarge = ceilingFlags(charter.charter, { terms, purpose: undefined }, size)
    const origin: LoanOrigin = { kind: 'taken-over', on, owed, paidOutOn }
    return recorded({
      terms,
      origin,
      flags: [
        ...flagsOf({
          'owed-above-principal': owed > principal,
          'above-ceiling': isTold && tooLarge.includes('above-ceiling'),
        }),
        ...olderFlags(command, rateGround(now, command)),
      ],
      postings: bookDifference(undefined, begun(command, terms, origin)),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

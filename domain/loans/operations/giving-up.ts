import { recorded, refused } from '#domain/kernel/decision.ts'
import { code, id, optional, sum } from '#domain/kernel/shape.ts'
import { ballot } from '#domain/fund/meeting/ballot.ts'
import { beyondClaim, bookDifference } from '#domain/loans/books.ts'
import { type Lending, loanOf, loanUnknown, voteFault } from '#domain/loans/lending.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** The fund stops expecting the money; the claim may remain. Without a minute it is flagged. */
export const recordWriteOff = operation({
  command: 'RecordWriteOff',
  entry: 'LoanWrittenOff',
  oneHand: 'money',
  asks: { loanId: id('loan'), amount: sum, minute: optional(code('minute-not-a-code')) },
  keeps: ['loanId', 'amount', 'minute'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, { id: entryId, loanId, amount, minute, effectiveOn: on }) => {
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const after = { ...loan, writeOffs: [...loan.writeOffs, { id: entryId, on, amount }] }
    return recorded({
      flags: flagsOf({
        'without-minute': minute === undefined,
        'differs-from-owed': walk(loan, on).owed !== amount,
      }),
      postings: bookDifference(loan, after),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

/** The meeting gives a loan up: nobody asks for it any more, and the claim stays. */
export const writeOffLoan = operation({
  command: 'WriteOffLoan',
  entry: 'LoanWrittenOff',
  oneHand: 'carries-out',
  asks: { loanId: id('loan'), ballot },
  keeps: ['loanId', 'ballot'],
  may: recordKeeper,
  second: (command) => command.ballot.confirmedBy,
  concerns: ({ loanId }) => ({ loanId }),
  minutes: 'told',
  isReversible: true,
  decide: (now: Lending, { id: entryId, loanId, ballot: held, effectiveOn: on }) => {
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const amount = walk(loan, on).owed
    if (amount === 0 || on < loan.origin.on) return refused('loan-not-open')
    const { memberId } = loan
    const vote = { ballot: held, memberId, amount, isForTheMeeting: true }
    const fault = voteFault(now, vote, on)
    if (fault) return fault
    const after = { ...loan, writeOffs: [...loan.writeOffs, { id: entryId, on, amount }] }
    return recorded({ amount, flags: [], postings: bookDifference(loan, after) })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

/** Money that comes after a loan was given up: it frees what was set aside; beyond the claim it waits. */
export const recordRecovery = operation({
  command: 'RecordRecovery',
  entry: 'RecoveryRecorded',
  oneHand: 'sight',
  asks: { loanId: id('loan'), amount: sum },
  keeps: ['loanId', 'amount'],
  may: recordKeeper,
  second: 'none',
  minutes: 'on-the-sheet',
  isReversible: true,
  decide: (now: Lending, { id: entryId, loanId, amount, effectiveOn: on }) => {
    const loan = loanOf(now, loanId)
    if (!loan) return loanUnknown
    const after = { ...loan, recoveries: [...(loan.recoveries ?? []), { id: entryId, on, amount }] }
    return recorded({
      flags: flagsOf({ 'above-claim': beyondClaim(after, entryId) > 0 }),
      postings: bookDifference(loan, after),
    })
  },
  about: ({ loanId }) => [{ kind: 'loan', key: loanId }],
})

import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, recorded } from '#domain/kernel/decision.ts'
import { id, list, sum, word } from '#domain/kernel/shape.ts'
import { type Living, diedOn } from '#domain/fund/people/life.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import type { Saving } from '#domain/savings/saving.ts'

export const heirKinds = ['nominee', 'heirs'] as const

const witnessesMin = 2
const witnessesMax = 5

const isDeadOn = (member: Living | undefined, on: LocalDate): boolean => {
  const died = member && diedOn(member)
  return died !== undefined && died <= on
}

/**
 * Savings of somebody who died, in the hands of who was named for them, or of the heirs. The money is out of the box: what
 * should have been otherwise is a flag.
 */
export const recordHeirsPayment = operation({
  command: 'RecordHeirsPayment',
  entry: 'SavingsPaidToHeirs',
  oneHand: 'money',
  asks: {
    memberId: id('member'),
    amount: sum,
    to: word(heirKinds),
    /** Members who saw it; never those who got it. */
    witnesses: list(id('member'), { max: witnessesMax, tooLong: 'proof-cannot-hold' }),
    ...byAnother,
  },
  keeps: ['memberId', 'amount', 'to', 'witnesses', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'on-the-sheet',
  isReversible: true,
  decide: ({ members, posted, charter }: Saving, command) => {
    const { memberId, amount, witnesses, effectiveOn: on } = command
    const areOthers = new Set(witnesses).add(memberId).size === witnesses.length + 1
    if (!areOthers || !witnesses.every((id) => members.has(id)))
      return invalid('proof-cannot-hold', '/witnesses')
    return recorded({
      flags: flagsOf({
        'not-two-witnesses': witnesses.length < witnessesMin,
        'more-than-saved': amount > savedBy(posted, memberId),
        'member-not-dead': !isDeadOn(members.get(memberId), on),
      }),
      postings: transfer({
        from: 'asset:cash-box',
        to: `liability:savings:${memberId}`,
        amount,
        currency: charter.charter.currency,
        on,
      }),
    })
  },
  about: ({ memberId }) => [{ kind: 'member', key: memberId }],
})

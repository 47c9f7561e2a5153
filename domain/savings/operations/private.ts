import { recorded } from '#domain/kernel/decision.ts'
import { mark, optional, sum, text, word } from '#domain/kernel/shape.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { nobody } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import type { Saving } from '#domain/savings/saving.ts'

export const directions = ['in', 'out'] as const

/**
 * Money that somebody saves or takes out in private: a fact. `mark` is made anew for every entry from a key that
 * is not in the database, the owner and the entry's id: the service finds an owner's entries by it, and
 * nobody else can tell whose one is, nor that two are one person's. So the service alone sends it.
 */
export const recordPrivateSavings = operation({
  command: 'RecordPrivateSavings',
  entry: 'PrivateSavingsMoved',
  oneHand: 'money',
  asks: {
    mark: text(/^[0-9a-f]{64}$/, { code: 'mark-unreadable', example: '5f'.repeat(32) }),
    direction: word(directions),
    amount: sum,
    /** Said by whoever can read the marks: the owner had less than was handed out. */
    isMoreThanOwn: optional(mark()),
  },
  keeps: ['mark', 'direction', 'amount'],
  // It comes by a path of its own, `keep-private-savings`.
  may: nobody,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: ({ posted, charter }: Saving, command) => {
    const { direction, amount, isMoreThanOwn, effectiveOn: on } = command
    const held = 0 - balanceOf(posted, 'liability:private-savings')
    const isOut = direction === 'out'
    return recorded({
      flags: flagsOf({ 'more-than-saved': isOut && (isMoreThanOwn === true || amount > held) }),
      postings: transfer({
        from: isOut ? 'asset:cash-box' : 'liability:private-savings',
        to: isOut ? 'liability:private-savings' : 'asset:cash-box',
        amount,
        currency: charter.charter.currency,
        on,
      }),
    })
  },
  about: (_, entryId) => [{ kind: 'private-savings', key: entryId }],
})

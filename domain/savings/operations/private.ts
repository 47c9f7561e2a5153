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
 * nobody else can tell whose one is, nor that two are one person's. So the service alone sends it. Only the pool of all
 * is held against what goes out: whether it was more than the owner's own would be read by whoever writes it down.
 */
export const recordPrivateSavings = operation({
  command: 'RecordPrivateSavings',
  entry: 'PrivateSavingsMoved',
  oneHand: 'household',
  asks: {
    mark: text(/^[0-9a-f]{64}$/, { code: 'mark-unreadable', example: '5f'.repeat(32) }),
    direction: word(directions),
    amount: sum,
    /** Said by versions that judged the owner's own sum before the officers' eyes. Not read any more: their commands are sent again as they were. */
    isMoreThanOwn: optional(mark()),
  },
  keeps: ['mark', 'direction', 'amount'],
  // It comes by a path of its own, `keep-private-savings`.
  may: nobody,
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: true,
  decide: ({ posted, charter }: Saving, command) => {
    const { direction, amount, effectiveOn: on } = command
    const held = 0 - balanceOf(posted, 'liability:private-savings')
    const isOut = direction === 'out'
    return recorded({
      flags: flagsOf({ 'more-than-all-private': isOut && amount > held }),
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

import { refused } from '#domain/kernel/decision.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { numberId, numberSays } from '#domain/network/numbers.ts'
import { dialled } from '#domain/network/public-texts.ts'
import type { Network } from '#domain/network/state.ts'
import { careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

/** Alone: nothing that one person says here is shown to anybody. */
const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const unknown = { code: 'number-unknown', at: '/numberId' }

const aboutNumber = (entry: { readonly numberId: string }) =>
  [{ kind: 'number', key: entry.numberId }] as const

/** Says a number for an emergency; it is shown to nobody but the staff until a second one of them has checked it. */
export const proposeNumber = networkOperation({
  ...byOneOfTheTeam,
  command: 'ProposeNumber',
  entry: 'NumberProposed',
  oneHand: 'sight',
  asks: { numberId, ...numberSays },
  keeps: ['numberId', 'country', 'kind', 'number', 'name', 'isFree', 'hours', 'languages'],
  decide: ({ numbers }: Network, { numberId: named, country, number }) => {
    if (numbers.has(named)) return refused('number-already-there')
    const isThere = [...numbers.values()].some(
      (one) => !one.withdrawn && one.country === country && dialled(one.number) === dialled(number),
    )
    return isThere ? refused('number-already-there') : asSaid
  },
  about: aboutNumber,
})

/** Somebody who has not entered it has looked whether it is so; from then on, and for so many days, it is shown. */
export const checkNumber = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckNumber',
  entry: 'NumberChecked',
  oneHand: 'decision',
  description:
    'Whoever entered it cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`.',
  asks: { numberId, how: checkWay },
  keeps: ['numberId', 'how'],
  decide: ({ numbers }: Network, { numberId: named, effectiveOn: on }) =>
    checkFault(numbers.get(named), on, unknown) ?? asSaid,
  about: aboutNumber,
})

/** Taken out by one: a false number that stays is worse than one that is missing. */
export const withdrawNumber = networkOperation({
  ...byOneOfTheTeam,
  command: 'WithdrawNumber',
  entry: 'NumberWithdrawn',
  oneHand: 'sight',
  asks: { numberId, why: withdrawalReason },
  keeps: ['numberId', 'why'],
  decide: ({ numbers }: Network, { numberId: named, effectiveOn: on }) =>
    checkFault(numbers.get(named), on, unknown) ?? asSaid,
  about: aboutNumber,
})

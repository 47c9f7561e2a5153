import { recorded } from '#domain/kernel/decision.ts'
import { code, optional, sum } from '#domain/kernel/shape.ts'
import { type Posting, transfer } from '#domain/ledger/posting.ts'
import type { Granting } from '#domain/grants/granting.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { windowId } from '#domain/grants/grants.ts'
import { termsFault, windowTerms } from '#domain/grants/terms.ts'
import { chair, recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

/** Without a window the money is for running costs, and is income. */
export const recordDonation = operation({
  command: 'RecordDonation',
  entry: 'DonationReceived',
  oneHand: 'sight',
  asks: { windowId: optional(windowId), amount: sum },
  keeps: ['windowId', 'amount'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: ({ currency }: Pick<Granting, 'currency'>, command) => {
    const { windowId: of, amount, effectiveOn: on } = command
    const from = of === undefined ? 'income:donations' : (`liability:grant-window:${of}` as const)
    const postings: readonly Posting[] = transfer({
      from,
      to: 'asset:cash-box',
      amount,
      currency,
      on,
    })
    return recorded({ flags: [], postings })
  },
  about: ({ windowId: key }) => (key === undefined ? [] : [{ kind: 'window', key }]),
})

/** A grant that was paid from the box by its number. */
export const recordGrantPayout = operation({
  command: 'RecordGrantPayout',
  entry: 'GrantPaid',
  oneHand: 'money',
  asks: { windowId, grantNumber: code('grant-number-not-a-code'), amount: sum },
  keeps: ['windowId', 'grantNumber', 'amount'],
  may: recordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: true,
  decide: ({ held, currency }: Pick<Granting, 'held' | 'currency'>, command) => {
    const { windowId: of, amount, effectiveOn: on } = command
    return recorded({
      flags: flagsOf({ 'window-overspent': amount > held(of) }),
      postings: transfer({
        from: 'asset:cash-box',
        to: `liability:grant-window:${of}`,
        amount,
        currency,
        on,
      }),
    })
  },
  about: ({ windowId: key }) => [{ kind: 'window', key }],
})

/** The donor's terms of a window; set again they stand in place of those before. */
export const setWindowTerms = operation({
  command: 'SetWindowTerms',
  entry: 'WindowTermsSet',
  oneHand: 'power',
  asks: { windowId, ...windowTerms, confirmedBy: secondOfficer },
  keeps: ['windowId', 'from', 'until', 'lines', 'unspent', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'of-the-donor',
  isReversible: false,
  decide: ({ members }: Pick<Granting, 'members'>, command) =>
    termsFault(command) ?? secondFault(members, command) ?? recorded({ flags: [], postings: [] }),
  about: ({ windowId: key }) => [{ kind: 'window', key }],
})

import { recorded, refused } from '#domain/kernel/decision.ts'
import { described, optional, sum, word } from '#domain/kernel/shape.ts'
import { costAccount, costKinds, costPurposes, payeeKinds } from '#domain/fund/costs.ts'
import { type FundBooks, aboutFund } from '#domain/fund/fund-books.ts'
import { carriedOver } from '#domain/fund/charter/periods.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { transfer } from '#domain/ledger/posting.ts'
import { another, byAnother } from '#domain/operations/another.ts'
import { chair, recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'

const costNotTold = 'cost-not-told'

/** Running costs paid from the box. What they were for stays in the committee's receipts. */
export const recordExpense = operation({
  command: 'RecordExpense',
  entry: 'ExpensePaid',
  oneHand: 'money',
  // What an older book has of costs is their sum; whoever sends one now says these too (`narrower`, and the form).
  asks: {
    amount: sum,
    kind: described(optional(word(costKinds, costNotTold)), 'What it was spent on'),
    purpose: described(optional(word(costPurposes, costNotTold)), 'For which work of the fund'),
    payee: described(optional(word(payeeKinds, costNotTold)), 'Who got the money; never a name'),
    ...byAnother,
  },
  keeps: ['amount', 'kind', 'purpose', 'payee', 'approvedBy'],
  may: recordKeeper,
  second: another,
  isTakenAlone: true,
  minutes: 'told',
  isReversible: true,
  decide: ({ charter: { currency } }: Pick<FundBooks, 'charter'>, command) => {
    const { amount, kind, effectiveOn: on } = command
    const way = { from: 'asset:cash-box', to: costAccount(kind) } as const
    return recorded({ flags: [], postings: transfer({ ...way, amount, currency, on }) })
  },
  about: () => [],
})

/**
 * Closes the books through the command's day: later entries post from the day after it. Posts the provision that the
 * day needs and carries income and expense to the undistributed surplus, by balances through the day that is closed.
 */
export const closePeriod = operation({
  command: 'ClosePeriod',
  entry: 'PeriodClosed',
  oneHand: 'power',
  changesPower: true,
  asks: { confirmedBy: secondOfficer },
  keeps: ['confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (
    now: Pick<FundBooks, 'fund' | 'charter' | 'posted' | 'provisionOn' | 'members'>,
    command,
  ) => {
    const { effectiveOn: on } = command
    const { posted, charter } = now
    const { closedThrough } = now.fund
    if (closedThrough !== undefined && on <= closedThrough) return refused('period-already-closed')
    const unseconded = secondFault(now.members, command)
    if (unseconded) return unseconded
    if (balanceOf(posted, 'equity:takeover', on) !== 0) return refused('takeover-unfinished')
    const provision = now.provisionOn(on)
    const { currency } = charter
    return recorded({ provision, flags: [], ...carriedOver({ posted, provision, currency, on }) })
  },
  about: aboutFund,
})

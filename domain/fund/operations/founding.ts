import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { amountMax } from '#domain/kernel/money.ts'
import { type Said, described, group, list, optional, text, whole } from '#domain/kernel/shape.ts'
import { notesFault } from '#domain/fund/meeting/banknotes.ts'
import { type Charter, productsAboveCap } from '#domain/fund/charter/charter.ts'
import { charter as charterShape, togetherFault } from '#domain/fund/charter/charter-shape.ts'
import { countedCash } from '#domain/fund/meeting/count-shape.ts'
import type { FundBooks } from '#domain/fund/fund-books.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { countActive } from '#domain/fund/people/members.ts'
import { secondFault, secondOfficer } from '#domain/fund/second.ts'
import { windowCode } from '#domain/fund/charter/window-shape.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'
import { chair, nobody } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const balance = whole(-amountMax, amountMax, 'amount-not-whole')
const windowsMax = 100
const window = group({ windowId: windowCode, amount: balance })
const balances = {
  cash: balance,
  provision: balance,
  social: balance,
  reserve: balance,
  windows: list(window, { max: windowsMax }),
  counted: described(
    optional(countedCash),
    'What was in the box; `cash` is what the older book said',
  ),
}

/** Balances of the book on the day it was taken over; savings and loans follow one by one. */
export type OpeningBalances = Said<typeof balances>
export const openingBalances = group(balances)

const countedFault = ({ counted }: OpeningBalances, { currency }: Charter) => {
  const notes = counted?.notes && notesFault(counted.notes, { amount: counted.amount, currency })
  return notes && invalid(notes.code, `/opening/counted/notes${notes.at}`)
}

/** What the box holds more than the older book said. */
const beyondBook = ({ cash, counted }: OpeningBalances): number =>
  counted === undefined ? 0 : counted.amount - cash

const postingsOf = (opening: OpeningBalances, { currency }: Charter, on: string): Posting[] => {
  const taken = (account: AccountId, amount: number): Posting[] =>
    transfer({ from: 'equity:takeover', to: account, amount, currency, on })
  const beyond = { from: 'equity:unexplained', to: 'asset:cash-box' } as const
  return merged([
    ...taken('asset:cash-box', opening.cash),
    ...taken('asset:loan-loss-provision', -opening.provision),
    ...taken('liability:social-fund', -opening.social),
    ...taken('equity:reserve', -opening.reserve),
    ...opening.windows.flatMap((w) => taken(`liability:grant-window:${w.windowId}`, -w.amount)),
    ...transfer({ ...beyond, amount: beyondBook(opening), currency, on }),
  ])
}

/**
 * A fund begins with its charter and the balances of its old book. They stand against
 * `equity:takeover`, which comes to zero once every member's savings and loan is taken over. What the box
 * holds more or less than that book said stands apart, by name: `equity:unexplained`.
 */
export const foundFund = operation({
  command: 'FoundFund',
  entry: 'FundFounded',
  oneHand: 'power',
  asks: {
    villageCode: text(/^\d{8}$/, { code: 'village-code-not-8-digits', example: '17020304' }),
    charter: charterShape,
    opening: openingBalances,
  },
  keeps: ['villageCode', 'charter', 'opening'],
  may: nobody,
  second: 'none',
  minutes: 'of-the-old-book',
  isReversible: false,
  // There are no books yet to look at.
  decide: (_: object, { charter, opening, effectiveOn: on }) => {
    const fault = togetherFault(charter)
    if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
    const miscounted = countedFault(opening, charter)
    if (miscounted) return miscounted
    return recorded({
      flags: flagsOf({
        'rate-above-cap': productsAboveCap(charter, on).length > 0,
        'box-differs-from-books': beyondBook(opening) !== 0,
      }),
      postings: postingsOf(opening, charter, on),
    })
  },
  about: ({ opening }) => [
    { kind: 'fund', key: 'fund' },
    ...opening.windows.map(({ windowId }) => ({ kind: 'window' as const, key: windowId })),
  ],
})

/**
 * All savings and loans are taken over, and the older book still does not add up: the meeting agrees to go on,
 * and the rest stands by its name until somebody finds what it was.
 */
export const settleTakeOver = operation({
  command: 'SettleTakeOver',
  entry: 'TakeOverSettled',
  oneHand: 'power',
  changesPower: true,
  asks: {
    /** What the meeting was shown: more than the older book says is owned, or less where it is negative. */
    amount: balance,
    votes,
    confirmedBy: secondOfficer,
  },
  keeps: ['amount', 'votes', 'confirmedBy'],
  may: chair,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'of-the-old-book',
  isReversible: false,
  decide: (
    { posted, members, charter }: Pick<FundBooks, 'posted' | 'members' | 'charter'>,
    command,
  ) => {
    const { amount, votes: raised, effectiveOn: on } = command
    const active = countActive(members, on)
    const fault = handsFault(raised, active)
    if (fault) return invalid(fault.code, `/votes${fault.at}`)
    const unseconded = secondFault(members, command)
    if (unseconded) return unseconded
    // A debit: more was taken over as savings than as money.
    const left = balanceOf(posted, 'equity:takeover')
    if (left === 0) return refused('takeover-adds-up')
    if (amount !== 0 - left) return refused('differs-from-left')
    const lost = lostBy(raised, { active, charter })
    if (lost) return lost
    const way = { from: 'equity:takeover', to: 'equity:unexplained' } as const
    const { currency } = charter
    return recorded({ flags: [], postings: transfer({ ...way, amount: left, currency, on }) })
  },
  about: () => [],
})

import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { isAmountOrNought } from '#domain/kernel/money.ts'
import { notesFault } from '#domain/fund/banknotes.ts'
import { type Charter, type Votes, charterFault, productsAboveCap } from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type HandsRefusal, handsFault, isQuorum } from '#domain/fund/hands.ts'
import type { Count } from '#domain/fund/meetings.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Seconded, secondFault, secondIn } from '#domain/fund/second.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { type Posting, merged, transfer } from '#domain/ledger/posting.ts'

/** Balances of the book on the day it was taken over; savings and loans follow one by one. */
export type OpeningBalances = {
  readonly cash: number
  readonly provision: number
  readonly social: number
  readonly reserve: number
  readonly windows: readonly { readonly windowId: string; readonly amount: number }[]
  /** What was in the box when it was counted that day; `cash` is what the older book said. */
  readonly counted?: Count
}

export type FundFounded = {
  readonly type: 'FundFounded'
  readonly v: 1
  readonly villageCode: string
  readonly charter: Charter
  readonly opening: OpeningBalances
  readonly flags: readonly ('rate-above-cap' | 'box-differs-from-books')[]
  readonly postings: readonly Posting[]
}

export type FoundFund = Envelope & {
  readonly type: 'FoundFund'
  readonly villageCode: string
  readonly charter: Charter
  readonly opening: OpeningBalances
}

const countedFault = (
  { counted }: OpeningBalances,
  { currency }: Charter,
): { readonly code: string; readonly at: string } | undefined => {
  if (!counted) return undefined
  if (!isAmountOrNought(counted.amount))
    return { code: 'amount-not-whole', at: '/opening/counted/amount' }
  const notes = counted.notes && notesFault(counted.notes, { amount: counted.amount, currency })
  return notes && { code: notes.code, at: `/opening/counted/notes${notes.at}` }
}

/**
 * A fund begins with its charter and the balances of its old book. They stand against
 * `equity:takeover`, which comes to nought once every member's savings and loan is taken over. What the box
 * holds more or less than that book said stands apart, by name: `equity:unexplained`.
 */
export const foundFund = (command: FoundFund): Decision<FundFounded, never> => {
  const { charter, opening, villageCode, effectiveOn: on } = command
  if (!/^\d{8}$/.test(villageCode)) return invalid('village-code-not-8-digits', '/villageCode')
  const fault = charterFault(charter)
  if (fault !== undefined) return invalid('charter-cannot-hold', `/charter${fault}`)
  const sums = [
    opening.cash,
    opening.provision,
    opening.social,
    opening.reserve,
    ...opening.windows.map((w) => w.amount),
  ]
  if (!sums.every(Number.isSafeInteger)) return invalid('amount-not-whole', '/opening')
  const miscounted = countedFault(opening, charter)
  if (miscounted) return invalid(miscounted.code, miscounted.at)
  const { currency } = charter
  const beyond = opening.counted === undefined ? 0 : opening.counted.amount - opening.cash
  const taken = (account: AccountId, amount: number): Posting[] =>
    transfer({ from: 'equity:takeover', to: account, amount, currency, on })
  return recorded({
    type: 'FundFounded',
    v: 1,
    villageCode,
    charter,
    opening,
    flags: [
      ...(productsAboveCap(charter, on).length > 0 ? (['rate-above-cap'] as const) : []),
      ...(beyond === 0 ? [] : (['box-differs-from-books'] as const)),
    ],
    postings: merged([
      ...taken('asset:cash-box', opening.cash),
      ...taken('asset:loan-loss-provision', -opening.provision),
      ...taken('liability:social-fund', -opening.social),
      ...taken('equity:reserve', -opening.reserve),
      ...opening.windows.flatMap((w) => taken(`liability:grant-window:${w.windowId}`, -w.amount)),
      ...transfer({
        from: 'equity:unexplained',
        to: 'asset:cash-box',
        amount: beyond,
        currency,
        on,
      }),
    ]),
  })
}

/** The fund as its first entry makes it. */
export const fundAfterFounding = (body: FundFounded, on: LocalDate): Fund => ({
  villageCode: body.villageCode,
  openedOn: on,
  charters: [{ version: 1, from: on, charter: body.charter }],
  openingProvision: body.opening.provision,
})

export type TakeOverSettled = Seconded & {
  readonly type: 'TakeOverSettled'
  readonly v: 1
  /** What the older book does not explain: more than it says is owned, or less where it is negative. */
  readonly amount: number
  readonly votes: Votes
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

/**
 * All savings and loans are taken over, and the older book still does not add up: the meeting agrees to go on,
 * and the rest stands by its name until somebody finds what it was. `amount` is what the meeting was shown.
 */
export type SettleTakeOver = Envelope &
  Seconded & {
    readonly type: 'SettleTakeOver'
    readonly amount: number
    readonly votes: Votes
  }

export type SettleRefusal =
  | HandsRefusal
  | 'vote-lost'
  | 'takeover-adds-up'
  | 'differs-from-left'
  | 'approver-not-an-officer'

/** `left` is what stands on `equity:takeover` as a debit: more was taken over as savings than as money. */
export const settleTakeOver = (
  {
    left,
    membersActive: active,
    charter,
    members,
  }: {
    readonly left: number
    readonly membersActive: number
    readonly charter: Charter
    readonly members: ReadonlyMap<string, Member>
  },
  command: SettleTakeOver,
): Decision<TakeOverSettled, SettleRefusal> => {
  const { amount, votes, effectiveOn: on } = command
  if (!Number.isSafeInteger(amount)) return invalid('amount-not-whole', '/amount')
  const fault = handsFault(votes, active)
  if (fault) return invalid(fault.code, `/votes${fault.at}`)
  const unseconded = secondFault(members, command)
  if (unseconded) return unseconded
  if (left === 0) return refused('takeover-adds-up')
  if (amount !== 0 - left) return refused('differs-from-left')
  if (!isQuorum(votes.present, { active, charter })) return refused('quorum-missing')
  if (votes.yes <= votes.no) return refused('vote-lost')
  const { currency } = charter
  return recorded({
    type: 'TakeOverSettled',
    v: 1,
    amount,
    votes,
    ...secondIn(command),
    flags: [],
    postings: transfer({
      from: 'equity:takeover',
      to: 'equity:unexplained',
      amount: left,
      currency,
      on,
    }),
  })
}

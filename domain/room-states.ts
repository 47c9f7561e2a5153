import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { balanceOf, savedBy } from '#domain/ledger/balances.ts'
import type { Charter, CharterVersion } from '#domain/fund/charter/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { FundBooks } from '#domain/fund/fund-books.ts'
import { liquidityPercentOn } from '#domain/fund/charter/savings-rules.ts'
import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { committeeRoom } from '#domain/health/committee-share.ts'
import {
  type Lendable,
  heldOfAll,
  lendableOf,
  pledgesOn,
  promisedIn,
  reserveOn,
} from '#domain/health/lendable.ts'
import type { ForVote, VoteRoom } from '#domain/loans/lending.ts'
import { lineLeft } from '#domain/relief/emergency-line.ts'
import { leftOf, payable } from '#domain/savings/queue.ts'
import { cashAtHandOn, waitingIn } from '#domain/savings/books.ts'
import { loanFigures, savingsFromLoans } from '#domain/loans/portfolio.ts'
import { provisionOn } from '#domain/loans/provision.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { heldOn, withLoans } from '#domain/savings/account.ts'
import { cycleEndsOf } from '#domain/savings/share-outs.ts'
import { type LaterMove, beforeMoves } from '#domain/fund/people/households.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { People } from '#domain/fund/people/people.ts'
import type { ComparisonState } from '#domain/fund/meeting/comparing.ts'
import { isBroughtIn } from '#domain/hands/taking-in.ts'
import type { Saving } from '#domain/savings/saving.ts'
import type { Relieving } from '#domain/relief/relieving.ts'
import type { Granting } from '#domain/grants/granting.ts'
import type { Command, Village } from '#domain/vocabulary.ts'

/*
 * What rooms look at when they decide, put together from all of the village: `village.ts` hands it to them.
 */

/** When and by whom something is written down, by the clock and the session. */
export type Written = { readonly at: string; readonly by: string }

/** What is looked at about people: what they owe and have saved, who was elected, what is in the box. */
export const peopleIn = (
  village: Village,
  fund: Fund,
  charter: Charter,
  written?: Written,
): People => ({
  ...village,
  ...(written === undefined ||
  isBroughtIn(village.hands, { recordedBy: written.by, recordedAt: written.at })
    ? {}
    : { writtenOn: written.at.slice(0, 10) }),
  charter,
  currency: charter.currency,
  elections: fund.elections ?? [],
  bookedOn: (on: LocalDate) => balanceOf(village.posted, 'asset:cash-box', on),
  savedOn: (memberId: string, on: LocalDate) => savedBy(village.posted, memberId, on),
  owedOn: (memberId: string, on: LocalDate) =>
    [...village.loans.values()]
      .filter((loan) => loan.memberId === memberId)
      .reduce((sum, { loanId }) => sum + balanceOf(village.posted, `asset:loan:${loanId}`, on), 0),
})

/** What is looked at when relief is given: the loans there are, who lives where, and what the fund could pay. */
export const reliefIn = (
  village: Village,
  { villageCode }: Fund,
  { charter }: Pick<CharterVersion, 'charter'>,
): Relieving => ({
  ...village,
  villageCode,
  charter,
  payableOn: (on: LocalDate) =>
    payable(cashAtHandOn(village.posted, on), liquidityPercentOn(charter, on)),
})

/** What is looked at about donors' money: the windows with what they hold, and the grants of them. */
export const grantingIn = (village: Village, charter: CharterVersion): Granting => ({
  ...village,
  charter,
  currency: charter.charter.currency,
  held: (windowId) => 0 - balanceOf(village.posted, `liability:grant-window:${windowId}`),
})

/**
 * What is put beside a paper book: each member's figures by the days on which things happened, as the paper has
 * them, whichever period the books took them in.
 */
const comparingIn = ({ members, savings, loans }: Village): ComparisonState => ({
  members,
  savedOn: (on) =>
    new Map(
      [...withLoans(savings, savingsFromLoans(loans.values()))].map(([memberId, lines]) => [
        memberId,
        heldOn(lines, on).saved,
      ]),
    ),
  owedOn: (on) => {
    const owed = new Map<string, number>()
    for (const loan of loans.values()) {
      const left = standingOf(loan, on)?.owed ?? 0
      owed.set(loan.memberId, (owed.get(loan.memberId) ?? 0) + left)
    }
    return owed
  },
})

/** What decisions about the fund itself look at, on the day of the command. */
export const fundIn = (village: Village, fund: Fund, charter: Charter): FundBooks => ({
  ...village,
  ...comparingIn(village),
  fund,
  charter,
  provisionOn: (on) => provisionOn(charter, village.loans.values(), on),
  hasSharesFrom: (on) => {
    const ends = cycleEndsOf(village.shareOuts.values())
    const lines = withLoans(village.savings, savingsFromLoans(village.loans.values()))
    return [...lines.values()].some(
      (own) =>
        heldOn(own, on, ends).shares > 0 ||
        own.some((line) => line.on > on && (line.shares ?? 0) > 0),
    )
  },
})

/** What somebody stands with for loans of others on a day. */
export const pledgedIn =
  ({ loans, requests }: Pick<Village, 'loans' | 'requests'>) =>
  (memberId: string, day: LocalDate): number =>
    pledgesOn({ loans, requests: requests.values() }, day).get(memberId) ?? 0

/** What decisions about savings look at, on the day of the command. */
export const savingIn = (
  village: Village,
  { openedOn }: Fund,
  charter: CharterVersion,
  { effectiveOn: on }: Pick<Command, 'effectiveOn'>,
): Saving => ({
  ...village,
  ...loanFigures(village.loans, on),
  allSavings: () => withLoans(village.savings, savingsFromLoans(village.loans.values())),
  openedOn,
  charter,
  pledgedBy: pledgedIn(village),
})

/** What can be lent on a day, whatever was written down first. */
export const lendableOn = (village: Village, charter: Charter, on: LocalDate): Lendable => {
  const state = { ...village, requests: village.requests.values() }
  const atHand = cashAtHandOn(village.posted, on)
  return lendableOf(atHand, reserveOn(charter, atHand.savings, on), {
    // Whoever waits when a vote is written down waits, whatever day the vote names.
    askedBySavers: leftOf(waitingIn(village)),
    promised: promisedIn(state, on),
    held: heldOfAll({ loans: village.loans, requests: village.requests.values() }, on, (memberId) =>
      savedBy(village.posted, memberId, on),
    ),
  })
}

/** For so many days whoever moved out of a household is looked at as one of it where a loan is voted. */
const movedOfLate = 31

/**
 * The members as the book has them when a loan is voted, and as it had them before each move that was written since it was
 * asked for or of late; on the day of the request and that of the vote. Whoever moved out or left an office since is one of
 * them still.
 */
export const worldsOfLoan = (
  { members, askedAt, kept }: Pick<Village, 'members' | 'askedAt' | 'kept'>,
  { loanId, requestedOn, on }: Pick<ForVote, 'loanId' | 'requestedOn'> & { readonly on: LocalDate },
): readonly { readonly members: readonly Member[]; readonly day: LocalDate }[] => {
  const asked = askedAt.get(loanId) ?? Number.POSITIVE_INFINITY
  const since = daysAfter(on, -movedOfLate)
  const laterMove: LaterMove = (entryId) => {
    const { seq = 0, at = '' } = kept.get(entryId) ?? {}
    return seq > asked || at.slice(0, 10) >= since ? seq : undefined
  }
  const told = [...members.values()]
  return [told, ...beforeMoves(told, laterMove)].flatMap((those) =>
    [requestedOn, on].map((day) => ({ members: those, day })),
  )
}

/** What a vote on a request can promise. A line that is open for the member in need is hers already. */
export const roomFor = (
  village: Village,
  { charter }: CharterVersion,
  { request, on }: { readonly request: ForVote; readonly on: LocalDate },
): VoteRoom => {
  const { memberId, product } = request.asked
  const own = product === 'emergency' ? lineLeft(village, memberId, on) : 0
  const houses = new Set(
    worldsOfLoan(village, { ...request, on }).flatMap(({ members, day }) => [
      ...ofCommitteeHouseholds(members, day),
    ]),
  )
  const state = { loans: village.loans, requests: village.requests.values() }
  return {
    lendable: lendableOn(village, charter, on).lendable + own,
    committee: houses.has(memberId) ? committeeRoom(state, request, { on, houses }) : undefined,
  }
}

import { postedOf } from '#domain/ledger/balance-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, charterOf, loansById, membersById } from '#domain/health/book.ts'
import {
  type Lendable,
  heldOfAll,
  lendableOf,
  promisedIn,
  reserveOn,
} from '#domain/health/lendable.ts'
import { savedBy } from '#domain/ledger/balances.ts'
import { cashAtHandOn } from '#domain/savings/books.ts'

/** What can be lent on a day by a fund's book: the same word that a vote is held against. */
export const lendableIn = (book: FundBook, asOf: LocalDate, askedBySavers: number): Lendable => {
  const posted = postedOf(book.balances)
  const atHand = cashAtHandOn(posted, asOf)
  const lent = {
    requests: book.requests,
    loans: loansById(book.loans),
  }
  const told = {
    ...lent,
    seasons: new Map(book.seasons.map((one) => [one.seasonId, one])),
    events: new Map(book.events.map((one) => [one.eventId, one])),
    members: membersById(book.members),
  }
  const isVotedBy = ({ decision }: (typeof book.requests)[number]): boolean =>
    decision !== undefined && decision.on <= asOf
  return lendableOf(atHand, reserveOn(charterOf(book, asOf), atHand.savings, asOf), {
    askedBySavers,
    promised: promisedIn(told, asOf, isVotedBy),
    held: heldOfAll(lent, asOf, (memberId) => savedBy(posted, memberId, asOf)),
  })
}

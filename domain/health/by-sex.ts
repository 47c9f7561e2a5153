import { inBlocks } from '#domain/kernel/blocks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import { isOfCommittee } from '#domain/fund/people/tenures.ts'
import type { FundBook } from '#domain/health/book.ts'
import { couldCome, heldWithin } from '#domain/health/meetings.ts'
import { releaseKinds } from '#domain/statistics/tables.ts'

/** A count of women and of men; `null` where it is kept back, so that nobody can be read from it. */
export type Counted = { readonly women: number | null; readonly men: number | null }

/** What women and men had of the fund in a period. Sums in smallest units; nobody is named. */
export type SexFigures = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly members: Counted
  /** Presences at the meetings of the period, and all that could have been. */
  readonly presences: Counted
  readonly possiblePresences: Counted
  /** Officers' votes on loans that were cast by name; hands at a meeting are not counted by sex. */
  readonly votes: Counted
  readonly borrowers: Counted
  readonly loans: Counted
  readonly lent: Counted
  /** Seats on the committee, and keys, on the last day. */
  readonly seats: Counted
  readonly keys: Counted
}

type Tally = (memberId: string) => number

const countedBy = (members: readonly Member[], tally: Tally): Counted => {
  const of = (sex: Member['sex']): number =>
    members.reduce((sum, one) => (one.sex === sex ? sum + tally(one.memberId) : sum), 0)
  return { women: of('f'), men: of('m') }
}

/** How often each id stands in lists. */
const times = (lists: readonly Iterable<string>[]): Tally => {
  const found = new Map<string, number>()
  for (const list of lists) for (const id of list) found.set(id, (found.get(id) ?? 0) + 1)
  return (memberId) => found.get(memberId) ?? 0
}

type Within = { readonly from: LocalDate; readonly to: LocalDate }

const namedVotes = inBlocks(
  (requests: FundBook['requests'], from: LocalDate, to: LocalDate): readonly string[][] =>
    requests.flatMap(({ decision }) =>
      decision && decision.ballot.by === 'officers' && from <= decision.on && decision.on <= to
        ? [decision.ballot.votes.map(({ memberId }) => memberId)]
        : [],
    ),
)

/** Loans that were paid out on days of a stretch, both ends among it. */
export const lentWithin = inBlocks((loans: FundBook['loans'], from: LocalDate, to: LocalDate) =>
  loans.filter(({ origin }) => origin.kind === 'paid-out' && from <= origin.on && origin.on <= to),
)

/** Who came to the meetings of a stretch, and who could have, one by one. */
const presencesIn = whileSame(
  (
    meetings: FundBook['meetings'],
    members: FundBook['members'],
    ...[from, to]: readonly [LocalDate, LocalDate]
  ) => {
    const held = heldWithin({ meetings }, { from, to })
    const could = held.map(({ heldOn: day }) => couldCome({ members }, day))
    return {
      presences: countedBy(members, times(held.map(({ present }) => present))),
      possiblePresences: countedBy(members, times(could)),
    }
  },
)

/** Attendance, votes, loans and offices of women and men, from a fund's book alone. */
export const bySexOf = (book: FundBook, { from, to }: Within): SexFigures => {
  const { members } = book
  const lent = lentWithin(book.loans, from, to)
  const borrowers = new Set(lent.map(({ memberId }) => memberId))
  const ofOffice = (isOne: typeof isOfCommittee): Tally => {
    const holders = members.filter((member) => heldOn(member, to).some(isOne))
    return times([holders.map(({ memberId }) => memberId)])
  }
  const sums = new Map<string, number>()
  for (const { memberId, terms } of lent)
    sums.set(memberId, (sums.get(memberId) ?? 0) + terms.principal)
  return {
    from,
    to,
    members: countedBy(
      members.filter((member) => isMemberOn(member, to)),
      () => 1,
    ),
    ...presencesIn(book.meetings, members, from, to),
    votes: countedBy(members, times(namedVotes(book.requests, from, to))),
    borrowers: countedBy(members, times([borrowers])),
    loans: countedBy(members, times(lent.map(({ memberId }) => [memberId]))),
    lent: countedBy(members, (memberId) => sums.get(memberId) ?? 0),
    seats: countedBy(members, ofOffice(isOfCommittee)),
    keys: countedBy(
      members,
      ofOffice((tenure) => !isOfCommittee(tenure)),
    ),
  }
}

/** Fewer people than these are not told apart beyond the village. */
export const fewestShown = releaseKinds.finance.k

const isFew = (count: number | null): boolean => count !== null && count > 0 && count < fewestShown

const keptBack: Counted = { women: null, men: null }

/**
 * The same for readers outside the village. Where few women or few men stand behind a figure both are kept
 * back, because the one could be taken from the whole; seats and keys are offices that everybody knows.
 */
export const safely = (figures: SexFigures): SexFigures => {
  const isOfFew = ({ women, men }: Counted): boolean => isFew(women) || isFew(men)
  const few = isOfFew(figures.members)
  const fewBorrow = few || isOfFew(figures.borrowers)
  const told = (counted: Counted, isKeptBack: boolean): Counted => (isKeptBack ? keptBack : counted)
  return {
    ...figures,
    members: told(figures.members, few),
    presences: told(figures.presences, few),
    possiblePresences: told(figures.possiblePresences, few),
    // A committee is so small that its votes are somebody's.
    votes: told(figures.votes, isOfFew(figures.seats)),
    borrowers: told(figures.borrowers, fewBorrow),
    loans: told(figures.loans, fewBorrow),
    lent: told(figures.lent, fewBorrow),
  }
}

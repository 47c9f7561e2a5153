import type { LocalDate } from '#domain/kernel/dates.ts'
import { dayAfter, daysAfter } from '#domain/kernel/dates.ts'
import { type HouseholdChange, householdOn, householdsOn } from '#domain/fund/people/households.ts'
import {
  type LifeFact,
  type LifeState,
  isMemberOn,
  proxyOn,
  stateOn,
} from '#domain/fund/people/life.ts'
import { type Member, heldOn } from '#domain/fund/people/members.ts'
import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import {
  type Office,
  type Tenure,
  isLapsedOn,
  isOfCommittee,
  offices,
} from '#domain/fund/people/tenures.ts'
import { type RowOf, chosen, rowBy } from '#src/lists/column.ts'
import { byCard, memberColumns } from '#src/lists/members.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'

const lineColumns = chosen(memberColumns, 'memberId card state since')

/** A member in a list: who, where, since when, and which offices. */
export type MemberLine = RowOf<typeof lineColumns> & {
  readonly offices: readonly Office[]
}

export const memberLines = ({ members }: FundBook, day: LocalDate): readonly MemberLine[] =>
  members
    .map((member) => ({
      ...rowBy(lineColumns, { member, asOf: day }),
      offices: heldOn(member, day).map(({ office }) => office),
    }))
    .toSorted(byCard)

/** One dated line of a member's history. */
export type PastLine = { readonly on: LocalDate } & (
  | { readonly what: 'admitted' | 'former' | 'corrected' | LifeFact['change'] }
  | { readonly what: 'household'; readonly change: HouseholdChange }
  | { readonly what: 'office' | 'ended'; readonly office: Office; readonly until?: LocalDate }
)

/** Everything that the book says has happened to a member, the newest first. */
export const pastOf = (member: Member, day: LocalDate): readonly PastLine[] => {
  const lines: PastLine[] = [
    { on: member.admittedOn, what: member.isFormer ? 'former' : 'admitted' },
    ...(member.life ?? []).map(({ on, change }) => ({ on, what: change })),
    ...(member.corrections ?? []).map(({ on }) => ({ on, what: 'corrected' as const })),
    ...(member.placements ?? []).map(({ on, change }) => ({
      on,
      what: 'household' as const,
      change,
    })),
    ...member.offices.flatMap(({ office, from, until, endedOn }) => [
      { on: from, what: 'office' as const, office, ...(until === undefined ? {} : { until }) },
      ...(endedOn === undefined ? [] : [{ on: endedOn, what: 'ended' as const, office }]),
    ]),
  ]
  return lines.filter(({ on }) => on <= day).toSorted((a, b) => (a.on > b.on ? -1 : 1))
}

export type MemberCard = {
  readonly member: Member
  readonly state: LifeState
  readonly since: LocalDate
  /** The card of who votes for somebody who is away. */
  readonly proxy: string | undefined
  readonly livesWith: readonly string[]
  readonly past: readonly PastLine[]
}

/** A member's card with its history on a day; undefined where the fund has no such member. */
export const memberCardOf = (
  { members }: FundBook,
  memberId: string,
  day: LocalDate,
): MemberCard | undefined => {
  const member = members.find((one) => one.memberId === memberId)
  if (!member) return undefined
  const household = householdOn(member, day)
  const proxy = proxyOn(member, day)
  return {
    member,
    ...rowBy(chosen(memberColumns, 'state since'), { member, asOf: day }),
    proxy: members.find((one) => one.memberId === proxy)?.card,
    livesWith: members
      .filter((one) => one.memberId !== memberId && household !== undefined)
      .filter((one) => householdOn(one, day) === household)
      .map(({ card }) => card)
      .toSorted(),
    past: pastOf(member, day),
  }
}

/** An office as somebody holds it on a day. */
export type Holder = {
  readonly memberId: string
  readonly card: string
  readonly isAway: boolean
  readonly from: LocalDate
  readonly until: LocalDate | undefined
  /** In its term; over, but within the grace, whose last day this is; or lapsed. */
  readonly term:
    | { readonly is: 'held' }
    | { readonly is: 'grace'; readonly lastOn: LocalDate }
    | { readonly is: 'lapsed' }
}

export type OfficersView = {
  readonly offices: readonly { readonly office: Office; readonly holders: readonly Holder[] }[]
  readonly women: number
  readonly seated: number
  readonly seats: number
  readonly womenMin: number
  /** The first day on which a term that is over has no grace left. */
  readonly graceEndsOn: LocalDate | undefined
  readonly hasLapsed: boolean
}

const termOf = (tenure: Tenure, day: LocalDate, graceDays: number): Holder['term'] => {
  const { until } = tenure
  if (until === undefined || day <= until) return { is: 'held' }
  return isLapsedOn(tenure, day, graceDays)
    ? { is: 'lapsed' }
    : { is: 'grace', lastOn: daysAfter(until, graceDays) }
}

/** Who holds what until when, on a day. */
export const officersViewOf = (book: FundBook, day: LocalDate): OfficersView => {
  const { graceDays, seats, womenMin } = officerRulesOf(charterOf(book, day))
  const held = book.members.toSorted(byCard).flatMap((member) =>
    heldOn(member, day).map((tenure) => ({
      member,
      office: tenure.office,
      holder: {
        memberId: member.memberId,
        card: member.card,
        isAway: stateOn(member, day) === 'away',
        from: tenure.from,
        until: tenure.until,
        term: termOf(tenure, day, graceDays),
      },
    })),
  )
  const seated = new Set(
    held.filter(({ office }) => isOfCommittee({ office, from: day })).map(({ member }) => member),
  )
  const ends = held.flatMap(({ holder: { term } }) => (term.is === 'grace' ? [term.lastOn] : []))
  return {
    offices: offices.map((office) => ({
      office,
      holders: held.filter((one) => one.office === office).map(({ holder }) => holder),
    })),
    women: [...seated].filter(({ sex }) => sex === 'f').length,
    seated: seated.size,
    seats,
    womenMin,
    graceEndsOn: ends.length === 0 ? undefined : dayAfter(ends.toSorted()[0]!),
    hasLapsed: held.some(({ holder: { term } }) => term.is === 'lapsed'),
  }
}

/** The households of a day, each by its cards, and the cards of whom the book does not say. */
export const householdsViewOf = (book: FundBook, day: LocalDate) => {
  const here = book.members.filter((member) => isMemberOn(member, day))
  const households = householdsOn(here, day)
  const placed = new Set([...households.values()].flat())
  return {
    households: [...households.values()]
      .map((members) => members.toSorted(byCard))
      .toSorted((a, b) => byCard(a[0]!, b[0]!)),
    unplaced: here.filter((member) => !placed.has(member)).toSorted(byCard),
  }
}

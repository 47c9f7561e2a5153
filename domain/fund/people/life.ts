import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** What can happen to somebody's membership after the first day. */
export const lifeChanges = ['away', 'back', 'left', 'returned'] as const
export type LifeChange = (typeof lifeChanges)[number]

/** One dated fact of a member's life; `proxy` votes for somebody who is away. */
export type LifeFact = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly change: LifeChange | 'died'
  readonly proxy?: string
  /** Where in the journal a proxy was named. */
  readonly seq?: number
  /** The day from which on an office is held for some days all the same, where one alone has written it of an officer. */
  readonly byOneOn?: LocalDate
  /** When one alone has written it, by the clock and whatever day it names: a quorum is not counted by that for some days. */
  readonly aloneOn?: LocalDate
  /** Two stand behind a death, or it is of an older book. */
  readonly isOfTwo?: true
  /** From when on a death that one alone has written stops what falls due: not before others could have said no. */
  readonly duesFrom?: LocalDate
}

/** Where a member is on a day, as far as the fund is concerned. */
export type LifeState = 'here' | 'away' | 'left' | 'dead'

/** What a member's state is computed from. Whoever came over from an older book as former begins as left. */
export type Living = {
  readonly isFormer: boolean
  readonly life?: readonly LifeFact[]
}

const stateAfter: Readonly<Record<LifeChange, LifeState>> = {
  away: 'away',
  back: 'here',
  left: 'left',
  returned: 'here',
}

/**
 * Facts in the order in which they hold: by their days, and of one day the one that was written down last comes last. They
 * are handed over in the order of the journal, so that no id that a sender chose sets one before another.
 */
export const inOrder = <Fact extends { readonly on: LocalDate }>(facts: readonly Fact[]): Fact[] =>
  facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** The first day on which somebody was dead; undefined for the living. Nothing brings anybody back. */
export const diedOn = ({ life = [] }: Living): LocalDate | undefined =>
  life.find(({ change }) => change === 'died')?.on

/** From when on nothing falls due of somebody who died; undefined for the living. */
export const duesEndOn = ({ life = [] }: Living): LocalDate | undefined =>
  life
    .flatMap(({ change, on, duesFrom = on }) => (change === 'died' ? [duesFrom] : []))
    .toSorted()[0]

/** Whether somebody is dead on a day by the word of two. */
export const isDeadByTwo = ({ life = [] }: Living, day: LocalDate): boolean =>
  life.some(({ change, on, isOfTwo }) => change === 'died' && isOfTwo === true && on <= day)

const lastChangeBy = ({ life = [] }: Living, day: LocalDate): LifeFact | undefined =>
  life.findLast(({ on }) => on <= day)

/** Where a member is on a day: of two facts of one day the one that was made last. */
export const stateOn = (member: Living, day: LocalDate): LifeState => {
  const died = diedOn(member)
  if (died !== undefined && died <= day) return 'dead'
  const last = lastChangeBy(member, day)
  if (last === undefined) return member.isFormer ? 'left' : 'here'
  return stateAfter[last.change as LifeChange]
}

/** True for whoever is of the fund on a day, at home or away. */
export const isMemberOn = (member: Living, day: LocalDate): boolean => {
  const state = stateOn(member, day)
  return state === 'here' || state === 'away'
}

const awayOn = (member: Living, day: LocalDate): LifeFact | undefined =>
  stateOn(member, day) === 'away' ? lastChangeBy(member, day) : undefined

/** Who votes for a member who is away; undefined for everybody else, and where nobody was named. */
export const proxyOn = (member: Living, day: LocalDate): string | undefined =>
  awayOn(member, day)?.proxy

/** Of those for whom the same member votes the one who was written down first: nobody bears two votes beside the own. */
export const borneOn = <One extends Living>(members: readonly One[], day: LocalDate): One[] => {
  const seqOf = (one: One): number => awayOn(one, day)?.seq ?? 0
  const byProxy = Map.groupBy(
    members.filter((one) => proxyOn(one, day) !== undefined),
    (one) => proxyOn(one, day),
  )
  return [...byProxy.values()].map((all) =>
    all.reduce((first, one) => (seqOf(one) < seqOf(first) ? one : first)),
  )
}

/** A life with one more fact. */
export const lifeWith = (life: readonly LifeFact[] | undefined, fact: LifeFact): LifeFact[] =>
  inOrder([...(life ?? []), fact])

/** Why nothing is lent to somebody by a decision of that day; undefined for whoever is at home. */
type NotHereRefusal = 'borrower-away' | 'borrower-left' | 'borrower-died'

export const notHere = (member: Living, day: LocalDate): NotHereRefusal | undefined => {
  switch (stateOn(member, day)) {
    case 'here':
      return undefined
    case 'away':
      return 'borrower-away'
    case 'left':
      return 'borrower-left'
    case 'dead':
      return 'borrower-died'
  }
}

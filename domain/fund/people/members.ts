import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Placement } from '#domain/fund/people/households.ts'
import { type LifeFact, isMemberOn, proxyOn, stateOn } from '#domain/fund/people/life.ts'
import {
  type Ending,
  type Tenure,
  isHeldOn,
  isLapsedOn,
  isOfCommittee,
} from '#domain/fund/people/tenures.ts'

export { isCode } from '#domain/kernel/shape.ts'

export type Sex = 'f' | 'm'

/** A member as the journal knows one: a card, never a name. */
export type Member = {
  readonly memberId: string
  readonly card: string
  readonly sex: Sex
  /** IDPoor level 1 or 2; undefined for a household without one. */
  readonly povertyLevel: 1 | 2 | undefined
  readonly zone: string
  /** Had left already when the older book was taken over; whether somebody is a member on a day, `life` says. */
  readonly isFormer: boolean
  readonly admittedOn: LocalDate
  readonly offices: readonly Tenure[]
  readonly endings?: readonly Ending[]
  readonly life?: readonly LifeFact[]
  readonly placements?: readonly Placement[]
  readonly corrections?: readonly Correction[]
}

/** What was mistyped when somebody was admitted, as it should have been: it holds for every day. */
export type Correction = {
  readonly id: string
  readonly on: LocalDate
  /** The day by the clock on which it was written, where it was not brought in with an older book. */
  readonly writtenOn?: LocalDate
  readonly sex?: Sex
  readonly zone?: string
  /** `null` for a household without one. */
  readonly povertyLevel?: 1 | 2 | null
}

/** For so many days an officer of whom one alone has written that they are gone can say that they are here. */
const officeDays = 7

const isOpen = ({ byOneOn }: LifeFact, day: LocalDate): boolean =>
  byOneOn !== undefined && byOneOn <= day && day <= daysAfter(byOneOn, officeDays)

/** An officer without what one other alone has written of late: it takes no office and no word away yet. */
const inOffice = (member: Member, day: LocalDate): Member =>
  member.life?.some((fact) => isOpen(fact, day))
    ? { ...member, life: member.life.filter((fact) => !isOpen(fact, day)) }
    : member

/** What somebody still holds on a day: who has left or died holds nothing. */
export const heldOn = (member: Member, day: LocalDate): readonly Tenure[] =>
  isMemberOn(inOffice(member, day), day)
    ? member.offices.filter((tenure) => isHeldOn(tenure, day))
    : []

/** What somebody would hold on a day but for what one alone has written: that takes nothing away by being written twice. */
export const heldBeforeOne = (member: Member, day: LocalDate): readonly Tenure[] =>
  heldOn(
    { ...member, life: (member.life ?? []).filter(({ byOneOn }) => byOneOn === undefined) },
    day,
  )

/** True for whoever holds an office of the committee; a key-holder is none of it. */
export const isOfficerOn = (member: Member, day: LocalDate): boolean =>
  heldOn(member, day).some(isOfCommittee)

/** True for an officer who is at home: only they vote, confirm, appraise and approve. */
export const isActingOn = (member: Member, day: LocalDate): boolean =>
  stateOn(inOffice(member, day), day) === 'here' && isOfficerOn(member, day)

/** Whether all of the committee's offices that somebody holds ran out longer ago than the grace. */
export const isLapsed = (member: Member, day: LocalDate, graceDays: number): boolean => {
  const held = heldOn(member, day).filter(isOfCommittee)
  return held.length > 0 && held.every((tenure) => isLapsedOn(tenure, day, graceDays))
}

/** True for an officer whose word stands behind something: at home, and in office within the grace. */
export const mayApproveOn = (member: Member, day: LocalDate, graceDays: number): boolean =>
  isActingOn(member, day) && !isLapsed(member, day, graceDays)

/** For so many days whoever one alone has written away still counts for a quorum, so that none is made by writing others away. */
const quorumDays = 31

/** A member without what one alone has written of late. */
const butForOne = (member: Member, day: LocalDate): Member =>
  member.life?.some(({ aloneOn }) => aloneOn !== undefined)
    ? {
        ...member,
        life: member.life.filter(
          ({ aloneOn }) => aloneOn === undefined || day > daysAfter(aloneOn, quorumDays),
        ),
      }
    : member

/** Whoever counts for a quorum: those at home, and of those who are away the ones who named a proxy. */
export const hasVoteOn = (member: Member, day: LocalDate): boolean =>
  stateOn(member, day) === 'here' ||
  proxyOn(member, day) !== undefined ||
  stateOn(butForOne(member, day), day) === 'here'

/** How many members a quorum is counted from on a day. */
export const countActive = (members: ReadonlyMap<string, Member>, day: LocalDate): number =>
  [...members.values()].filter((member) => hasVoteOn(member, day)).length

import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Envelope } from '#domain/ledger/entry.ts'

export type Sex = 'f' | 'm'
export type Office = 'chair' | 'record-keeper' | 'box-keeper' | 'counter' | 'committee'

/** A member as the journal knows one: a card, never a name. */
export type Member = {
  readonly memberId: string
  readonly card: string
  readonly sex: Sex
  /** IDPoor level 1 or 2; undefined for a household without one. */
  readonly povertyLevel: 1 | 2 | undefined
  readonly zone: string
  readonly isFormer: boolean
  readonly admittedOn: LocalDate
  readonly offices: readonly { readonly office: Office; readonly from: LocalDate }[]
}

export type MemberAdmitted = {
  readonly type: 'MemberAdmitted'
  readonly v: 1
  readonly memberId: string
  readonly card: string
  readonly sex: Sex
  readonly povertyLevel?: 1 | 2
  readonly zone: string
  readonly isFormer: boolean
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

export type AdmitMember = Envelope & {
  readonly type: 'AdmitMember'
  readonly memberId: string
  readonly card: string
  readonly sex: Sex
  readonly povertyLevel?: 1 | 2
  readonly zone: string
  /** A member who left and still owes, carried over from an older book. */
  readonly isFormer: boolean
}

export type AdmitMemberRefusal = 'member-already-admitted' | 'card-already-given'

/** Zones and cards are codes of the fund's own: letters, digits and marks of any script, no text. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_./ -]{0,39}$/u.test(value)

export const admitMember = (
  members: ReadonlyMap<string, Member>,
  command: AdmitMember,
): Decision<MemberAdmitted, AdmitMemberRefusal> => {
  const { memberId, card, sex, povertyLevel, zone, isFormer } = command
  if (!isCode(card)) return invalid('card-not-a-code', '/card')
  if (!isCode(zone)) return invalid('zone-not-a-code', '/zone')
  if (sex !== 'f' && sex !== 'm') return invalid('sex-unknown', '/sex')
  if (povertyLevel !== undefined && povertyLevel !== 1 && povertyLevel !== 2) {
    return invalid('poverty-level-unknown', '/povertyLevel')
  }
  if (members.has(memberId)) return refused('member-already-admitted')
  if ([...members.values()].some((member) => member.card === card))
    return refused('card-already-given')
  const poverty = povertyLevel === undefined ? {} : { povertyLevel }
  return recorded({
    type: 'MemberAdmitted',
    v: 1,
    memberId,
    card,
    sex,
    ...poverty,
    zone,
    isFormer,
    flags: [],
    postings: [],
  })
}

export type OfficerAppointed = {
  readonly type: 'OfficerAppointed'
  readonly v: 1
  readonly memberId: string
  readonly office: Office
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** Who holds an office is taken over from the book as a fact; elections come with the meeting's votes. */
export type AppointOfficer = Envelope & {
  readonly type: 'AppointOfficer'
  readonly memberId: string
  readonly office: Office
}

const offices: readonly string[] = ['chair', 'record-keeper', 'box-keeper', 'counter', 'committee']

export const appointOfficer = (command: AppointOfficer): Decision<OfficerAppointed, never> => {
  const { memberId, office } = command
  if (!offices.includes(office)) return invalid('office-unknown', '/office')
  return recorded({ type: 'OfficerAppointed', v: 1, memberId, office, flags: [], postings: [] })
}

export const isOfficerOn = (member: Member, day: LocalDate): boolean =>
  member.offices.some(({ from }) => from <= day)

/** True for whoever holds an office and is still a member: only they vote, confirm, appraise and approve. */
export const isActingOn = (member: Member, day: LocalDate): boolean =>
  !member.isFormer && isOfficerOn(member, day)

/** The members after an entry about one of them. */
export const memberAfter = (
  before: Member | undefined,
  body: MemberAdmitted | OfficerAppointed,
  on: LocalDate,
): Member => {
  switch (body.type) {
    case 'MemberAdmitted': {
      const { memberId, card, sex, povertyLevel, zone, isFormer } = body
      return {
        memberId,
        card,
        sex,
        povertyLevel,
        zone,
        isFormer,
        admittedOn: on,
        offices: before?.offices ?? [],
      }
    }
    case 'OfficerAppointed':
      return { ...before!, offices: [...before!.offices, { office: body.office, from: on }] }
  }
}

/** How many members a quorum is counted from: those who have not left. */
export const countActive = (members: ReadonlyMap<string, Member>): number =>
  [...members.values()].filter(({ isFormer }) => !isFormer).length

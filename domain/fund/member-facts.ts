import { type Decision, invalid, recorded } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type LifeChange,
  type LifeFact,
  diedOn,
  lifeChanges,
  lifeWith,
  proxyOn,
  stateOn,
} from '#domain/fund/life.ts'
import { type Correction, type Member, type Sex, heldOn, isCode } from '#domain/fund/members.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'

type ChangeFlag =
  | 'already-so'
  | 'after-death'
  | 'left-owing'
  | 'left-with-savings'
  | 'held-office'
  | 'proxy-not-here'
  | 'proxy-for-another'

export type MemberChanged = {
  readonly type: 'MemberChanged'
  readonly v: 1
  readonly memberId: string
  readonly change: LifeChange
  /** Who votes for somebody who is away. */
  readonly proxy?: string
  readonly flags: readonly ChangeFlag[]
  readonly postings: readonly never[]
}

/** Somebody went away or came back, left the fund or returned to it: the same card, the same history. */
export type RecordMemberChange = Envelope & {
  readonly type: 'RecordMemberChange'
  readonly memberId: string
  readonly change: LifeChange
  readonly proxy?: string
}

export type DeathRecorded = {
  readonly type: 'DeathRecorded'
  readonly v: 1
  readonly memberId: string
  readonly flags: readonly ('already-so' | 'held-office')[]
  readonly postings: readonly Posting[]
}

/** Nobody inherits a debt: from this day on nothing is asked of anybody for what the dead still owed. */
export type RecordDeath = Envelope & { readonly type: 'RecordDeath'; readonly memberId: string }

type MemberCorrected = {
  readonly type: 'MemberCorrected'
  readonly v: 1
  readonly memberId: string
  readonly sex?: Sex
  readonly zone?: string
  readonly povertyLevel?: 1 | 2 | null
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** What was mistyped about somebody; what is left out stays as it was, and `null` is no poverty level. */
export type CorrectMember = Envelope & {
  readonly type: 'CorrectMember'
  readonly memberId: string
  readonly sex?: Sex
  readonly zone?: string
  readonly povertyLevel?: 1 | 2 | null
}

/** What facts about members are looked at with. */
export type MemberShelf = {
  readonly members: ReadonlyMap<string, Member>
  /** What a member owes on a day, and what is saved then; smallest units. */
  readonly owedOn: (memberId: string, on: LocalDate) => number
  readonly savedOn: (memberId: string, on: LocalDate) => number
}

const isAlreadySo = (member: Member, change: LifeChange, on: LocalDate): boolean => {
  const state = stateOn(member, on)
  switch (change) {
    case 'away':
      return state !== 'here'
    case 'back':
      return state !== 'away'
    case 'left':
      return state === 'left' || state === 'dead'
    case 'returned':
      return state !== 'left'
  }
}

/** Whoever votes for one who is away should be there, and for one alone. */
const proxyFlags = (
  { members }: MemberShelf,
  { proxy, memberId, effectiveOn: on }: RecordMemberChange,
): ChangeFlag[] => {
  if (proxy === undefined) return []
  const isTaken = [...members.values()].some(
    (other) => other.memberId !== memberId && proxyOn(other, on) === proxy,
  )
  return [
    ...(stateOn(members.get(proxy)!, on) === 'here' ? [] : (['proxy-not-here'] as const)),
    ...(isTaken ? (['proxy-for-another'] as const) : []),
  ]
}

const leavingFlags = (
  { owedOn, savedOn }: MemberShelf,
  { change, memberId, effectiveOn: on }: RecordMemberChange,
): ChangeFlag[] =>
  change === 'left'
    ? [
        ...(owedOn(memberId, on) === 0 ? [] : (['left-owing'] as const)),
        ...(savedOn(memberId, on) === 0 ? [] : (['left-with-savings'] as const)),
      ]
    : []

export const recordMemberChange = (
  shelf: MemberShelf,
  command: RecordMemberChange,
): Decision<MemberChanged, never> => {
  const { memberId, change, proxy, effectiveOn: on } = command
  const member = shelf.members.get(memberId)!
  if (!lifeChanges.includes(change)) return invalid('change-unknown', '/change')
  if (proxy !== undefined && (change !== 'away' || proxy === memberId))
    return invalid('proxy-cannot-hold', '/proxy')
  if (proxy !== undefined && !shelf.members.has(proxy)) return invalid('member-unknown', '/proxy')
  const isGoing = change === 'away' || change === 'left'
  const died = diedOn(member)
  return recorded({
    type: 'MemberChanged',
    v: 1,
    memberId,
    change,
    ...(proxy === undefined ? {} : { proxy }),
    flags: [
      ...(died !== undefined && died <= on ? (['after-death'] as const) : []),
      ...(isAlreadySo(member, change, on) ? (['already-so'] as const) : []),
      ...leavingFlags(shelf, command),
      ...(isGoing && heldOn(member, on).length > 0 ? (['held-office'] as const) : []),
      ...proxyFlags(shelf, command),
    ],
    postings: [],
  })
}

export const recordDeath = (
  { members }: MemberShelf,
  { memberId, effectiveOn: on }: RecordDeath,
): Decision<DeathRecorded, never> => {
  const member = members.get(memberId)!
  return recorded({
    type: 'DeathRecorded',
    v: 1,
    memberId,
    flags: [
      ...(diedOn(member) === undefined ? [] : (['already-so'] as const)),
      ...(heldOn(member, on).length > 0 ? (['held-office'] as const) : []),
    ],
    postings: [],
  })
}

/** Says what was mistyped; nothing said is no correction. */
export const correctMember = (command: CorrectMember): Decision<MemberCorrected, never> => {
  const { memberId, sex, zone, povertyLevel } = command
  if (sex !== undefined && sex !== 'f' && sex !== 'm') return invalid('sex-unknown', '/sex')
  if (zone !== undefined && !isCode(zone)) return invalid('zone-not-a-code', '/zone')
  if (![undefined, null, 1, 2].includes(povertyLevel))
    return invalid('poverty-level-unknown', '/povertyLevel')
  if (sex === undefined && zone === undefined && povertyLevel === undefined)
    return invalid('nothing-corrected', '')
  return recorded({
    type: 'MemberCorrected',
    v: 1,
    memberId,
    ...(sex === undefined ? {} : { sex }),
    ...(zone === undefined ? {} : { zone }),
    ...(povertyLevel === undefined ? {} : { povertyLevel }),
    flags: [],
    postings: [],
  })
}

export type MemberFact = MemberChanged | DeathRecorded | MemberCorrected

type Sealed = { readonly id: EntryId; readonly on: LocalDate }

const lifeFactOf = (body: MemberChanged | DeathRecorded, sealed: Sealed): LifeFact => {
  if (body.type === 'DeathRecorded') return { ...sealed, change: 'died' }
  const { change, proxy } = body
  return { ...sealed, change, ...(proxy === undefined ? {} : { proxy }) }
}

/** The last correction of each thing stands, whichever was written down first. */
const corrected = (member: Member, one: Correction): Member => {
  const corrections = [...(member.corrections ?? []), one].toSorted((a, b) =>
    `${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1,
  )
  const last = <Key extends 'sex' | 'zone' | 'povertyLevel'>(
    key: Key,
  ): Correction[Key] | undefined =>
    corrections.findLast((correction) => correction[key] !== undefined)?.[key]
  const poverty = last('povertyLevel')
  return {
    ...member,
    corrections,
    sex: last('sex') ?? member.sex,
    zone: last('zone') ?? member.zone,
    povertyLevel: poverty === undefined ? member.povertyLevel : (poverty ?? undefined),
  }
}

/** A member after one more fact about their life. */
export const memberAfterFact = (member: Member, body: MemberFact, sealed: Sealed): Member => {
  if (body.type !== 'MemberCorrected')
    return { ...member, life: lifeWith(member.life, lifeFactOf(body, sealed)) }
  const { type: _, v: __, memberId: ___, flags: ____, postings: _____, ...said } = body
  return corrected(member, { ...sealed, ...said })
}

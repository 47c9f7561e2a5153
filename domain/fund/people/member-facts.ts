import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { type LifeFact, lifeWith } from '#domain/fund/people/life.ts'
import type { Correction, Member } from '#domain/fund/people/members.ts'
import type { PeopleBody } from '#domain/fund/people-operations.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

type Lived = Extract<PeopleBody, { type: 'MemberChanged' | 'DeathRecorded' }>
type MemberFact = Lived | Extract<PeopleBody, { type: 'MemberCorrected' }>

type Sealed = {
  readonly id: EntryId
  readonly seq: number
  readonly on: LocalDate
  readonly recordedAt: string
}

/** When one alone has written it of an officer: by the clock, whatever day it was written for. */
const byOneOn = (body: Lived, { on, recordedAt }: Sealed) => {
  const isByOne: boolean = body.flags.some((flag) => flag === 'by-one-word')
  return isByOne ? { byOneOn: later(on, recordedAt.slice(0, 10)) } : {}
}

const lifeFactOf = (body: Lived, sealed: Sealed): LifeFact => {
  const { id, seq, on } = sealed
  const fact = { id, on, ...byOneOn(body, sealed) }
  if (body.type === 'DeathRecorded') return { ...fact, change: 'died' }
  const { change, proxy } = body
  return { ...fact, change, ...(proxy === undefined ? {} : { proxy, seq }) }
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
  const { id, on } = sealed
  return corrected(member, { id, on, ...said })
}

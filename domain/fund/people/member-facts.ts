import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { type LifeFact, inOrder, lifeWith } from '#domain/fund/people/life.ts'
import type { Correction, Member } from '#domain/fund/people/members.ts'
import type { PeopleBody } from '#domain/fund/people-operations.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

type Lived = Extract<PeopleBody, { type: 'MemberChanged' | 'DeathRecorded' }>
type MemberFact = Lived | Extract<PeopleBody, { type: 'MemberCorrected' }>

type Sealed = {
  readonly id: EntryId
  readonly on: LocalDate
  readonly recordedAt: string
  /** It was brought in with the older book. */
  readonly isOfBook?: boolean
  readonly seq: number
}

/** When one alone has written it of an officer: by the clock, whatever day it was written for. */
const byOneOn = (body: Lived, { on, recordedAt }: Sealed) => {
  const isByOne: boolean = body.flags.some((flag) => flag === 'by-one-word')
  return isByOne ? { byOneOn: later(on, recordedAt.slice(0, 10)) } : {}
}

/** Who goes, or has died, by one word: when that was written. Whoever comes back says so at once. */
const aloneOn = (body: Lived, { on, recordedAt, isOfBook }: Sealed) => {
  const isGoing = body.type === 'DeathRecorded' || body.change === 'away' || body.change === 'left'
  return isGoing && body.confirmedBy === undefined && !isOfBook
    ? { aloneOn: later(on, recordedAt.slice(0, 10)) }
    : {}
}

/** What one alone writes says from when on it holds; what does not is of two, of an older book or of a version before. */
const deathOf = ({ confirmedBy, duesFrom }: Extract<Lived, { type: 'DeathRecorded' }>) => ({
  ...(confirmedBy !== undefined || duesFrom === undefined ? { isOfTwo: true as const } : {}),
  ...(duesFrom === undefined ? {} : { duesFrom }),
})

const lifeFactOf = (body: Lived, sealed: Sealed): LifeFact => {
  const { id, seq, on } = sealed
  const fact = { id, on, ...byOneOn(body, sealed), ...aloneOn(body, sealed) }
  if (body.type === 'DeathRecorded') return { ...fact, change: 'died', ...deathOf(body) }
  const { change, proxy } = body
  return { ...fact, change, ...(proxy === undefined ? {} : { proxy, seq }) }
}

/** The last correction of each thing stands; of one day the one that was written down last. */
const corrected = (member: Member, one: Correction): Member => {
  const corrections = inOrder([...(member.corrections ?? []), one])
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
  const { sex, zone, povertyLevel } = body
  const { id, on, recordedAt, isOfBook } = sealed
  return corrected(member, {
    id,
    on,
    ...(isOfBook ? {} : { writtenOn: recordedAt.slice(0, 10) }),
    ...(sex === undefined ? {} : { sex }),
    ...(zone === undefined ? {} : { zone }),
    ...(povertyLevel === undefined ? {} : { povertyLevel }),
  })
}

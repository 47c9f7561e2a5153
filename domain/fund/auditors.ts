import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, daysBetween, isLocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import type { Charter, Votes } from '#domain/fund/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type HandsRefusal, handsFault, isQuorum } from '#domain/fund/hands.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Seconded, secondFault, secondIn } from '#domain/fund/second.ts'
import type { Envelope } from '#domain/ledger/entry.ts'

/**
 * A network whose auditors the fund lets read its book, and through which day. Which of its staff they
 * are is the network's own decision, in the network's journal.
 */
export type AuditorAccess = {
  readonly networkId: string
  readonly from: LocalDate
  readonly until: LocalDate
  /** Set when the village ended it by vote: a warning sign, since an honest book need not hide. */
  readonly endedOn?: LocalDate
}

export type AuditorsAdmitted = {
  readonly type: 'AuditorsAdmitted'
  readonly v: 1
  readonly networkId: string
  readonly until: LocalDate
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

export type AuditorsDismissed = Seconded & {
  readonly type: 'AuditorsDismissed'
  readonly v: 1
  readonly networkId: string
  readonly votes: Votes
  readonly flags: readonly 'auditors-dismissed'[]
  readonly postings: readonly never[]
}

export type AdmitAuditors = Envelope & {
  readonly type: 'AdmitAuditors'
  readonly networkId: string
  readonly until: LocalDate
}

/** Officers alone cannot end it: the hands raised at a meeting do, and a second officer has counted them too. */
export type DismissAuditors = Envelope &
  Seconded & {
    readonly type: 'DismissAuditors'
    readonly networkId: string
    readonly votes: Votes
  }

export type AuditorCommand = AdmitAuditors | DismissAuditors
export type AuditorBody = AuditorsAdmitted | AuditorsDismissed

/** A year and a day: nobody's right to read outlives the village's memory of having given it. */
export const accessDaysMax = 366

/** Lets a network's auditors read the book through a day. A shorter right cannot replace a longer one. */
const admitAuditors = (
  accesses: readonly AuditorAccess[],
  command: AdmitAuditors,
): Decision<AuditorsAdmitted, 'auditors-admitted-longer'> => {
  const { networkId, until, effectiveOn: on } = command
  if (!isUuid(networkId)) return invalid('network-not-an-id', '/networkId')
  if (!isLocalDate(until)) return invalid('date-impossible', '/until')
  if (until < on) return invalid('ends-before-it-begins', '/until')
  if (daysBetween(on, until) > accessDaysMax) return invalid('longer-than-a-year', '/until')
  // Otherwise officers could end an auditor's access by granting a day of it.
  if (accesses.some((access) => access.networkId === networkId && isOpenOn(access, until)))
    return refused('auditors-admitted-longer')
  return recorded({ type: 'AuditorsAdmitted', v: 1, networkId, until, flags: [], postings: [] })
}

const dismissAuditors = (
  accesses: readonly AuditorAccess[],
  { membersActive: active, charter, members }: Electorate,
  command: DismissAuditors,
): Decision<
  AuditorsDismissed,
  HandsRefusal | 'auditors-not-admitted' | 'vote-lost' | 'approver-not-an-officer'
> => {
  const { networkId, votes, effectiveOn: on } = command
  if (!isUuid(networkId)) return invalid('network-not-an-id', '/networkId')
  const hands = handsFault(votes, active)
  if (hands) return invalid(hands.code, `/votes${hands.at}`)
  if (!accesses.some((access) => access.networkId === networkId && isOpenOn(access, on)))
    return refused('auditors-not-admitted')
  const unseconded = secondFault(members, command)
  if (unseconded) return unseconded
  if (!isQuorum(votes.present, { active, charter })) return refused('quorum-missing')
  if (votes.yes <= votes.no) return refused('vote-lost')
  const flags = ['auditors-dismissed'] as const
  return recorded({
    type: 'AuditorsDismissed',
    v: 1,
    networkId,
    votes,
    ...secondIn(command),
    flags,
    postings: [],
  })
}

type Electorate = {
  readonly membersActive: number
  readonly charter: Charter
  readonly members: ReadonlyMap<string, Member>
}

export const decideAuditors = (
  accesses: readonly AuditorAccess[],
  electorate: Electorate,
  command: AuditorCommand,
): Decision<AuditorBody, string> =>
  command.type === 'AdmitAuditors'
    ? admitAuditors(accesses, command)
    : dismissAuditors(accesses, electorate, command)

const accessesAfter = (
  before: readonly AuditorAccess[],
  body: AuditorBody,
  on: LocalDate,
): readonly AuditorAccess[] => {
  const { networkId } = body
  if (body.type === 'AuditorsAdmitted')
    return [...before, { networkId, from: on, until: body.until }]
  return before.map((access) =>
    access.networkId === networkId &&
    on <= access.until &&
    (access.endedOn === undefined || on < access.endedOn)
      ? { ...access, endedOn: on }
      : access,
  )
}

/** The fund after one more decision about who may read its book. */
export const fundAfterAuditors = (fund: Fund, body: AuditorBody, on: LocalDate): Fund => ({
  ...fund,
  auditors: accessesAfter(fund.auditors ?? [], body, on),
})

const isOpenOn = ({ from, until, endedOn }: AuditorAccess, day: LocalDate): boolean =>
  from <= day && day <= until && (endedOn === undefined || day < endedOn)

/** Whether auditors of a network may read the fund's book on a day. */
export const mayAudit = (
  accesses: readonly AuditorAccess[] | undefined,
  networkId: string,
  day: LocalDate,
): boolean =>
  (accesses ?? []).some((access) => access.networkId === networkId && isOpenOn(access, day))
